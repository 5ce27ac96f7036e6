import type { Instant, StoredSkill } from '@glowbot/core';
import type {
  AccountRow,
  AlertRow,
  AppointmentRow,
  ClinicRow,
  ConversationRow,
  HandoffRow,
  LinkRow,
  OutboxRow,
  QuestionRow,
  WaitingRow,
} from './rows.ts';

export type MemoryStoreOptions = {
  /** The clinics' clock: when timers and sends are due, and holds run out. */
  clock: () => Instant;
  /** By which workers live and die; it may stand still. */
  leaseClock: () => Instant;
  newId: () => string;
};

/** Everything the store holds, and the few questions that all its doors ask. */
export type House = MemoryStoreOptions & {
  clinics: Map<string, ClinicRow>;
  accounts: Map<string, AccountRow>;
  /** What each clinic wants of its skills, by clinic and skill. */
  skills: Map<string, Map<string, StoredSkill>>;
  tokens: Map<string, string>;
  questions: QuestionRow[];
  conversations: Map<string, ConversationRow>;
  appointments: Map<string, AppointmentRow>;
  waiting: Map<string, WaitingRow>;
  outbox: Map<string, OutboxRow>;
  alerts: Map<string, AlertRow>;
  links: Map<string, LinkRow>;
  /** Handoffs nobody has written a brief for; `claimedAt` by the clock of the leases. */
  unbriefed: Map<HandoffRow, { row: ConversationRow; claimedAt: Instant | null }>;
  /** Vendor event ids that were kept already. */
  seen: Set<string>;
  unrouted: Map<string, number>;
  workers: Map<string, Instant>;
  /** The next number in the order in which things are kept. */
  next(): number;
  isAlive(workerId: string): boolean;
};

export function emptyHouse(options: MemoryStoreOptions): House {
  let last = 0;
  const workers = new Map<string, Instant>();
  return {
    ...options,
    clinics: new Map(),
    accounts: new Map(),
    skills: new Map(),
    questions: [],
    tokens: new Map(),
    conversations: new Map(),
    appointments: new Map(),
    waiting: new Map(),
    outbox: new Map(),
    alerts: new Map(),
    links: new Map(),
    unbriefed: new Map(),
    seen: new Set(),
    unrouted: new Map(),
    workers,
    next() {
      last += 1;
      return last;
    },
    isAlive: (workerId) => (workers.get(workerId) ?? Number.NEGATIVE_INFINITY) > options.leaseClock(),
  };
}

export const conversationKey = (clinicId: string, conversationId: string) => `${clinicId} ${conversationId}`;

/** The conversation, if it is there and in one of these clinics. */
export function conversationIn(
  house: House,
  clinicIds: readonly string[],
  conversationId: string,
): ConversationRow | undefined {
  for (const clinicId of clinicIds) {
    const row = house.conversations.get(conversationKey(clinicId, conversationId));
    if (row) return row;
  }
  return undefined;
}
