import type { Instant } from '../domain/clinic-time.ts';
import type { Refusal, Slot } from '../domain/slot.ts';
import type { Say, TimerName } from './effects.ts';
import type { Facts } from './facts.ts';
import type { Booking, Hold } from './wish.ts';

/** What a turn's words change in the facts; worked out before the chart sees them. */
export type Heard = Pick<
  Facts,
  | 'language'
  | 'address'
  | 'turns'
  | 'interested'
  | 'wish'
  | 'needs'
  | 'screening'
  | 'name'
  | 'phone'
  | 'agreed'
  | 'asking'
  | 'misunderstood'
  | 'signals'
>;

/** Something that happened. Verdicts are answers to inside effects of the same turn. */
export type ConversationEvent =
  | { type: 'customer.said'; at: Instant; heard: Heard; answers: readonly Say[] }
  | { type: 'staff.tookOver'; at: Instant }
  | { type: 'staff.released'; at: Instant }
  | { type: 'delivery.failed'; at: Instant }
  | { type: 'timer.fired'; at: Instant; timer: TimerName }
  | { type: 'availability.known'; at: Instant; slot: Slot | null; branches: readonly string[] }
  | { type: 'slots.found'; at: Instant; slots: readonly Slot[] }
  | { type: 'slots.none'; at: Instant }
  | { type: 'slot.held'; at: Instant; hold: Hold }
  | { type: 'slot.refused'; at: Instant; refusal: Refusal; alternatives: readonly Slot[] }
  | { type: 'booking.made'; at: Instant; booking: Booking }
  | { type: 'booking.refused'; at: Instant };
