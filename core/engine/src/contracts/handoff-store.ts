import type { HandoffPriority, HandoffReason, Key } from '../domain/clinic.ts';
import type { Instant } from '../domain/clinic-time.ts';
import type { ClinicScope } from './clinic-scope.ts';
import type { Brief } from './language-model.ts';
import type { RecentWords } from './model-ledger.ts';

/**
 * What a turn changes about its conversation's handoff, in order. A conversation has one open handoff at most: opening it again
 * changes nothing, unless an emergency makes it urgent; then it counts as not yet acknowledged, and the call chain begins anew.
 */
export type HandoffChange =
  | { kind: 'opened'; id: string; reason: HandoffReason; priority: HandoffPriority; at: Instant }
  /** It is this person's turn; null: nobody is left to call. Whoever acknowledged before has not written. */
  | { kind: 'called'; step: number; person: Key | null; answerBy: Instant | null; at: Instant }
  /** Somebody has it in hand; nobody else is called. The first one counts. */
  | { kind: 'acknowledged'; by: string; at: Instant }
  | { kind: 'closed'; at: Instant };

/** A person to be told of the conversation's open handoff. */
export type AlertDraft = {
  id: string;
  person: Key;
  step: number;
  /** The notifiers to try, one after the other; the person's address with each stands in the clinic's records. */
  notifiers: readonly [Key, ...Key[]];
  dueAt: Instant;
};

/** What becomes of a handoff, and whom to tell of the one that is open afterwards. */
export type HandingOver = { handoffs: readonly HandoffChange[]; alerts: readonly AlertDraft[] };

/** One alert in a worker's hands. */
export type AlertJob = {
  id: string;
  clinicId: string;
  scope: ClinicScope;
  clinicVersion: number;
  handoffId: string;
  reason: HandoffReason;
  priority: HandoffPriority;
  openedAt: Instant;
  /** When the next person is called. */
  answerBy: Instant | null;
  person: Key;
  /** Those still to try, the next one first. */
  notifiers: readonly Key[];
  /** How often the next one has been tried already. */
  attempts: number;
};

/** What became of one attempt to tell a person. `code` says why, for whoever looks after the notifier. */
export type AlertSettlement = { id: string; clinicId: string; notifier: Key; code: string | null } & (
  | { kind: 'delivered' }
  | { kind: 'retry'; afterMs: number }
  /** This way is closed; the next one is tried at once. After the last one the person cannot be reached, and the next is called. */
  | { kind: 'failed' }
);

/** A step of the call chain as it happened. */
export type HandoffCall = {
  step: number;
  person: Key | null;
  calledAt: Instant;
  answerBy: Instant | null;
  alerts: readonly {
    state: 'queued' | 'delivered' | 'failed' | 'withdrawn';
    dueAt: Instant;
    attempts: readonly {
      notifier: Key;
      outcome: 'delivered' | 'retry' | 'failed';
      code: string | null;
      at: Instant;
    }[];
  }[];
};

/** What staff read first, and who wrote it: rules from the facts, or a language model as far as the records bear it out. */
export type HandoffBrief = Brief & { by: 'rules' | 'model'; at: Instant };

/** An open handoff nobody has written a brief for. */
export type BriefJob = {
  handoffId: string;
  clinicId: string;
  scope: ClinicScope;
  clinicVersion: number;
  conversationId: string;
  reason: HandoffReason;
  priority: HandoffPriority;
  /** The conversation's chart as it stands; null before its first turn. */
  snapshot: string | null;
  chartVersion: number | null;
  recent: RecentWords;
};

export type HandoffRecord = {
  id: string;
  conversationId: string;
  channel: string;
  customerName: string | null;
  reason: HandoffReason;
  priority: HandoffPriority;
  openedAt: Instant;
  /** Who has it in hand, or whose turn it is to take it. */
  owner: string | null;
  answerBy: Instant | null;
  acknowledgedAt: Instant | null;
  /** Since when nobody is left to call. */
  unattendedAt: Instant | null;
  closedAt: Instant | null;
  /** Null for the moment until one is written. */
  brief: HandoffBrief | null;
  calls: readonly HandoffCall[];
};

/** Where a link out of an alert leads: to one handoff, for one person, once. */
export type HandoffLink = {
  scope: ClinicScope;
  person: Key;
  handoff: HandoffRecord;
  state: 'open' | 'used' | 'expired';
};

/** Handoffs and the people called for them. */
export interface HandoffStore {
  /** Those not closed: urgent ones first, then the longest waiting. */
  openHandoffs(scope: ClinicScope): Promise<readonly HandoffRecord[]>;
  handoff(scope: ClinicScope, id: string): Promise<HandoffRecord | undefined>;
  /** Hands out alerts that are due. One whose handoff was acknowledged or closed meanwhile is withdrawn instead. */
  claimAlerts(workerId: string, limit: number): Promise<readonly AlertJob[]>;
  /** Told twice does no harm, not told does: an alert in the hands of a worker that died is handed out again. */
  settleAlerts(workerId: string, settlements: readonly AlertSettlement[]): Promise<void>;
  /** Hands out open handoffs without a brief, each for a minute: whoever dies over one leaves it to the next. */
  claimBriefs(limit: number): Promise<readonly BriefJob[]>;
  /** Keeps a brief with its handoff, unless an emergency has changed what that is about. */
  storeBrief(job: BriefJob, brief: HandoffBrief): Promise<void>;
  /** Makes a link's token; only its digest is kept. */
  issueHandoffLink(
    scope: ClinicScope,
    link: { handoffId: string; person: Key; expiresAt: Instant },
  ): Promise<string>;
  /** Where a presented token leads; looking changes nothing but the note that somebody looked. */
  handoffLink(token: string, at: Instant): Promise<HandoffLink | undefined>;
  /** Uses a link up: its person acknowledges the handoff, as an event of the house named `eventId`. False: it was not open. */
  useHandoffLink(token: string, eventId: string, at: Instant): Promise<boolean>;
}
