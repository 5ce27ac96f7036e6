import type {
  AppointmentRecord,
  Choice,
  Clinic,
  HandoffCall,
  HandoffRecord,
  Handled,
  HouseEvent,
  InboundEvent,
  Instant,
  JournalStep,
  OutboxDraft,
  Phone,
  Slot,
  ThreadMessage,
  TimerName,
  WaitingWish,
  MonthDay,
} from '@glowbot/core';

/** What the store keeps: one object a conversation, because nothing of a conversation is asked for without it. */

export type ClinicRow = { id: string; slug: string; clinic: Clinic; version: number };

export type AccountRow = {
  id: string;
  clinicId: string;
  channel: string;
  externalId: string;
  name: string;
  credentials: unknown;
};

export type CustomerRow = {
  id: string;
  name: string | null;
  phone: Phone | null;
  optedOut: boolean;
  birthday: MonthDay | null;
};

export type InboxRow = {
  seq: number;
  at: Instant;
  event: InboundEvent | HouseEvent;
  receivedAt: Instant;
  /** The customer's own words or taps. */
  speaks: boolean;
  /** When it may be answered, if nothing follows it meanwhile. */
  ripeAt: Instant;
  handled: Omit<Handled, 'seq'> | null;
};

export type OutboxRow = OutboxDraft & {
  seq: number;
  clinicId: string;
  conversation: ConversationRow;
  state: 'queued' | 'sending' | 'unknown' | 'sent' | 'failed' | 'withheld';
  why: string | null;
  dueAt: Instant;
  workerId: string | null;
  claimedAt: Instant | null;
  texts: readonly string[];
  said: string | null;
  choices: readonly Choice[];
  sendingAt: Instant | null;
  attempts: number;
  lookUps: number;
  vendorMessageIds: readonly string[];
};

export type AppointmentRow = {
  id: string;
  conversation: ConversationRow;
  slot: Slot;
  /** The booking this hold is to move. */
  replaces: string | null;
  status: AppointmentStatus;
  heldUntil: Instant | null;
  attendanceConfirmedAt: Instant | null;
};
export type AppointmentStatus =
  | 'held'
  | 'lapsed'
  | 'released'
  | 'booked'
  | 'awaiting_deposit'
  | 'arrived'
  | 'cancelled';

export type QuestionRow = {
  clinicId: string;
  id: string;
  signature: string;
  isOpen: boolean;
  askings: { conversationId: string; words: string; at: Instant }[];
};

export type WaitingRow = {
  id: string;
  conversation: ConversationRow;
  wish: WaitingWish;
  isOpen: boolean;
  offeredUntil: Instant | null;
  /** What it was last woken for. */
  woken: { at: Instant; slot: Slot } | null;
};

export type HandoffRow = Omit<HandoffRecord, 'conversationId' | 'channel' | 'customerName' | 'calls'> & {
  calls: (Omit<HandoffCall, 'alerts'> & { seq: number })[];
};

export type AlertRow = {
  id: string;
  conversation: ConversationRow;
  handoff: HandoffRow;
  callSeq: number;
  person: string;
  notifiers: readonly string[];
  state: 'queued' | 'delivered' | 'failed' | 'withdrawn';
  dueAt: Instant;
  /** Attempts by the notifier that is tried now. */
  tries: number;
  attempts: HandoffCall['alerts'][number]['attempts'][number][];
  workerId: string | null;
  claimedAt: Instant | null;
};

export type LinkRow = {
  clinicId: string;
  handoffId: string;
  person: string;
  expiresAt: Instant;
  isUsed: boolean;
};

export type StepRow = JournalStep & { seq: number };

export type ConversationRow = {
  id: string;
  clinicId: string;
  accountId: string;
  channel: string;
  contactId: string;
  customer: CustomerRow;
  snapshot: string | null;
  chartVersion: number | null;
  state: string;
  epoch: number;
  customerSpokeAt: Instant | null;
  /** Grows with every change, so that a list can show the last touched first. */
  touched: number;
  lease: { workerId: string; at: Instant } | null;
  fence: number;
  attempts: number;
  retryAt: Instant | null;
  inbox: InboxRow[];
  timers: Map<TimerName, Instant>;
  outbox: OutboxRow[];
  messages: (ThreadMessage & { seq: number })[];
  steps: StepRow[];
  handoffs: HandoffRow[];
};

/** Statuses in which a person and a place are not free for anybody else. */
const occupying: ReadonlySet<AppointmentStatus> = new Set(['held', 'awaiting_deposit', 'booked', 'arrived']);

export const isOccupying = ({ status }: AppointmentRow): boolean => occupying.has(status);

export function toRecord({ id, status, slot }: AppointmentRow): AppointmentRecord {
  const { treatment, area = null, branch, staff, room, start, end } = slot;
  return { id, status, treatment, area, branch, staff, room, start, end };
}
