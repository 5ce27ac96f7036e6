import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  commitOf,
  type House,
  houseOf,
  noon,
  type OpenStore,
  type StoreSubject,
} from './store-contract-house.ts';

/** Called only at the last failure. */
const rescue = {
  kind: 'call-people',
  handingOver: {
    handoffs: [
      { kind: 'opened', id: randomUUID(), reason: 'quarantined', priority: 'urgent', at: noon },
      { kind: 'called', step: 1, person: 'quay', answerBy: noon, at: noon },
    ],
    alerts: [{ id: randomUUID(), person: 'quay', step: 1, notifiers: ['email'], dueAt: noon }],
  },
} as const;

export function failuresContract(subject: StoreSubject): void {
  describe('turns that fail', () => {
    let open: OpenStore;
    let house: House;
    beforeAll(async () => {
      open = await subject.open();
      house = await houseOf(open.store);
    });
    afterAll(() => open.close());

    const texts = (events: readonly { event: { kind: string } }[]) =>
      events.map(({ event }) => ('text' in event ? event.text : event.kind));

    it('tries a failed turn again, and after the last failure shows it to a person and to no worker', async () => {
      const conversationId = await house.says('độc');
      const worker = await house.worker();
      const first = await house.claim(worker, conversationId);
      expect(await house.store.abandonTurn(worker, first.lease, { max: 2, rescue })).toBe('will-retry');
      await open.hasten();
      const second = await house.claim(worker, conversationId);
      expect(await house.store.abandonTurn(worker, second.lease, { max: 2, rescue })).toBe('quarantined');
      await open.hasten();
      expect(await house.store.claimTurns(worker, 10)).toEqual([]);
      expect(await house.store.openHandoffs(house.scope)).toMatchObject([
        { conversationId, reason: 'quarantined', priority: 'urgent', owner: 'quay' },
      ]);
      expect(await house.store.claimAlerts(worker, 10)).toMatchObject([{ person: 'quay' }]);
      const detail = await house.store.conversation(house.scope, conversationId);
      expect(detail?.messages.map(({ text }) => text)).toEqual(['độc']);
      await house.says('lành', { conversationId });
      expect(texts((await house.claim(worker, conversationId)).waiting)).toEqual(['lành']);
    });

    it('puts an event for the chart in the place of what cannot be worked out', async () => {
      const conversationId = await house.says('độc');
      const worker = await house.worker();
      const { lease } = await house.claim(worker, conversationId);
      const event = { kind: 'turn.failed', id: randomUUID(), at: noon } as const;
      const told = { max: 1, rescue: { kind: 'tell-chart', event } } as const;
      expect(await house.store.abandonTurn(worker, lease, told)).toBe('quarantined');
      expect(texts((await house.claim(worker, conversationId)).waiting)).toEqual(['turn.failed']);
      const detail = await house.store.conversation(house.scope, conversationId);
      expect(detail?.messages.map(({ text }) => text)).toEqual(['độc']);
    });

    it('does not count a failure of somebody who no longer holds the conversation', async () => {
      const conversationId = await house.says('của người khác');
      const dead = await house.worker();
      const { lease } = await house.claim(dead, conversationId);
      await house.store.beat(dead, -1);
      const heir = await house.worker();
      const taken = await house.claim(heir, conversationId);
      expect(await house.store.abandonTurn(dead, lease, { max: 1, rescue })).toBe('will-retry');
      expect(await house.store.commitTurns(heir, [commitOf(taken)])).toEqual([{ kind: 'committed' }]);
    });
  });
}
