import { z } from 'zod';
import type { BusyPeriod } from '../domain/busy.ts';
import { Instant, type MonthDay } from '../domain/clinic-time.ts';
import { Key } from '../domain/key.ts';
import { Vnd } from '../domain/money.ts';
import type { Phone } from '../domain/phone.ts';
import type { TimerName } from '../machines/effects.ts';
import type { CalendarChange } from './calendar-change.ts';
import { Booking } from '../machines/wish.ts';
import type { ClinicScope } from './clinic-scope.ts';
import type { HandingOver } from './handoff-store.ts';
import type { AskedQuestion } from './skill-store.ts';
import type { InboundEvent } from './inbound-event.ts';
import type { OutboxDraft, OutboxSettlement, UnsaidReply } from './outbox-store.ts';

export type { CalendarChange };

/** An account known to belong to a clinic: the only way from a webhook to a clinic. */
export type RoutedAccount = {
  clinicId: string;
  accountId: string;
  channel: string;
  externalId: string;
  scope: ClinicScope;
};

/** One vendor event on its way into the inbox. */
export type Arrival = {
  account: RoutedAccount;
  /** Deterministic from clinic, account and contact, so that a first contact needs no look-up; null for an event about nobody. */
  conversationId: string | null;
  event: InboundEvent;
};

const noticed = { id: z.string(), at: Instant };

/** Something the house itself noticed; it waits in the same inbox as the customer's words. */
export const HouseEvent = z.discriminatedUnion('kind', [
  /** `text` is what they wrote, where it is known. */
  z.object({ kind: z.literal('staff.tookOver'), ...noticed, by: z.string(), text: z.string().optional() }),
  /** They write through us: their words are ours to bring, under the id of this event. */
  z.object({
    kind: z.literal('staff.wrote'),
    id: z.uuid(),
    at: Instant,
    by: z.string(),
    text: z.string().min(1),
  }),
  z.object({ kind: z.literal('staff.acknowledged'), ...noticed, by: z.string() }),
  z.object({ kind: z.literal('staff.released'), ...noticed, by: z.string() }),
  /** Something left the account that neither we nor, for certain, a person wrote: the bot is silent, and staff are asked. */
  z.object({ kind: z.literal('speaker.unsure'), ...noticed, by: z.string() }),
  /** An owner stands by a reduction that staff have named. */
  z.object({ kind: z.literal('concession.confirmed'), ...noticed, by: z.string() }),
  /** Staff say whether the customer came. */
  z.object({ kind: z.literal('visit.completed'), ...noticed, booking: Booking }),
  z.object({ kind: z.literal('visit.missed'), ...noticed, booking: Booking }),
  /** Staff changed a booking of this customer, who is told. */
  z.object({
    kind: z.literal('booking.moved'),
    ...noticed,
    booking: Booking,
    before: z.object({ start: Instant, branch: Key }),
  }),
  z.object({ kind: z.literal('booking.cancelled'), ...noticed, booking: Booking }),
  /** Staff have the deposit: the booking stands. */
  z.object({ kind: z.literal('deposit.received'), ...noticed, booking: Booking, amount: Vnd }),
  /** An answer could not be brought to the customer: a person must look. */
  z.object({ kind: z.literal('delivery.failed'), ...noticed, why: z.string() }),
  /** A turn could not be worked out, however often it was tried: what the customer said is for a person to read. */
  z.object({ kind: z.literal('turn.failed'), ...noticed }),
]);
export type HouseEvent = z.infer<typeof HouseEvent>;

export type InboxItem = { seq: string; event: InboundEvent | HouseEvent };

/** The right to work on one conversation: valid while its worker is alive and no higher fence was issued. */
export type Lease = { clinicId: string; conversationId: string; fence: string };

/** Everything one turn starts from. */
export type TurnLoad = {
  lease: Lease;
  scope: ClinicScope;
  /** Grows whenever a record of the clinic changes: knowledge cached under another version is stale. */
  clinicVersion: number;
  conversation: {
    channel: string;
    accountId: string;
    contactId: string;
    customerId: string;
    snapshot: string | null;
    chartVersion: number | null;
    epoch: number;
  };
  customer: { name: string | null; phone: Phone | null; optedOut: boolean; birthday: MonthDay | null };
  /** In the order they must be read: by time at the vendor, then arrival. */
  waiting: readonly InboxItem[];
  /** False while the customer may still be writing: their words then stay for a later turn. */
  isSettled: boolean;
  /** Queued replies of the present epoch, in order. While the customer's words wait none of them may leave. */
  unsaid: readonly UnsaidReply[];
  dueTimers: readonly { name: TimerName; dueAt: Instant }[];
};

/** How a waiting event ended: the terminal state of each inbound message. */
export type Handled = {
  seq: string;
  outcome: 'answered' | 'handed-over' | 'ignored';
  /** Why, when it was ignored: echo, receipt, too-old, unrecognised … */
  reason: string | null;
};

