import { z } from 'zod';

/** What a clinic calls one of its records: `peel`, `cs1`. Unique within the clinic and kind. */
export const Key = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,63}$/);
export type Key = z.infer<typeof Key>;
