import { randomUUID } from 'node:crypto';
import type { AlertDraft, HandoffChange } from '@glowbot/core';
import { describe, expect, it } from 'vitest';
import { alert, called, handedOver, hour, minute, opened } from './store-contract-calls.ts';
import { houseOf, noon, type StoreSubject } from './store-contract-house.ts';

export function handoffsContract(subject: StoreSubject): void {
  describe('handoffs, from the first call to the release', () => {
    const desk = handedOver(subject);
    const only = () => desk.only();
    const changed = (handoffs: HandoffChange[], alerts: AlertDraft[] = [], conversation?: string) =>
      desk.changed({ handoffs, alerts }, conversation);

    it('shows a handoff with whose turn it is and until when', async () => {
      const conversationId = await changed([opened(), called(1, 'quay')]);
      expect(await only()).toMatchObject({
        conversationId,
        channel: 'test',
        reason: 'human_request',
        priority: 'normal',
        openedAt: noon,
        owner: 'quay',
        answerBy: noon + 15 * minute,
        acknowledgedAt: null,
        unattendedAt: null,
        closedAt: null,
        calls: [{ step: 1, person: 'quay', calledAt: noon, answerBy: noon + 15 * minute, alerts: [] }],
      });
    });

    it('keeps one handoff open in a conversation: the same reason again is the same handoff', async () => {
      const conversationId = await changed([opened(), called(1, 'quay')]);
      const first = await only();
      await changed([opened({ at: noon + minute })], [], conversationId);
      expect(await only()).toEqual(first);
    });

    it('makes an open handoff urgent in an emergency, and wants it answered anew', async () => {
      const conversationId = await changed([
        opened(),
        called(1, 'quay'),
        { kind: 'acknowledged', by: 'quay', at: noon },
      ]);
      const emergency = opened({ reason: 'medical', priority: 'urgent', at: noon + minute });
      await changed([emergency, called(1, 'bs-truc', noon + minute)], [], conversationId);
      expect(await only()).toMatchObject({
        reason: 'medical',
        priority: 'urgent',
        openedAt: noon,
        owner: 'bs-truc',
        acknowledgedAt: null,
      });
      await changed([opened({ at: noon + 2 * minute })], [], conversationId);
      expect((await only()).reason).toBe('medical');
    });

    it('remembers every call, and stays visible with nobody left', async () => {
      const conversationId = await changed([opened(), called(1, 'quay')]);
      await changed([called(2, 'bs-truc', noon + 15 * minute)], [], conversationId);
      await changed([called(3, null, noon + 30 * minute)], [], conversationId);
      const handoff = await only();
      expect(handoff).toMatchObject({ owner: 'bs-truc', answerBy: null, unattendedAt: noon + 30 * minute });
      expect(handoff.calls.map(({ person }) => person)).toEqual(['quay', 'bs-truc', null]);
    });

    it('keeps the first acknowledgement, and ends with the release', async () => {
      const conversationId = await changed([opened(), called(1, 'quay')]);
      const { id } = await only();
      await changed([{ kind: 'acknowledged', by: 'bs-truc', at: noon + minute }], [], conversationId);
      await changed([{ kind: 'acknowledged', by: 'quay', at: noon + 2 * minute }], [], conversationId);
      expect(await only()).toMatchObject({ owner: 'bs-truc', acknowledgedAt: noon + minute, answerBy: null });
      await changed([{ kind: 'closed', at: noon + 3 * minute }], [], conversationId);
      expect(await desk.house.store.openHandoffs(desk.house.scope)).toEqual([]);
      expect((await desk.house.store.handoff(desk.house.scope, id))?.closedAt).toBe(noon + 3 * minute);
      await changed([opened({ at: noon + hour })], [], conversationId);
      expect((await only()).id).not.toBe(id);
    });

    it('calls on when whoever acknowledged does not write', async () => {
      const conversationId = await changed([
        opened(),
        called(1, 'quay'),
        { kind: 'acknowledged', by: 'quay', at: noon },
      ]);
      await changed(
        [called(2, 'bs-truc', noon + hour)],
        [alert({ person: 'bs-truc', step: 2 })],
        conversationId,
      );
      expect(await only()).toMatchObject({
        owner: 'bs-truc',
        acknowledgedAt: null,
        answerBy: noon + hour + 15 * minute,
      });
      expect(await desk.house.store.claimAlerts(desk.worker, 10)).toMatchObject([{ person: 'bs-truc' }]);
    });

    it('lists emergencies first, then the longest waiting, and last what somebody has in hand', async () => {
      await changed([opened({ at: noon + 2 * minute }), called(1, 'quay')]);
      await changed([opened({ at: noon + minute }), called(1, 'quay')]);
      await changed([opened({ at: noon }), { kind: 'acknowledged', by: 'quay', at: noon }]);
      await changed([opened({ at: noon + 3 * minute, priority: 'urgent', reason: 'medical' })]);
      const listed = await desk.house.store.openHandoffs(desk.house.scope);
      expect(listed.map(({ openedAt }) => (openedAt - noon) / minute)).toEqual([3, 1, 2, 0]);
    });

    it('makes links that lead one person to one handoff, once and in time', async () => {
      const conversationId = await changed([opened(), called(1, 'quay')]);
      const { id } = await only();
      const about = { handoffId: id, person: 'quay', expiresAt: noon + hour };
      const token = await desk.house.store.issueHandoffLink(desk.house.scope, about);
      const late = await desk.house.store.issueHandoffLink(desk.house.scope, { ...about, expiresAt: noon });
      expect(await desk.house.store.handoffLink(token, noon)).toMatchObject({
        person: 'quay',
        state: 'open',
        handoff: { id },
      });
      expect(await desk.house.store.handoffLink(late, noon)).toMatchObject({ state: 'expired' });
      expect(await desk.house.store.handoffLink(`${token}a`, noon)).toBeUndefined();
      expect(await desk.house.store.useHandoffLink(late, randomUUID(), noon)).toBe(false);
      expect(await desk.house.store.useHandoffLink(token, randomUUID(), noon)).toBe(true);
      expect(await desk.house.store.useHandoffLink(token, randomUUID(), noon)).toBe(false);
      expect(await desk.house.store.handoffLink(token, noon)).toMatchObject({ state: 'used' });
      const load = await desk.house.claim(desk.worker, conversationId);
      expect(load.waiting.map(({ event }) => event)).toMatchObject([
        { kind: 'staff.acknowledged', by: 'quay' },
      ]);
    });

    it('lets a link do nothing more once somebody has the handoff in hand', async () => {
      const conversationId = await changed([opened(), called(1, 'quay')]);
      const { id } = await only();
      const about = { handoffId: id, person: 'quay', expiresAt: noon + hour };
      const token = await desk.house.store.issueHandoffLink(desk.house.scope, about);
      await changed([{ kind: 'acknowledged', by: 'bs-truc', at: noon }], [], conversationId);
      expect(await desk.house.store.useHandoffLink(token, randomUUID(), noon)).toBe(false);
    });

    it('shows a clinic its own handoffs only', async () => {
      const theirs = await houseOf(desk.open.store);
      await changed([opened(), called(1, 'quay')]);
      const { id } = await only();
      expect(await desk.open.store.openHandoffs(theirs.scope)).toEqual([]);
      expect(await desk.open.store.handoff(theirs.scope, id)).toBeUndefined();
      const link = { handoffId: id, person: 'quay', expiresAt: noon };
      await expect(desk.open.store.issueHandoffLink(theirs.scope, link)).rejects.toThrow();
    });
  });
}
