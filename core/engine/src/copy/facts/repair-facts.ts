import { z } from 'zod';
import { Key } from '../../domain/clinic.ts';
import { Instant } from '../../domain/clinic-time.ts';
import { Phone } from '../../domain/phone.ts';
import { bookedVisit, expected, nothing, wished } from './shared-facts.ts';

const kept = z.object({ start: Instant, branch: Key, until: Instant });

export const repairFacts = {
  /** An earlier answer was corrected; names only what changed. */
  'correction.taken': wished.extend({
    treatment: Key.nullable().default(null),
    area: Key.nullable().default(null),
    branch: Key.nullable().default(null),
    staff: Key.nullable().default(null),
    name: z.string().nullable().default(null),
    phone: Phone.nullable().default(null),
  }),
  /** Before a question is asked again after something else was answered. */
  'bridge.back': nothing,
  /** The customer asks to hear it again. */
  'repeat.again': nothing,
  'wait.fine': nothing,
  /** "khoan đã" while a slot is held. */
  'wait.kept': kept,
  'defer.fine': nothing,
  'silence.nudge': nothing,
  'silence.nudgeKept': kept,
  'silence.close': nothing,
  /** Back after a while: what became of what was open. */
  'return.kept': kept,
  'return.lapsed': z.object({ start: Instant }),
  'return.booked': bookedVisit,
  'ask.resume': z.object({ treatment: Key }),
  /** Something of ours broke; a person has been told. */
  'trouble.sorry': expected,
} as const satisfies Record<string, z.ZodObject>;
