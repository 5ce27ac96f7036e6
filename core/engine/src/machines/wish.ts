import { z } from 'zod';
import { Key } from '../domain/clinic.ts';
import { Instant } from '../domain/clinic-time.ts';
import { Slot } from '../domain/slot.ts';
import { When } from '../understanding/understanding.ts';

/** What the customer would like to have done, as far as it is known. */
export const Wish = z.object({
  treatment: Key.optional(),
  /** Further treatments of the same visit, one after the other. */
  also: z.array(Key).max(4).optional(),
  area: Key.optional(),
  branch: Key.optional(),
  staff: Key.optional(),
  /** How many people come together; one where nothing is said. */
  people: z.number().int().min(1).max(20).optional(),
  when: When,
  /** The instant meant by `when`, once it names both a day and a time. */
  start: Instant.optional(),
});
export type Wish = z.infer<typeof Wish>;

/** One appointment of a visit: its id stays the same from hold to booking. */
export const Part = z.object({ id: z.uuid(), slot: Slot });
export type Part = z.infer<typeof Part>;

/** Slots kept for one conversation for a few minutes: one, or several where people come together or have several things done. */
export const Hold = z.object({ parts: z.tuple([Part], Part), until: Instant });
export type Hold = z.infer<typeof Hold>;

export const Booking = z.object({
  id: z.uuid(),
  slot: Slot,
  status: z.enum(['booked', 'awaiting_deposit']),
});
export type Booking = z.infer<typeof Booking>;

/** An existing booking is to be moved or cancelled; which one may still have to be found out. */
export const Change = z.object({ kind: z.enum(['move', 'cancel']), bookingId: z.uuid().nullable() });
export type Change = z.infer<typeof Change>;

/** Whether held slots are still what the customer wants; a part left open fits anything. */
export function fits(hold: Hold, wish: Wish): boolean {
  const [{ slot }] = hold.parts;
  return (
    slot.treatment === wish.treatment &&
    slot.area === wish.area &&
    (wish.branch === undefined || wish.branch === slot.branch) &&
    (wish.staff === undefined || wish.staff === slot.staff) &&
    wish.start === slot.start &&
    hold.parts.length === partsOf(wish) &&
    (wish.also ?? []).every((key) => hold.parts.some((part) => part.slot.treatment === key))
  );
}

/** How many appointments a visit takes: several people, or several treatments of one person; a person arranges what is both. */
export function partsOf(wish: Wish): number {
  const further = wish.also?.length ?? 0;
  return further > 0 ? 1 + further : (wish.people ?? 1);
}
