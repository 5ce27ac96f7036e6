import { Instant, Key } from '@glowbot/core';
import { z } from 'zod';

/** One way in which a customer and the clinic came together, with what proves it. */
export const Touch = z.object({
  id: z.string(),
  at: Instant,
  kind: z.enum(['ad', 'link', 'qr', 'follow-up', 'menu', 'organic', 'staff-entered']),
  /** What the vendor or our own books say: an advertisement's id, a ref, the sentence of a follow-up. Nothing personal. */
  evidence: z.record(z.string(), z.string()),
});
export type Touch = z.infer<typeof Touch>;

export const Booking = z.object({
  id: z.string(),
  treatment: Key,
  madeAt: Instant,
  madeBy: z.enum(['chat', 'staff', 'import']),
  /** The latest is what it is now. */
  changes: z.array(
    z.object({
      at: Instant,
      status: z.enum(['booked', 'awaiting_deposit', 'arrived', 'completed', 'no_show', 'cancelled']),
    }),
  ),
});
export type Booking = z.infer<typeof Booking>;

/** Everything a verdict on one customer's bookings may look at. */
export const History = z.object({
  customer: z.string(),
  touches: z.array(Touch),
  /** When people of the clinic and when the assistant wrote to this customer. */
  words: z.array(z.object({ id: z.string(), at: Instant, author: z.enum(['staff', 'bot']) })),
  bookings: z.array(Booking),
});
export type History = z.infer<typeof History>;

/** The one form of a history: in order of time, each event once, whatever order it was told in. */
export function inOrder(history: History): History {
  return {
    ...history,
    touches: once(history.touches),
    words: once(history.words),
    bookings: once(history.bookings.map((booking) => ({ ...booking, at: booking.madeAt }))).map(
      ({ at: _, changes, ...booking }) => ({
        ...booking,
        changes: changes.toSorted((one, other) => one.at - other.at || compare(one.status, other.status)),
      }),
    ),
  };
}

function once<T extends { id: string; at: Instant }>(events: readonly T[]): T[] {
  const sorted = events.toSorted((one, other) => one.at - other.at || compare(one.id, other.id));
  return [...new Map(sorted.map((event) => [event.id, event])).values()];
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