/** One step of a chart, kept so that a conversation can be watched and replayed. */
export type JournalStep = {
  event: string;
  from: string;
  to: string;
  /** Ids, keys and amounts only where possible; the table is a clinic's own, and erased with the customer. */
  detail: unknown;
  at: Instant;
};

export type ThreadMessage = {
  id: string;
  author: 'customer' | 'staff' | 'bot';
  text: string;
  vendorMessageId: string | null;
  attachments: readonly { type: string; url?: string | undefined }[];
  at: Instant;
};

/** Everything that becomes true together at the end of a turn. */
export type TurnCommit = HandingOver & {
  lease: Lease;
  handled: readonly Handled[];
  firedTimers: readonly TimerName[];
  conversation: {
    snapshot: string;
    chartVersion: number;
    /** The chart's state as a path, e.g. `automated.book.askingTime`. */
    state: string;
    epoch: number;
    /** The vendor's time of the customer's last word: the reply window counts from here. Null: unchanged. */
    customerSpokeAt: Instant | null;
  };
  messages: readonly ThreadMessage[];
  outbox: readonly OutboxDraft[];
  /** Unsaid replies that are taken back, because the turn says what they would have said. */
  takenBack: readonly string[];
  settlements: readonly OutboxSettlement[];
  setTimers: readonly { name: TimerName; dueAt: Instant }[];
  cancelTimers: readonly TimerName[];
  calendar: readonly CalendarChange[];
  customer: { name?: string | undefined; phone?: Phone | undefined; optedOut?: boolean | undefined };
  steps: readonly JournalStep[];
  /** Questions of this turn that no record answers. */
  questions: readonly AskedQuestion[];
};

/** Who cares for a conversation whose turn cannot be worked out: its chart, told of it; where that fails as well, people at once. */
export type Rescue =
  | { kind: 'tell-chart'; event: HouseEvent }
  | { kind: 'call-people'; handingOver: HandingOver };

export type CommitResult =
  | { kind: 'committed' }
  /** Another worker holds the conversation now: drop this turn, it will be or was done there. */
  | { kind: 'fenced' }
  /** Replies that were to be taken back have left meanwhile: nothing was written; decide again without them. */
  | { kind: 'outrun'; left: readonly string[] }
  /** Somebody took the slot meanwhile: nothing was written; decide again on a fresh calendar. */
  | { kind: 'slot-taken' };

/** The durable path from webhook to committed turn. All times of leases are the database's. */
export interface TurnStore {
  /** The clinic behind a vendor account, or undefined when nobody connected it. */
  routeAccount(channel: string, externalId: string): Promise<RoutedAccount | undefined>;
  /**
   * Keeps arrivals durably, each vendor event id once. Resolves only after the commit. By their pace (`paceOf`) they wait, or are
   * only noted and never make a turn.
   */
  receive(arrivals: readonly Arrival[]): Promise<readonly ('kept' | 'duplicate')[]>;
  /** Counts an event whose account nobody connected. Its content is not kept: we have no right to it. */
  noteUnrouted(channel: string, externalId: string): Promise<void>;
  /** Puts an event of the house into the conversation's inbox; false when there is no such conversation in the scope. */
  receiveFromHouse(scope: ClinicScope, conversationId: string, event: HouseEvent): Promise<boolean>;
  /** Says that this worker lives for another `ttlMs`. Its leases die with it. */
  beat(workerId: string, ttlMs: number): Promise<void>;
  /** Gives back everything the worker holds. */
  retire(workerId: string): Promise<void>;
  /**
   * Leases up to `limit` conversations with something waiting or a timer due, and loads their turns. A customer's words become
   * ripe when the clinic's settle time has passed since the last of them, or `mostSettleMs` since the first, by the database's clock.
   */
  claimTurns(workerId: string, limit: number): Promise<readonly TurnLoad[]>;
  /** Commits turns together; each stands or falls alone. Releases their leases. */
  commitTurns(workerId: string, commits: readonly TurnCommit[]): Promise<readonly CommitResult[]>;
  /**
   * Gives a lease back without a commit, after a failed turn; counts the attempt so that poison is noticed. At the last one
   * what waits is taken out of the bot's hands, and the rescue takes its place, in one transaction.
   */
  abandonTurn(
    workerId: string,
    lease: Lease,
    attempts: { max: number; rescue: Rescue },
  ): Promise<'will-retry' | 'quarantined'>;
  /** This customer's own bookings that begin after an instant, on whichever channel they were made, the soonest first. */
  bookingsOf(scope: ClinicScope, customerId: string, after: Instant): Promise<readonly Booking[]>;
  /** What is busy in the clinic between two instants. */
  busyBetween(scope: ClinicScope, from: Instant, to: Instant): Promise<readonly BusyPeriod[]>;
}
