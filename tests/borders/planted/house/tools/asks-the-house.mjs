import { createRequire } from 'node:module';

export const engine = createRequire(import.meta.url)('@glowbot/core');
