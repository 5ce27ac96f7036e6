import { z } from 'zod';
import { Key } from '../../domain/clinic.ts';
import { Instant } from '../../domain/clinic-time.ts';
import { nothing, treatment } from './shared-facts.ts';

export const followUpFacts = {
  'reminder.attendance': z.object({ treatment: Key, branch: Key, start: Instant }),
  'attendance.thanks': nothing,
  /** The customer did not come; another time is offered without reproach. */
  'noShow.rescue': treatment.extend({ start: Instant }),
  /** `checkIn` counts the entries of the treatment's aftercare from 0. */
  'aftercare.checkIn': treatment.extend({ checkIn: z.number().int().nonnegative() }),
  'aftercare.fine': nothing,
  'review.ask': treatment,
  'review.thanks': nothing,
  /** The usual interval after the last session has passed. */
  'rebook.invite': treatment,
  'rebook.fine': nothing,
  'birthday.wish': nothing,
  /** Somebody asked and did not book. */
  'lead.remind': z.object({ treatment: Key.nullable() }),
} as const satisfies Record<string, z.ZodObject>;
