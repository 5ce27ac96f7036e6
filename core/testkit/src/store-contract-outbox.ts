import { randomUUID } from 'node:crypto';
import type { SendJob } from '@glowbot/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  authorise,
  claimSend,
  commitOf,
  draft,
  type House,
  houseOf,
  noon,
  type OpenStore,
  type StoreSubject,
} from './store-contract-house.ts';

export function outboxContract(subject: StoreSubject): void {
  describe('from decided reply to settled send', () => {
    let open: OpenStore;
    let house: House;
    let worker: string;
    /** A store for each test: whoever asks for something to send is given whatever waits. */
    beforeEach(async () => {
      open = await subject.open();
      house = await houseOf(open.store);
      worker = await house.worker();
    });
    afterEach(() => open.close());

    /** A conversation with these replies decided, in order. */
    async function decided(...replies: ReturnType<typeof draft>[]): Promise<string> {
      const conversationId = await house.says('hỏi');
      await house.turn(worker, conversationId, { outbox: replies });
      return conversationId;
    }

    const sentBy = async (job: SendJob, ids: string[], by = worker) =>
      house.store.settleSends(by, [
        { id: job.id, clinicId: job.clinicId, kind: 'sent', vendorMessageIds: ids, text: 'lời khác' },
      ]);
    const botWords = async (conversationId: string) =>
      (await house.store.conversation(house.scope, conversationId))?.messages.filter(
        ({ author }) => author === 'bot',
      ) ?? [];

    it('hands out a new reply at once, with all that is needed to say it', async () => {
      const reply = draft(randomUUID(), { proactive: true });
      const conversationId = await house.says('hỏi');
      const load = await house.claim(worker, conversationId);
      const commit = commitOf(load);
      await house.store.commitTurns(worker, [
        { ...commit, outbox: [reply], conversation: { ...commit.conversation, customerSpokeAt: noon } },
      ]);
      const [job, ...others] = await house.store.claimSends(worker, 10);
      expect(others).toEqual([]);
      expect(job).toMatchObject({
        id: reply.id,
        clinicId: house.clinicId,
        clinicVersion: load.clinicVersion,
        conversationId,
        channel: 'test',
        accountId: house.account.accountId,
        contactId: `contact ${conversationId}`,
        customerSpokeAt: noon,
        optedOut: false,
        plan: reply.plan,
        proactive: true,
        attempts: 0,
        lookUps: 0,
        state: 'queued',
        texts: [],
        sendingAt: null,
      });
      const opened = job && (await house.store.openAccount(job.scope, job.accountId));
      expect(opened?.credentials).toEqual({ token: 'bí mật' });
    });

    it('hands a reply to one of twenty workers', async () => {
      await decided(draft());
      const workers = await Promise.all(Array.from({ length: 20 }, () => house.worker()));
      const jobs = (await Promise.all(workers.map((one) => house.store.claimSends(one, 5)))).flat();
      expect(jobs).toHaveLength(1);
    });

    it('hands out the replies of one conversation one after the other, in order', async () => {
      const replies = [draft(), draft(), draft()];
      const conversationId = await decided(...replies);
      for (const reply of replies) {
        const [job, ...others] = await house.store.claimSends(worker, 10);
        if (!job) throw new RangeError('the next reply did not come');
        expect([job.id, others]).toEqual([reply.id, []]);
        expect(await authorise(house.store, worker, job, reply.id)).toBe(true);
        expect(await house.store.claimSends(worker, 10)).toEqual([]);
        await sentBy(job, [`mid ${reply.id}`]);
      }
      expect((await botWords(conversationId)).map(({ id }) => id)).toEqual(replies.map(({ id }) => id));
    });

    it('keeps the exact words before they leave, and puts those into the thread once', async () => {
      const conversationId = await decided(draft());
      const job = await claimSend(house.store, worker);
      expect(await authorise(house.store, worker, job, 'Dạ 600.000đ ạ\0')).toBe(true);
      await sentBy(job, ['mid 1', 'mid 2']);
      await sentBy(job, ['mid 1', 'mid 2']);
      expect(await botWords(conversationId)).toMatchObject([
        {
          id: job.id,
          author: 'bot',
          text: 'Dạ 600.000đ ạ\uFFFD',
          vendorMessageId: 'mid 1',
          attachments: [],
          delivery: 'sent',
        },
      ]);
    });

    it('allows a send to the worker that holds it, and once', async () => {
      await decided(draft());
      const job = await claimSend(house.store, worker);
      expect(await authorise(house.store, await house.worker(), job, 'x')).toBe(false);
      expect(await authorise(house.store, worker, job, 'x')).toBe(true);
      expect(await authorise(house.store, worker, job, 'x')).toBe(false);
    });

    it('allows nothing to a worker that has died', async () => {
      await decided(draft());
      const job = await claimSend(house.store, worker);
      await house.store.beat(worker, -1);
      expect(await authorise(house.store, worker, job, 'x')).toBe(false);
    });

    it('withdraws what was queued when somebody takes over, and refuses what was already in hand', async () => {
      const conversationId = await decided(draft(), draft());
      const job = await claimSend(house.store, worker);
      await house.says('gặp người thật', { conversationId });
      const load = await house.claim(worker, conversationId);
      const commit = commitOf(load);
      const after = draft(randomUUID(), { epoch: 1 });
      await house.store.commitTurns(worker, [
        { ...commit, conversation: { ...commit.conversation, epoch: 1 }, outbox: [after] },
      ]);
      expect(await authorise(house.store, worker, job, 'x')).toBe(false);
      expect((await house.store.claimSends(worker, 10)).map(({ id }) => id)).toEqual([after.id]);
    });

    it('brings what staff wrote however often they take over, and never as something unsaid', async () => {
      const written = draft(randomUUID(), { author: 'staff' });
      const conversationId = await decided(written);
      await house.says('dạ', { conversationId });
      const load = await house.claim(worker, conversationId);
      expect(load.unsaid).toEqual([]);
      const commit = commitOf(load);
      await house.store.commitTurns(worker, [
        { ...commit, conversation: { ...commit.conversation, epoch: 3 } },
      ]);
      const job = await claimSend(house.store, worker);
      expect(job.id).toBe(written.id);
      expect(await authorise(house.store, worker, job, 'x')).toBe(true);
    });

    it('never sends again after a takeover what could not be sent before it', async () => {
      const conversationId = await decided(draft());
      const job = await claimSend(house.store, worker);
      await authorise(house.store, worker, job, 'x');
      await house.says('gặp người thật', { conversationId });
      const commit = commitOf(await house.claim(worker, conversationId));
      await house.store.commitTurns(worker, [
        { ...commit, conversation: { ...commit.conversation, epoch: 1 } },
      ]);
      const { id, clinicId } = job;
      await house.store.settleSends(worker, [
        { id, clinicId, kind: 'retry', afterMs: 0, vendorCode: 'busy' },
      ]);
      const again = await claimSend(house.store, worker);
      expect(await authorise(house.store, worker, again, 'x')).toBe(false);
      expect(await house.store.claimSends(worker, 10)).toEqual([]);
    });

    it('sends nothing unasked to somebody who opted out, and still answers them', async () => {
      const conversationId = await decided(draft(randomUUID(), { proactive: true }), draft());
      const reminder = await claimSend(house.store, worker);
      await house.says('dừng', { conversationId });
      await house.turn(worker, conversationId, { customer: { optedOut: true } });
      expect(await authorise(house.store, worker, reminder, 'x')).toBe(false);
      const answer = await claimSend(house.store, worker);
      expect(answer.optedOut).toBe(true);
      expect(await authorise(house.store, worker, answer, 'x')).toBe(true);
    });

    it('lets a send that a dead worker began be looked up, never sent as it is', async () => {
      await decided(draft(), draft());
      const job = await claimSend(house.store, worker);
      await authorise(house.store, worker, job, 'có thể đã nói');
      await house.store.beat(worker, -1);
      const heir = await house.worker();
      expect(await house.store.claimSends(heir, 10)).toEqual([]);
      await open.hasten();
      const [unknown, ...others] = await house.store.claimSends(heir, 10);
      expect(others).toEqual([]);
      expect(unknown).toMatchObject({
        id: job.id,
        state: 'unknown',
        texts: ['có thể đã nói'],
        attempts: 1,
        lookUps: 0,
      });
      expect(unknown?.sendingAt).toBeTypeOf('number');
      if (!unknown) return;
      expect(await authorise(house.store, heir, unknown, 'x')).toBe(false);
      const { id, clinicId } = unknown;
      await house.store.settleSends(heir, [{ id, clinicId, kind: 'unknown', afterMs: 0, why: 'unsure' }]);
      expect(await claimSend(house.store, heir)).toMatchObject({ id, state: 'unknown', lookUps: 1 });
      await house.store.settleSends(heir, [
        { id, clinicId, kind: 'retry', afterMs: 0, vendorCode: 'absent' },
      ]);
      expect(await claimSend(house.store, heir)).toMatchObject({ id, state: 'queued', attempts: 1 });
    });

    it('frees a reply that a dead worker had not begun to send', async () => {
      await decided(draft());
      const job = await claimSend(house.store, worker);
      await house.store.beat(worker, -1);
      expect(await claimSend(house.store, await house.worker())).toMatchObject({
        id: job.id,
        state: 'queued',
      });
    });

    it('believes a worker that comes back late that a message was said, and nothing else', async () => {
      const conversationId = await decided(draft());
      const job = await claimSend(house.store, worker);
      const { id, clinicId } = job;
      await authorise(house.store, worker, job, 'nói rồi');
      await house.store.beat(worker, -1);
      const heir = await house.worker();
      await house.store.claimSends(heir, 1);
      await open.hasten();
      await claimSend(house.store, heir);
      await house.store.settleSends(worker, [
        { id, clinicId, kind: 'retry', afterMs: 0, vendorCode: 'busy' },
      ]);
      expect(await house.store.claimSends(heir, 1)).toEqual([]);
      await sentBy(job, ['mid late']);
      await house.store.settleSends(heir, [
        { id, clinicId, kind: 'retry', afterMs: 0, vendorCode: 'absent' },
      ]);
      expect(await house.store.claimSends(heir, 1)).toEqual([]);
      expect((await botWords(conversationId)).map(({ delivery }) => delivery)).toEqual(['sent']);
    });

    it('lets a retry wait, and a failure or a withheld reply make room for the next', async () => {
      const replies = [draft(), draft(), draft()];
      await decided(...replies);
      const job = await claimSend(house.store, worker);
      const { clinicId } = job;
      await authorise(house.store, worker, job, 'x');
      await house.store.settleSends(worker, [
        { id: job.id, clinicId, kind: 'retry', afterMs: 60_000, vendorCode: 'busy' },
      ]);
      expect(await house.store.claimSends(worker, 10)).toEqual([]);
      await open.hasten();
      expect((await claimSend(house.store, worker)).id).toBe(job.id);
      await house.store.settleSends(worker, [
        { id: job.id, clinicId, kind: 'failed', next: 'defect', vendorCode: '100' },
      ]);
      const second = await claimSend(house.store, worker);
      expect(second.id).toBe(replies[1]?.id);
      await house.store.settleSends(worker, [{ id: second.id, clinicId, kind: 'withheld', why: 'window' }]);
      expect((await claimSend(house.store, worker)).id).toBe(replies[2]?.id);
    });
  });
}
