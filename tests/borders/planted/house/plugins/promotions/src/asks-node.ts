import { randomUUID } from 'crypto';

export const id = randomUUID;
export const other = crypto.randomUUID();
