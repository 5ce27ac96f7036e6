import { z } from 'zod';
import { Key } from '../domain/clinic.ts';
import { Instant } from '../domain/clinic-time.ts';
import { Slot } from '../domain/slot.ts';
import { When } from '../understanding/understanding.ts';

/** What the customer would like to have done, as far as it is known. */
export const Wish = z.object({
  treatment: Key.optional(),
  area: Key.optional(),
  branch: Key.optional(),
  staff: Key.optional(),
  when: When,
  /** The instant meant by `when`, once it names both a day and a time. */
  start: Instant.optional(),
});
export type Wish = z.infer<typeof Wish>;

/** A slot kept for one conversation for a few minutes. */
export const Hold = z.object({ id: z.uuid(), slot: Slot, until: Instant });
export type Hold = z.infer<typeof Hold>;

export const Booking = z.object({
  id: z.uuid(),
  slot: Slot,
  status: z.enum(['booked', 'awaiting_deposit']),
});
export type Booking = z.infer<typeof Booking>;
