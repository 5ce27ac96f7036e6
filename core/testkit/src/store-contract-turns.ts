import { randomUUID } from 'node:crypto';
import type { InboundEvent, TimerName } from '@glowbot/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  commitOf,
  type House,
  houseOf,
  message,
  noon,
  type OpenStore,
  type StoreSubject,
} from './store-contract-house.ts';

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

export function turnsContract(subject: StoreSubject): void {
  describe('from arrival to committed turn', () => {
    let open: OpenStore;
    let house: House;
    beforeAll(async () => {
      open = await subject.open();
      house = await houseOf(open.store);
    });
    afterAll(() => open.close());

    const texts = (events: readonly { event: { kind: string } }[]) =>
      events.map(({ event }) => ('text' in event ? event.text : event.kind));

    it('keeps an event once, however often and however fast it is delivered', async () => {
      const { store, account } = house;
      const conversationId = randomUUID();
      const event = message(conversationId, 'chào em');
      const results = await Promise.all(times(50, () => store.receive([{ account, conversationId, event }])));
      expect(results.flat().filter((result) => result === 'kept')).toHaveLength(1);
      expect(results.flat().filter((result) => result === 'duplicate')).toHaveLength(49);
      const again = await store.receive([
        { account, conversationId, event },
        { account, conversationId, event },
      ]);
      expect(again).toEqual(['duplicate', 'duplicate']);
      const load = await house.claim(await house.worker(), conversationId);
      expect(load.waiting).toHaveLength(1);
    });

    it('says of an event that comes twice in one delivery that it was kept once', async () => {
      const { store, account } = house;
      const conversationId = randomUUID();
      const event = message(conversationId, 'hai lần');
      const results = await store.receive([
        { account, conversationId, event },
        { account, conversationId, event },
      ]);
      expect(results).toEqual(['kept', 'duplicate']);
    });

    it('gives back every character that can be in a text', async () => {
      const text = 'a\0b \uD800 \u202E ệ e\u0323\u0302 👩‍⚕️ \'"\\ {} $1';
      const conversationId = await house.says(text, { id: `id\0with\uDFFFoddities ${randomUUID()}` });
      const worker = await house.worker();
      const load = await house.claim(worker, conversationId);
      expect(texts(load.waiting)).toEqual([text]);
      const commit = commitOf(load);
      const said = { author: 'customer' as const, vendorMessageId: 'm\0', attachments: [], at: noon };
      const [result] = await house.store.commitTurns(worker, [
        { ...commit, messages: [{ ...said, id: 'x\0', text }], customer: { name: 'Thử\0' } },
      ]);
      expect(result).toEqual({ kind: 'committed' });
    });

    it('keeps impossible vendor times without losing the event', async () => {
      for (const at of [-1, 0, Date.UTC(9999, 11, 31), Number.MAX_SAFE_INTEGER]) {
        const conversationId = await house.says('lạc giờ', { at });
        const load = await house.claim(await house.worker(), conversationId);
        expect(texts(load.waiting)).toEqual(['lạc giờ']);
      }
    });

    it('never makes a turn of an event about nobody', async () => {
      const { store, account } = house;
      const event: InboundEvent = {
        kind: 'unrecognised',
        id: randomUUID(),
        accountId: 'page',
        contactId: null,
        at: noon,
        reason: 'unknown event',
        raw: '{}',
      };
      expect(await store.receive([{ account, conversationId: null, event }])).toEqual(['kept']);
      expect(await store.receive([{ account, conversationId: null, event }])).toEqual(['duplicate']);
      expect(await store.claimTurns(await house.worker(), 10)).toEqual([]);
    });

    it('counts events of accounts nobody connected and leads them nowhere', async () => {
      expect(await house.store.routeAccount('test', 'nobody')).toBeUndefined();
      await house.store.noteUnrouted('test', 'nobody');
      await house.store.noteUnrouted('test', 'nobody');
    });

    it('takes everything that waits as one turn, by time at the vendor and then by arrival', async () => {
      const conversationId = await house.says('ba', { at: noon + 2 });
      await house.says('một', { conversationId, at: noon });
      await house.says('hai', { conversationId, at: noon });
      const load = await house.claim(await house.worker(), conversationId);
      expect(texts(load.waiting)).toEqual(['một', 'hai', 'ba']);
      expect(load.conversation).toMatchObject({
        channel: 'test',
        accountId: house.account.accountId,
        contactId: `contact ${conversationId}`,
        snapshot: null,
        chartVersion: null,
        epoch: 0,
      });
      expect(load.customer).toEqual({ name: null, phone: null, optedOut: false, birthday: null });
      expect(load.clinicVersion).toBeGreaterThan(0);
    });

    it('gives a conversation to one of twenty who want it', async () => {
      const conversationId = await house.says('ai nhận?');
      const workers = await Promise.all(times(20, () => house.worker()));
      const loads = (await Promise.all(workers.map((worker) => house.store.claimTurns(worker, 5)))).flat();
      expect(loads.filter(({ lease }) => lease.conversationId === conversationId)).toHaveLength(1);
    });

    it('gives nothing to a worker that shows no sign of life', async () => {
      await house.says('có ai không?');
      expect(await house.store.claimTurns(randomUUID(), 10)).toEqual([]);
      const worker = await house.worker();
      expect((await house.store.claimTurns(worker, 10)).length).toBeGreaterThan(0);
    });

    it('lets a long queue in one leased conversation hide no other', async () => {
      const busy = await house.says('đợi');
      await house.claim(await house.worker(), busy);
      await Promise.all(times(30, () => house.says('nữa', { conversationId: busy })));
      const other = await house.says('em hỏi');
      const loads = await house.store.claimTurns(await house.worker(), 1);
      expect(loads.map(({ lease }) => lease.conversationId)).toEqual([other]);
    });

    it('frees the conversations of a dead worker, and lets it commit nothing any more', async () => {
      const conversationId = await house.says('chết giữa chừng');
      const dead = await house.worker();
      const load = await house.claim(dead, conversationId);
      await house.store.beat(dead, -1);
      const heir = await house.worker();
      const taken = await house.claim(heir, conversationId);
      expect(BigInt(taken.lease.fence)).toBeGreaterThan(BigInt(load.lease.fence));
      await house.store.beat(dead, 60_000);
      const late = {
        ...commitOf(load),
        steps: [{ event: 'late', from: 'a', to: 'b', detail: null, at: noon }],
      };
      expect(await house.store.commitTurns(dead, [late])).toEqual([{ kind: 'fenced' }]);
      expect(await house.store.commitTurns(heir, [commitOf(taken)])).toEqual([{ kind: 'committed' }]);
      expect((await house.store.conversation(house.scope, conversationId))?.steps).toEqual([]);
    });

    it('refuses the commit of a worker that has died, although nobody took its place', async () => {
      const conversationId = await house.says('đã tắt');
      const worker = await house.worker();
      const load = await house.claim(worker, conversationId);
      await house.store.beat(worker, -1);
      expect(await house.store.commitTurns(worker, [commitOf(load)])).toEqual([{ kind: 'fenced' }]);
    });

    it('commits a lease once, also when it is offered twice at the same time', async () => {
      const conversationId = await house.says('một lần thôi');
      const worker = await house.worker();
      const commit = commitOf(await house.claim(worker, conversationId));
      const results = await house.store.commitTurns(worker, [commit, commit]);
      expect(results.map(({ kind }) => kind).toSorted()).toEqual(['committed', 'fenced']);
      expect(await house.store.commitTurns(worker, [commit])).toEqual([{ kind: 'fenced' }]);
    });

    it('lets every turn of a shared commit stand or fall alone', async () => {
      const worker = await house.worker();
      const conversations = await Promise.all(times(8, (index) => house.says(`số ${index}`)));
      const loads = await house.store.claimTurns(worker, 100);
      const commits = loads.map((load, index) => ({
        ...commitOf(load),
        lease: index % 2 === 0 ? load.lease : { ...load.lease, fence: '999999' },
      }));
      const results = await house.store.commitTurns(worker, commits);
      expect(results.map(({ kind }) => kind)).toEqual(
        commits.map((_, index) => (index % 2 === 0 ? 'committed' : 'fenced')),
      );
      expect(loads.length).toBeGreaterThanOrEqual(conversations.length);
      await house.store.retire(worker);
    });

    it('hands out again what a retired worker held', async () => {
      const conversationId = await house.says('đổi ca');
      const worker = await house.worker();
      await house.claim(worker, conversationId);
      await house.store.retire(worker);
      await house.claim(await house.worker(), conversationId);
    });

    it('hands out nothing that was handled, and remembers what the turn decided', async () => {
      const conversationId = await house.says('nhớ nhé');
      const worker = await house.worker();
      const load = await house.claim(worker, conversationId);
      const said = load.waiting[0]?.event;
      const commit = {
        ...commitOf(load),
        conversation: {
          snapshot: '{"value":"x\\u0000"}',
          chartVersion: 7,
          state: 'automated.book.askingTime',
          epoch: 0,
          customerSpokeAt: noon,
        },
        messages: [
          {
            id: said?.id ?? '',
            author: 'customer' as const,
            text: 'nhớ nhé',
            vendorMessageId: 'm1',
            attachments: [{ type: 'image', url: 'https://example.invalid/a' }, { type: 'sticker' }],
            at: noon,
          },
        ],
        customer: { name: 'Khách Thử', phone: '0900000009' },
      };
      await house.store.commitTurns(worker, [commit]);
      expect(await house.store.claimTurns(worker, 10)).toEqual([]);
      await house.says('còn nhớ không', { conversationId });
      const next = await house.claim(worker, conversationId);
      expect(texts(next.waiting)).toEqual(['còn nhớ không']);
      expect(next.conversation).toMatchObject({ snapshot: '{"value":"x\\u0000"}', chartVersion: 7 });
      expect(next.customer).toEqual({
        name: 'Khách Thử',
        phone: '0900000009',
        optedOut: false,
        birthday: null,
      });
      const detail = await house.store.conversation(house.scope, conversationId);
      expect(detail).toMatchObject({
        state: 'automated.book.askingTime',
        mode: 'automated',
        customerName: 'Khách Thử',
      });
      expect(detail?.messages).toEqual([{ ...commit.messages[0], delivery: null }]);
    });

    it('raises each timer once, when it is due, and a cancelled one never', async () => {
      const conversationId = await house.says('hẹn giờ');
      const worker = await house.worker();
      const hold: TimerName = 'hold';
      await house.turn(worker, conversationId, {
        setTimers: [
          { name: hold, dueAt: Date.now() + 1_800_000 },
          { name: 'unattended', dueAt: Date.now() + 1_800_000 },
        ],
      });
      expect(await house.store.claimTurns(worker, 10)).toEqual([]);
      await house.says('bỏ đi', { conversationId });
      await house.turn(worker, conversationId, { cancelTimers: ['unattended'] });
      await open.hasten();
      const due = await house.claim(worker, conversationId);
      expect(due.waiting).toEqual([]);
      expect(due.dueTimers.map(({ name }) => name)).toEqual([hold]);
      await house.store.commitTurns(worker, [commitOf(due)]);
      expect(await house.store.claimTurns(worker, 10)).toEqual([]);
    });

    it('lets an event of the house wait beside the customer’s words, once', async () => {
      const conversationId = await house.says('gặp người thật');
      const event = { kind: 'staff.tookOver' as const, id: randomUUID(), at: noon + 1, by: 'api' };
      expect(await house.store.receiveFromHouse(house.scope, conversationId, event)).toBe(true);
      expect(await house.store.receiveFromHouse(house.scope, conversationId, event)).toBe(true);
      expect(await house.store.receiveFromHouse(house.scope, randomUUID(), event)).toBe(false);
      const load = await house.claim(await house.worker(), conversationId);
      expect(load.waiting.map((item) => item.event.kind)).toEqual(['message', 'staff.tookOver']);
      expect(load.waiting[1]?.event).toEqual(event);
    });
  });
}
