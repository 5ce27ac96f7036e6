import type { Instant } from '../domain/clinic-time.ts';
import type { Vnd } from '../domain/money.ts';
import type { Call } from '../domain/on-call.ts';
import type { Refusal, Slot } from '../domain/slot.ts';
import type { Waiting } from '../domain/waiting.ts';
import type { Say, TimerName } from './effects.ts';
import type { Facts, StaffWord } from './facts.ts';
import type { Booking, Hold, Wish } from './wish.ts';

/** What a turn's words change in the facts; worked out before the chart sees them. */
export type Heard = Pick<
  Facts,
  | 'language'
  | 'address'
  | 'turns'
  | 'heardAt'
  | 'interested'
  | 'wish'
  | 'needs'
  | 'screening'
  | 'name'
  | 'phone'
  | 'age'
  | 'agreed'
  | 'asking'
  | 'changing'
  | 'misunderstood'
  | 'signals'
>;

/** Something that happened. Verdicts are answers to inside effects of the same turn. */
export type ConversationEvent =
  | { type: 'customer.said'; at: Instant; heard: Heard; answers: readonly Say[] }
  | HouseEvent
  | { type: 'timer.fired'; at: Instant; timer: TimerName }
  | Verdict;

/** What people of the clinic did, or the house itself noticed. */
type HouseEvent =
  | { type: 'staff.tookOver'; at: Instant }
  | { type: 'staff.said'; at: Instant; word: StaffWord }
  | { type: 'staff.acknowledged'; at: Instant }
  | { type: 'staff.released'; at: Instant }
  | { type: 'concession.confirmed'; at: Instant }
  | { type: 'speaker.unsure'; at: Instant }
  | { type: 'delivery.failed'; at: Instant }
  | { type: 'turn.failed'; at: Instant }
  | { type: 'message.late'; at: Instant }
  | { type: 'visit.completed'; at: Instant; booking: Booking }
  | { type: 'visit.missed'; at: Instant; booking: Booking }
  | { type: 'deposit.received'; at: Instant; booking: Booking; amount: Vnd };

type Verdict =
  | { type: 'availability.known'; at: Instant; slot: Slot | null; branches: readonly string[] }
  | { type: 'slots.found'; at: Instant; slots: readonly Slot[] }
  | { type: 'slots.none'; at: Instant }
  | { type: 'slot.held'; at: Instant; hold: Hold }
  | { type: 'slot.refused'; at: Instant; refusal: Refusal; alternatives: readonly Slot[] }
  | { type: 'booking.made'; at: Instant; bookings: readonly Booking[] }
  | { type: 'booking.refused'; at: Instant }
  /** `wish` is the booking with what was said about its change taken in; `isLate`: too near for the customer to move it alone. */
  | { type: 'booking.found'; at: Instant; booking: Booking; wish: Wish; isLate: boolean }
  | { type: 'bookings.several'; at: Instant; bookings: readonly Booking[] }
  | { type: 'booking.none'; at: Instant }
  /** By the customer's own wish, or by staff; `before` is where it was. */
  | { type: 'booking.moved'; at: Instant; booking: Booking; before: { start: Instant; branch: string } }
  | { type: 'booking.cancelled'; at: Instant; booking: Booking }
  | { type: 'waiting.joined'; at: Instant; waiting: Waiting }
  /** A slot that this customer waits for is held until the deadline. */
  | { type: 'slot.freed'; at: Instant; hold: Hold; wish: Wish }
  | {
      type: 'staff.called';
      at: Instant;
      call: Pick<Call, 'step' | 'person' | 'tellAt' | 'answerBy' | 'expectedAt'>;
    };
