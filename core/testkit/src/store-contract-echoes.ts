import type { SendJob } from '@glowbot/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  authorise,
  claimSend,
  draft,
  type House,
  houseOf,
  noon,
  type OpenStore,
  type StoreSubject,
} from './store-contract-house.ts';

export function echoesContract(subject: StoreSubject): void {
  describe('echoes', () => {
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

    it('knows its own echo by key, by vendor id and by words, and everybody else’s as not its own', async () => {
      const conversationId = await decided(draft());
      const match = (echo: { key?: string; messageId: string; text: string }, at = conversationId) =>
        house.store.matchEcho(house.scope, at, { ...echo, at: noon });
      const text = 'Dạ trị nám giá 600.000đ ạ, mình đặt lịch nhé?';
      const stranger = { messageId: 'mid other', text: 'Chị ơi' };
      expect(await match({ messageId: 'm', text })).toEqual({ kind: 'not-ours' });
      const job = await claimSend(house.store, worker);
      await authorise(house.store, worker, job, text);
      const ours = { kind: 'ours', outboxId: job.id };
      expect(await match({ messageId: 'm', text: ` ${text.normalize('NFD')}\n` })).toEqual({
        ...ours,
        alreadySettled: false,
      });
      expect(await match({ messageId: 'm', text: 'khác', key: job.id })).toEqual({
        ...ours,
        alreadySettled: false,
      });
      expect(await match({ messageId: 'm', text: text.slice(0, 30) })).toEqual({
        ...ours,
        alreadySettled: true,
      });
      expect(await match({ messageId: 'm', text: 'Dạ' })).toEqual({ kind: 'not-ours' });
      expect(await match(stranger)).toEqual({ kind: 'not-ours' });
      await sentBy(job, ['mid ours']);
      expect(await match({ messageId: 'mid ours', text: '' })).toEqual({ ...ours, alreadySettled: true });
      expect(await match({ messageId: 'mid theirs', text })).toEqual({ kind: 'not-ours' });
      const elsewhere = await house.says('chào');
      expect(await match({ messageId: 'mid ours', text, key: job.id }, elsewhere)).toEqual({
        kind: 'not-ours',
      });
    });

    it('settles a send by its echo in a turn, whoever holds it, and once', async () => {
      const conversationId = await decided(draft());
      const job = await claimSend(house.store, worker);
      const { id, clinicId } = job;
      await authorise(house.store, worker, job, 'vọng lại');
      await house.says('echo', { conversationId });
      const other = await house.worker();
      const settled = {
        id,
        clinicId,
        kind: 'sent' as const,
        vendorMessageIds: ['mid echo'],
        text: 'vọng lại',
      };
      await house.turn(other, conversationId, { settlements: [settled] });
      await sentBy(job, ['mid echo']);
      expect(await botWords(conversationId)).toMatchObject([
        { vendorMessageId: 'mid echo', delivery: 'sent' },
      ]);
    });
  });
}
