import { randomUUID } from 'node:crypto';
import type {
  CalendarChange,
  ChoiceMeaning,
  Clinic,
  ClinicScope,
  CommitResult,
  InboundEvent,
  OutboxDraft,
  RoutedAccount,
  SendJob,
  Slot,
  Store,
  TurnCommit,
  TurnLoad,
} from '@glowbot/core';
import { exampleClinic } from './example-clinic.ts';

/** What the author of a store supplies. */
export type StoreSubject = {
  /** A store with nothing in it. */
  open(): Promise<OpenStore>;
};

export type OpenStore = {
  store: Store;
  /** Everything that is to become due within the next hour becomes due now, without waiting for it. */
  hasten(): Promise<void>;
  /** What waits in the inbox has waited this much longer, by the store's own clock. */
  pass(ms: number): Promise<void>;
  close(): Promise<void>;
};

/** Noon of a day in November 2026, in Vietnam. */
export const noon = Date.UTC(2026, 10, 24, 5);
const hour = 3_600_000;

type Said = { id?: string; at?: number; choice?: ChoiceMeaning };

/** One clinic with one account, and the small moves that tests are made of. */
export type House = {
  store: Store;
  clinicId: string;
  scope: ClinicScope;
  account: RoutedAccount;
  /** Starts a worker that lives for a minute. */
  worker(): Promise<string>;
  /** A customer's words, received. Returns the conversation. */
  says(text: string, event?: Said & { conversationId?: string }): Promise<string>;
  /** Claims until nothing is left, and returns the turn of this conversation. */
  claim(workerId: string, conversationId: string): Promise<TurnLoad>;
  /** A whole turn of this conversation with the given results. */
  turn(workerId: string, conversationId: string, results?: Partial<TurnCommit>): Promise<void>;
};

export async function houseOf(store: Store, clinic: Clinic = exampleClinic): Promise<House> {
  const { clinicId, scope } = await store.createClinic(`clinic-${randomUUID()}`, clinic);
  const externalId = randomUUID();
  await store.connectAccount(scope, {
    channel: 'test',
    externalId,
    name: 'thử',
    credentials: { token: 'bí mật' },
  });
  const account = await store.routeAccount('test', externalId);
  if (!account) throw new RangeError('a connected account leads nowhere');

  const house: House = {
    store,
    clinicId,
    scope,
    account,
    async worker() {
      const workerId = randomUUID();
      await store.beat(workerId, 60_000);
      return workerId;
    },
    async says(text, { conversationId = randomUUID(), ...event } = {}) {
      await store.receive([{ account, conversationId, event: message(conversationId, text, event) }]);
      return conversationId;
    },
    async claim(workerId, conversationId) {
      for (;;) {
        const loads = await store.claimTurns(workerId, 10);
        const load = loads.find(({ lease }) => lease.conversationId === conversationId);
        if (load) return load;
        if (loads.length === 0) throw new RangeError('the conversation could not be claimed');
      }
    },
    async turn(workerId, conversationId, results = {}) {
      const load = await house.claim(workerId, conversationId);
      const [result] = await store.commitTurns(workerId, [{ ...commitOf(load), ...results }]);
      if (result?.kind !== 'committed') throw new RangeError(`the turn ended as ${result?.kind}`);
    },
  };
  return house;
}

/** The contact is named by its conversation, so that a test needs to remember only one of them. */
export function message(conversationId: string, text: string, event: Said = {}): InboundEvent {
  const id = event.id ?? randomUUID();
  return {
    kind: 'message',
    id,
    accountId: 'page',
    contactId: `contact ${conversationId}`,
    at: event.at ?? noon,
    messageId: `mid ${id}`,
    text,
    ...(event.choice ? { choice: event.choice } : {}),
    attachments: [],
  };
}

/** A turn that handles everything it was given and wants nothing else. */
export function commitOf(load: TurnLoad): TurnCommit {
  return {
    lease: load.lease,
    handled: load.waiting.map(({ seq }) => ({ seq, outcome: 'answered', reason: null })),
    firedTimers: load.dueTimers.map(({ name }) => name),
    conversation: {
      snapshot: '{"value":"idle"}',
      chartVersion: 1,
      state: 'automated.idle',
      epoch: load.conversation.epoch,
      customerSpokeAt: null,
    },
    messages: [],
    outbox: [],
    takenBack: [],
    settlements: [],
    setTimers: [],
    cancelTimers: [],
    calendar: [],
    customer: {},
    handoffs: [],
    alerts: [],
    steps: [],
    questions: [],
  };
}

/** One turn of a new customer, or of a known one, that changes the calendar. */
export async function changesCalendar(
  house: House,
  calendar: readonly CalendarChange[],
  conversationId?: string,
): Promise<CommitResult | undefined> {
  const id = await house.says('đặt giúp em', conversationId === undefined ? {} : { conversationId });
  const worker = await house.worker();
  const load = await house.claim(worker, id);
  const [result] = await house.store.commitTurns(worker, [{ ...commitOf(load), calendar }]);
  await house.store.retire(worker);
  return result;
}

export function draft(id: string = randomUUID(), about: Partial<OutboxDraft> = {}): OutboxDraft {
  return {
    id,
    author: 'bot',
    plan: { language: 'vi', address: null, turn: 0, introduce: false, says: [], ask: null },
    proactive: false,
    epoch: 0,
    before: { asking: null, misunderstood: 0, timers: [], binding: false },
    ...about,
  };
}

/** Claims one send, which must be there. */
export async function claimSend(store: Store, workerId: string): Promise<SendJob> {
  const [job] = await store.claimSends(workerId, 1);
  if (!job) throw new RangeError('there was nothing to send');
  return job;
}

export async function authorise(
  store: Store,
  workerId: string,
  job: SendJob,
  text: string,
): Promise<boolean> {
  const [answer] = await store.authoriseSends(workerId, [
    { id: job.id, clinicId: job.clinicId, texts: [text], choices: [] },
  ]);
  return answer?.allowed ?? false;
}

export function slotAt(start: number, about: Partial<Slot> = {}): Slot {
  return {
    treatment: 'peel',
    branch: 'cs2',
    staff: 'an',
    room: 'da',
    place: 1,
    start,
    end: start + hour,
    ...about,
  };
}

export function hold(
  slot: Slot,
  id: string = randomUUID(),
  until = Date.now() + hour,
): CalendarChange & { kind: 'hold' } {
  return { kind: 'hold', id, slot, until };
}
