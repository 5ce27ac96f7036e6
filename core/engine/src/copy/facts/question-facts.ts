import type { z } from 'zod';
import { nothing } from './shared-facts.ts';

export const questionFacts = {
  /** One of several questions has no answer in the records: it goes to the clinic's people. */
  'question.toStaff': nothing,
  /** More was asked than fits into one answer. */
  'question.more': nothing,
} as const satisfies Record<string, z.ZodObject>;
