import { z } from 'zod';
import { treatment } from './shared-facts.ts';

export const treatmentFacts = {
  'treatment.info': treatment,
  'faq.answer': z.object({ answer: z.string() }),
  'notOffered.answer': z.object({ say: z.string() }),
} as const satisfies Record<string, z.ZodObject>;
