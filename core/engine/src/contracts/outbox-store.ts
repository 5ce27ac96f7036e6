import { z } from 'zod';
import type { Instant } from '../domain/clinic-time.ts';
import { TimerName } from '../machines/effects.ts';
import { Asking } from '../machines/facts.ts';
import type { ClinicScope } from './clinic-scope.ts';
import type { Choice } from './inbound-event.ts';
import type { FailureNext } from './channel-adapter.ts';
import type { ReplyPlan } from '../engine/reply-plan.ts';

/** Where the customer stands as long as a reply is not said. Words that arrive meanwhile are read from there. */
export const Standing = z.object({
  /** The question last said aloud, and how often in a row the customer was last told that they were not understood. */
  asking: Asking.nullable(),
  misunderstood: z.number().int().nonnegative(),
  /** The timers that made the reply be decided; taken back, they are raised again. */
  timers: z.array(TimerName),
  /** It tells of something that is so already, such as a booking: it must be said, whatever comes between. */
  binding: z.boolean(),
});
export type Standing = z.infer<typeof Standing>;

/** Something to say, decided but not yet worded. Its id is its key towards the vendor. */
export type OutboxDraft = {
  id: string;
  /** Words of staff are theirs: no takeover withdraws them, and no later turn takes them in. */
  author: 'bot' | 'staff';
  plan: ReplyPlan;
  /** Not an answer to something just said: reminders and the like, which consent and windows may forbid. */
  proactive: boolean;
  /** The conversation's epoch in which it was decided; a later takeover makes the bot's words void. */
  epoch: number;
  before: Standing;
};

/** A reply decided earlier and not yet allowed to leave, as the next turn finds it. */
export type UnsaidReply = Pick<OutboxDraft, 'id' | 'plan' | 'proactive' | 'before'>;

/** One outbox row in a worker's hands. */
export type SendJob = {
  id: string;
  clinicId: string;
  scope: ClinicScope;
  clinicVersion: number;
  conversationId: string;
  channel: string;
  accountId: string;
  contactId: string;
  customerSpokeAt: Instant | null;
  optedOut: boolean;
  plan: ReplyPlan;
  proactive: boolean;
  /** How often it has been sent already. */
  attempts: number;
  /** How often an unknown outcome has been looked up in vain. */
  lookUps: number;
  /** 'queued' must be worded and authorised; 'unknown' must be looked up, never resent. */
  state: 'queued' | 'unknown';
  /** What was (perhaps) said: set once worded. */
  texts: readonly string[];
  sendingAt: Instant | null;
};

/** The exact words of a job, asked to be sent now. */
export type SendRequest = {
  id: string;
  clinicId: string;
  texts: readonly string[];
  choices: readonly Choice[];
};

/** What became of an outbox row. */
export type OutboxSettlement =
  | { id: string; clinicId: string; kind: 'sent'; vendorMessageIds: readonly string[]; text: string }
  | { id: string; clinicId: string; kind: 'failed'; next: FailureNext; vendorCode: string }
  | { id: string; clinicId: string; kind: 'retry'; afterMs: number; vendorCode: string }
  /** Perhaps said; to be looked up after `afterMs`. */
  | { id: string; clinicId: string; kind: 'unknown'; afterMs: number; why: string }
  | { id: string; clinicId: string; kind: 'withheld'; why: string };

/** An echo of ours may settle a row by our key, by the vendor's message id, or by its exact text. */
export type EchoMatch = { kind: 'ours'; outboxId: string; alreadySettled: boolean } | { kind: 'not-ours' };

/** The durable path from decided reply to settled send. */
export interface OutboxStore {
  /**
   * Hands out rows to send: queued rows that are due, first in their conversation and not outdated by newer words of the customer
   * that wait in the inbox, and `unknown` rows due for a look-up.
   * Rows left in the middle of a send by a worker that died come back as `unknown`.
   */
  claimSends(workerId: string, limit: number): Promise<readonly SendJob[]>;
  /**
   * The transaction that allows a send: the row is still queued and ours, nobody took over since (epoch, for the bot's words), the
   * customer has said nothing since that still waits, nothing earlier of the conversation is unsettled, and a proactive message has no opt-out against it. Stores the exact words before they leave.
   */
  authoriseSends(
    workerId: string,
    requests: readonly SendRequest[],
  ): Promise<readonly { id: string; allowed: boolean }[]>;
  settleSends(workerId: string, settlements: readonly OutboxSettlement[]): Promise<void>;
  /** Whose message came back? Looks among the conversation's rows of the last day. */
  matchEcho(
    scope: ClinicScope,
    conversationId: string,
    echo: { key?: string | undefined; messageId: string; text: string; at: Instant },
  ): Promise<EchoMatch>;
}
