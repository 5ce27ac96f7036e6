import type { z } from 'zod';
import { nothing } from './shared-facts.ts';

export const consentFacts = {
  'optOut.done': nothing,
  'optIn.done': nothing,
} as const satisfies Record<string, z.ZodObject>;
