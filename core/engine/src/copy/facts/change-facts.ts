import { z } from 'zod';
import { Key } from '../../domain/clinic.ts';
import { Instant } from '../../domain/clinic-time.ts';
import { bookedVisit, visit } from './shared-facts.ts';

/** A booking moved from `oldStart` at `oldBranch` to what the visit says. */
const move = visit.extend({ oldStart: Instant, oldBranch: Key });

export const changeFacts = {
  /** Several bookings could be meant; choices name them too. */
  'ask.whichBooking': z.object({
    bookings: z.array(bookedVisit).min(2),
  }),
  'ask.newTime': bookedVisit,
  'ask.move': move,
  'move.done': move,
  /** By staff, without the customer having asked here. */
  'move.byStaff': move,
  'cancel.byStaff': bookedVisit,
  'move.kept': bookedVisit,
  /** The clinic's rule does not let the booking be moved here any more; a person decides. */
  'move.refused': z.object({ start: Instant }),
  'ask.cancel': bookedVisit,
  'cancel.done': bookedVisit,
  'cancel.kept': bookedVisit,
} as const satisfies Record<string, z.ZodObject>;
