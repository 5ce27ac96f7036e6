import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  authorise,
  claimSend,
  commitOf,
  draft,
  type House,
  houseOf,
  type OpenStore,
  type StoreSubject,
} from './store-contract-house.ts';

export function unsaidContract(subject: StoreSubject): void {
  describe('a reply that newer words outdate', () => {
    let open: OpenStore;
    let house: House;
    let worker: string;
    beforeEach(async () => {
      open = await subject.open();
      house = await houseOf(open.store);
      worker = await house.worker();
    });
    afterEach(() => open.close());

    async function decided(...replies: ReturnType<typeof draft>[]): Promise<string> {
      const conversationId = await house.says('hỏi');
      await house.turn(worker, conversationId, { outbox: replies });
      return conversationId;
    }

    it('is handed out to nobody while they wait, and refused to whoever had it in hand', async () => {
      const conversationId = await decided(draft(), draft());
      const job = await claimSend(house.store, worker);
      await house.says('à khoan', { conversationId });
      expect(await authorise(house.store, worker, job, 'x')).toBe(false);
      expect(await house.store.claimSends(worker, 10)).toEqual([]);
    });

    it('leaves as it is when the turn of those words has nothing to put in its place', async () => {
      const reply = draft();
      const conversationId = await decided(reply);
      await house.says('à khoan', { conversationId });
      await house.turn(worker, conversationId);
      const job = await claimSend(house.store, worker);
      expect([job.id, await authorise(house.store, worker, job, 'x')]).toEqual([reply.id, true]);
    });

    it('does not wait for what the customer did not say', async () => {
      const conversationId = await decided(draft());
      const id = `released ${conversationId}`;
      await house.store.receiveFromHouse(house.scope, conversationId, {
        kind: 'staff.released',
        id,
        at: 0,
        by: 'x',
      });
      const job = await claimSend(house.store, worker);
      expect(await authorise(house.store, worker, job, 'x')).toBe(true);
    });

    it('is shown to the next turn, in order, with where the customer stood before it', async () => {
      const asking = { question: 'phone' as const, times: 2, choices: [], bookingId: null };
      const before = { asking, misunderstood: 1, timers: ['hold'], binding: true };
      const first = draft(undefined, { before });
      const second = draft(undefined, { proactive: true });
      const conversationId = await decided(first, second);
      await house.says('à khoan', { conversationId });
      const load = await house.claim(worker, conversationId);
      expect(load.unsaid).toEqual(
        [first, second].map(({ id, plan, proactive, before: stood }) => ({
          id,
          plan,
          proactive,
          before: stood,
        })),
      );
    });

    it('is taken back by that turn, visibly, and never leaves', async () => {
      const [reply, next] = [draft(), draft()];
      const conversationId = await decided(reply);
      const job = await claimSend(house.store, worker);
      await house.says('à khoan', { conversationId });
      await house.turn(worker, conversationId, { takenBack: [reply.id], outbox: [next] });
      expect(await authorise(house.store, worker, job, 'x')).toBe(false);
      const [later, ...others] = await house.store.claimSends(worker, 10);
      expect([later?.id, others]).toEqual([next.id, []]);
      await house.says('thêm', { conversationId });
      expect((await house.claim(worker, conversationId)).unsaid.map(({ id }) => id)).toEqual([next.id]);
    });

    it('that has left after all undoes the turn, which keeps its lease and decides again', async () => {
      const [reply, queued, next] = [draft(), draft(), draft()];
      const conversationId = await decided(reply, queued);
      await house.says('à khoan', { conversationId });
      const load = await house.claim(worker, conversationId);
      expect(load.unsaid.map(({ id }) => id)).toEqual([reply.id, queued.id]);
      const other = await house.says('câu khác');
      const bystander = await house.claim(worker, other);
      /** Its echo says so: it had been allowed in the moment in which the words came in. */
      await house.store.settleSends(worker, [
        { id: reply.id, clinicId: house.clinicId, kind: 'sent', vendorMessageIds: ['mid'], text: 'x' },
      ]);
      const commit = { ...commitOf(load), outbox: [next] };
      const results = await house.store.commitTurns(worker, [
        { ...commit, takenBack: [reply.id, queued.id] },
        commitOf(bystander),
      ]);
      expect(results).toEqual([{ kind: 'outrun', left: [reply.id] }, { kind: 'committed' }]);
      expect(await house.store.claimSends(worker, 10)).toEqual([]);
      expect(await house.store.commitTurns(worker, [{ ...commit, takenBack: [queued.id] }])).toEqual([
        { kind: 'committed' },
      ]);
      expect((await claimSend(house.store, worker)).id).toBe(next.id);
    });

    it('is nothing the next turn may take in, when somebody has taken over since', async () => {
      const conversationId = await decided(draft());
      await house.says('gặp người thật', { conversationId });
      const commit = commitOf(await house.claim(worker, conversationId));
      await house.store.commitTurns(worker, [
        { ...commit, conversation: { ...commit.conversation, epoch: 1 } },
      ]);
      await house.says('còn đó không', { conversationId });
      expect((await house.claim(worker, conversationId)).unsaid).toEqual([]);
    });
  });
}
