import type { z } from 'zod';
import { nothing } from './shared-facts.ts';

export const handoffFacts = {
  'handoff.medical': nothing,
  'handoff.contraindication': nothing,
  'handoff.complaint': nothing,
  'handoff.person': nothing,
  'handoff.notUnderstood': nothing,
  'handoff.unanswered': nothing,
} as const satisfies Record<string, z.ZodObject>;
