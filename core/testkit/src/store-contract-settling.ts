import { InboundEvent, mostSettleMs, usualSettleMs } from '@glowbot/core';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exampleClinic } from './example-clinic.ts';
import {
  commitOf,
  type House,
  houseOf,
  noon,
  type OpenStore,
  type StoreSubject,
} from './store-contract-house.ts';

const settleMs = 3_000;

export function settlingContract(subject: StoreSubject): void {
  describe('words that come in pieces', () => {
    let open: OpenStore;
    let house: House;
    let worker: string;
    beforeEach(async () => {
      open = await subject.open();
      house = await houseOf(open.store, { ...exampleClinic, settleMs });
      worker = await house.worker();
    });
    afterEach(() => open.close());

    const claimed = async () =>
      (await house.store.claimTurns(worker, 10)).map(({ isSettled, waiting }) => ({
        isSettled,
        texts: waiting.map(({ event }) => ('text' in event ? event.text : event.kind)),
      }));
    const event = (conversationId: string, about: object) =>
      InboundEvent.parse({
        ...about,
        id: randomUUID(),
        accountId: 'page',
        contactId: `contact ${conversationId}`,
        at: noon,
      });
    const arrives = (conversationId: string, about: object) =>
      house.store.receive([{ account: house.account, conversationId, event: event(conversationId, about) }]);
    const echo = { kind: 'echo', messageId: 'm', text: 'chị ơi', author: 'person' };

    it('become one turn, each piece waiting anew for the next', async () => {
      const conversationId = await house.says('chị ơi');
      for (const piece of ['cho em hỏi', 'giá peel']) {
        await open.pass(settleMs - 200);
        expect(await claimed()).toEqual([]);
        await house.says(piece, { conversationId });
      }
      await open.pass(settleMs);
      expect(await claimed()).toEqual([{ isSettled: true, texts: ['chị ơi', 'cho em hỏi', 'giá peel'] }]);
    });

    it('are answered in the end, however long somebody goes on writing', async () => {
      const conversationId = await house.says('một');
      const pieces = Math.ceil(mostSettleMs / 2_000);
      for (let nth = 1; nth < pieces; nth += 1) {
        await open.pass(2_000);
        expect(await claimed()).toEqual([]);
        await house.says(`thêm ${nth}`, { conversationId });
      }
      await open.pass(2_000);
      const [turn] = await claimed();
      expect(turn?.isSettled).toBe(true);
      expect(turn?.texts).toHaveLength(pieces);
    });

    it('wait as usual where the clinic says nothing else', async () => {
      const { settleMs: _, ...records } = exampleClinic;
      house = await houseOf(open.store, records);
      await house.says('chào');
      await open.pass(usualSettleMs - 500);
      expect(await claimed()).toEqual([]);
      await open.pass(500);
      expect(await claimed()).toEqual([{ isSettled: true, texts: ['chào'] }]);
    });

    it('do not make a lone tap wait, and a tap does not cut them short', async () => {
      await house.says('15h', { choice: { entities: {}, confirm: true } });
      expect(await claimed()).toEqual([{ isSettled: true, texts: ['15h'] }]);
      const conversationId = await house.says('à mà');
      await house.says('17h', { conversationId, choice: { entities: {} } });
      expect(await claimed()).toEqual([]);
      await open.pass(settleMs);
      expect(await claimed()).toEqual([{ isSettled: true, texts: ['à mà', '17h'] }]);
    });

    it('stay for their own turn when something else must be worked at once', async () => {
      const conversationId = await house.says('em muốn');
      await arrives(conversationId, echo);
      const [load] = await house.store.claimTurns(worker, 10);
      expect(load).toMatchObject({ isSettled: false });
      expect(load?.waiting.map((item) => item.event.kind)).toEqual(['message', 'echo']);
      if (!load) return;
      const handled = commitOf(load).handled.filter((_, index) => index === 1);
      await house.store.commitTurns(worker, [{ ...commitOf(load), handled }]);
      expect(await claimed()).toEqual([]);
      await open.pass(settleMs);
      expect(await claimed()).toEqual([{ isSettled: true, texts: ['em muốn'] }]);
    });

    it('hold a timer back, and the two then come together', async () => {
      const conversationId = await house.says('chào');
      await open.pass(settleMs);
      await house.turn(worker, conversationId, { setTimers: [{ name: 'hold', dueAt: Date.now() - 1_000 }] });
      await house.says('khoan', { conversationId });
      expect(await claimed()).toEqual([]);
      await open.pass(settleMs);
      const [load] = await house.store.claimTurns(worker, 10);
      expect([load?.waiting.length, load?.dueTimers.length]).toEqual([1, 1]);
    });

    it('are not waited for because of what needs no turn at all', async () => {
      const conversationId = await house.says('chào');
      const receipt = { kind: 'receipt', status: 'read', messageIds: ['m'] };
      await arrives(conversationId, receipt);
      await arrives(conversationId, { kind: 'follow', following: true });
      await arrives(conversationId, { kind: 'unrecognised', reason: 'new event', raw: '{}' });
      await open.pass(settleMs);
      expect(await claimed()).toEqual([{ isSettled: true, texts: ['chào'] }]);
      const other = randomUUID();
      expect(await arrives(other, receipt)).toEqual(['kept']);
      expect(await claimed()).toEqual([]);
    });
  });
}
