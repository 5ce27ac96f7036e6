import { z } from 'zod';
import { Key } from '../../domain/clinic.ts';
import { LocalDate } from '../../domain/clinic-time.ts';
import { treatment } from './shared-facts.ts';

const age = z.object({ treatment: Key.nullable(), minAge: z.number().int().positive() });
/** Zero: at any age. */
const anyAge = age.extend({ minAge: z.number().int().nonnegative() });
const eventDay = treatment.extend({ event: LocalDate });

export const treatmentFacts = {
  'treatment.info': treatment,
  /** Two of them side by side. */
  'treatment.compare': z.object({ one: Key, other: Key }),
  /** `faq` is the record it comes from. */
  'faq.answer': z.object({ faq: Key.nullable().default(null), answer: z.string() }),
  'notOffered.answer': z.object({ say: z.string() }),
  /** Too young for it. */
  'minor.refused': age,
  /** Old enough for it, but only with a guardian. */
  'minor.guardian': anyAge,
  /** "kịp Tết không": the last day on which it can still be done and healed before the event. */
  'event.lastDay': eventDay.extend({ lastDay: LocalDate }),
  /** A course of sessions that ends in time when it begins by `firstDay`. */
  'event.course': eventDay.extend({ sessions: z.number().int().positive(), firstDay: LocalDate }),
  'event.tooLate': eventDay,
} as const satisfies Record<string, z.ZodObject>;
