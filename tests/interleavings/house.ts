import { randomUUID } from 'node:crypto';
import type {
  Capabilities,
  ChannelAdapter,
  EngineParts,
  InboundEvent,
  SendOutcome,
  Store,
  Worker,
} from '@glowbot/core';
import { installSkill, startWorker } from '@glowbot/core';
import { z } from 'zod';
import { type TestStore, withDemoClinic } from '../postgres/test-database.ts';
import { gates, settled } from './gates.ts';

/** How things stood when a reply was allowed to leave: where the chart was, and how many words of the customer waited. */
export type Circumstances = { state: string; waiting: number };

/** Monday, 23 November 2026, ten in the morning at the clinic. It stays so: nothing here depends on time passing. */
const now = Date.parse('2026-11-23T10:00:00+07:00');

const capabilities: Capabilities = {
  textLimit: 20_000,
  choices: { max: 13, titleLimit: 20 },
  replyWindow: { freeMs: 86_400_000, meteredMs: 86_400_000 },
  echoesCarryOurKey: true,
};

/** Names the price of every treatment that was asked about. */
const prices = installSkill({
  name: 'prices',
  settingsSchema: z.object({}),
  settingsVersion: 1,
  needs: [],
  consider: ({ understanding, clinic }) =>
    (understanding.entities.treatments ?? []).flatMap((key) => {
      const price = clinic.treatments.find((treatment) => treatment.key === key)?.price;
      if (price?.kind !== 'fixed') return [];
      const facts = { treatment: key, area: null, amount: price.amount, unit: price.unit };
      return [{ answers: `price of ${key}`, key: 'price.fixed' as const, facts }];
    }),
});

/** What the vendor has said to the customer, and how the sends still to come will end. */
export type Vendor = { said: { key: string; text: string }[]; endings: Ending[] };
export type Ending = 'sent' | 'busy' | 'lost-answer' | 'lost-request';

/**
 * Workers of the product on a real database, every call of theirs to the store and to the vendor held at a gate: a test chooses
 * which goes next, as the scheduler of an operating system would.
 */
