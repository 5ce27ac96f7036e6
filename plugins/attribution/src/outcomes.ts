import { dayMs } from '@glowbot/core';
import { type Booking, type History, inOrder } from './history.ts';

/** One thing a customer came for: a booking, and those made instead of it when it fell. The first one is judged. */
export type Outcome = { first: string; bookings: readonly Booking[] };

export type OutcomeState = 'open' | 'arrived' | 'completed' | 'fallen';

const fallen: ReadonlySet<string> = new Set(['cancelled', 'no_show']);

export function outcomesOf(told: History, sameOutcomeDays: number): Outcome[] {
  const outcomes: { first: string; bookings: Booking[] }[] = [];
  for (const booking of inOrder(told).bookings) {
    const before = outcomes.findLast(({ bookings }) =>
      isInsteadOf(booking, bookings.at(-1), sameOutcomeDays),
    );
    if (before) before.bookings.push(booking);
    else outcomes.push({ first: booking.id, bookings: [booking] });
  }
  return outcomes;
}

/** Made soon after one of the same treatment had fallen. */
function isInsteadOf(booking: Booking, earlier: Booking | undefined, days: number): boolean {
  const last = earlier?.changes.at(-1);
  return (
    earlier !== undefined &&
    last !== undefined &&
    earlier.treatment === booking.treatment &&
    fallen.has(last.status) &&
    booking.madeAt >= last.at &&
    booking.madeAt - last.at <= days * dayMs
  );
}

/** What became of it: its latest booking decides. */
export function stateOf({ bookings }: Outcome): OutcomeState {
  const status = bookings.at(-1)?.changes.at(-1)?.status;
  if (status === 'completed' || status === 'arrived') return status;
  return status !== undefined && fallen.has(status) ? 'fallen' : 'open';
}