export async function gatedHouse(database: TestStore) {
  const { store } = database;
  const held = gates();
  const { clinicId, scope, connect } = await withDemoClinic(store, `house-${randomUUID()}`);
  const pageId = randomUUID();
  await connect('test', pageId, {});
  const account = await store.routeAccount('test', pageId);
  if (!account) throw new RangeError('a connected account leads nowhere');
  const conversationId = randomUUID();
  const vendor: Vendor = { said: [], endings: [] };
  const allowed: Circumstances[] = [];
  const alive = new Map<string, { worker: Worker; timers: Set<() => void> }>();

  const adapterOf = (owner: string): ChannelAdapter => ({
    channel: 'test',
    webhookPath: 'test',
    capabilities,
    credentials: z.unknown(),
    verify: () => ({ kind: 'refused', status: 401, reason: 'no webhooks here' }),
    parse: () => [],
    render: ({ key, text }) => [{ method: 'POST', path: key, body: text }],
    send: ([call]) =>
      held.hold(owner, 'send', async (): Promise<SendOutcome> => {
        const ending = vendor.endings.shift() ?? 'sent';
        if (ending === 'busy') return { kind: 'failed', next: 'retry', vendorCode: '429', sentParts: 0 };
        if (ending === 'lost-request') return { kind: 'unknown', why: 'reset', sentParts: 0 };
        vendor.said.push({ key: call?.path ?? '', text: String(call?.body) });
        if (ending === 'lost-answer') return { kind: 'unknown', why: 'reset', sentParts: 0 };
        return { kind: 'sent', messageIds: [`mid ${call?.path}`] };
      }),
    lookUp: async ({ key }) =>
      vendor.said.some((one) => one.key === key)
        ? { kind: 'found', messageIds: [`mid ${key}`] }
        : { kind: 'absent' },
  });

  const storeOf = (owner: string): Store => ({
    ...store,
    claimTurns: (...asked) => held.hold(owner, 'claimTurns', () => store.claimTurns(...asked)),
    commitTurns: (...asked) => held.hold(owner, 'commitTurns', () => store.commitTurns(...asked)),
    claimSends: (...asked) => held.hold(owner, 'claimSends', () => store.claimSends(...asked)),
    settleSends: (...asked) => held.hold(owner, 'settleSends', () => store.settleSends(...asked)),
    authoriseSends: (...asked) =>
      held.hold(owner, 'authoriseSends', async () => {
        const [state] = await database.sql<Circumstances>(
          `select c.state, (select count(*)::int from inbox i where i.conversation_id = c.conversation_id and i.speaks and i.handled_at is null) as waiting
           from conversations c where c.conversation_id = $1`,
          [conversationId],
        );
        const answers = await store.authoriseSends(...asked);
        if (state && answers.some((answer) => answer.allowed)) allowed.push(state);
        return answers;
      }),
  });

  async function start(): Promise<void> {
    const id = randomUUID();
    const ids = [id];
    const timers = new Set<() => void>();
    const parts: EngineParts = {
      store: storeOf(id),
      channels: new Map([['test', adapterOf(id)]]),
      skills: [prices],
      notifiers: new Map(),
      alertLink: (token) => token,
      clock: () => now,
      newId: () => ids.pop() ?? randomUUID(),
      idOf: () => conversationId,
      notice: ({ level, what, error }) => {
        if (level === 'error') throw new Error(what, { cause: error });
      },
    };
    /** Alive until killed: signs of life are not what is tried here. */
    const settings = { aliveMs: 3_600_000, pollMs: 250, pauseMs: 250, atOnce: 4 };
    const worker = startWorker(parts, settings, (ms, callback) => {
      if (ms > 1_000) return () => {};
      timers.add(callback);
      return () => timers.delete(callback);
    });
    alive.set(id, { worker, timers });
    for (let tries = 0; tries < 200 && !held.waiting().some(({ owner }) => owner === id); tries += 1) {
      await settled();
    }
  }

  return {
    held,
    vendor,
    allowed,
    conversationId,
    start,
    async says(text: string) {
      const id = randomUUID();
      const event: InboundEvent = {
        kind: 'message',
        id,
        accountId: pageId,
        contactId: 'customer',
        at: now,
        messageId: id,
        text,
        attachments: [],
      };
      await store.receive([{ account, conversationId, event }]);
      for (const { worker } of alive.values()) worker.wake();
      await settled();
    },
    async staff(kind: 'staff.tookOver' | 'staff.released') {
      await store.receiveFromHouse(scope, conversationId, { kind, id: randomUUID(), at: now, by: 'test' });
      for (const { worker } of alive.values()) worker.wake();
      await settled();
    },
    /** Every worker looks for work again, as after its polling interval. */
    async poll() {
      for (const { timers } of alive.values()) {
        const due = Array.from(timers);
        timers.clear();
        for (const callback of due) callback();
      }
      await settled();
    },
    /** Ends a worker without a farewell, and starts another. */
    async kill(nth: number) {
      const id = [...alive.keys()][nth % alive.size];
      if (id === undefined) return;
      held.forget(id);
      alive.delete(id);
      await store.beat(id, -1);
      await start();
    },
    /** Whatever waits for the clock has waited long enough. */
    hasten: () =>
      database.sql(`update outbox set due_at = now() where clinic_id = $1 and due_at > now()`, [clinicId]),
    async end() {
      for (const id of alive.keys()) held.forget(id);
      for (const id of alive.keys()) await store.retire(id);
      alive.clear();
      await database.sql('delete from clinics where clinic_id = $1', [clinicId]);
    },
  };
}
export type GatedHouse = Awaited<ReturnType<typeof gatedHouse>>;
