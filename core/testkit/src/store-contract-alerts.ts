import type { AlertDraft, AlertJob, AlertSettlement, HandoffChange } from '@glowbot/core';
import { describe, expect, it } from 'vitest';
import { alert, called, handedOver, hour, minute, opened } from './store-contract-calls.ts';
import { noon, type StoreSubject } from './store-contract-house.ts';

export function alertsContract(subject: StoreSubject): void {
  describe('telling the people on call', () => {
    const desk = handedOver(subject);
    const only = () => desk.only();
    const changed = (handoffs: HandoffChange[], alerts: AlertDraft[] = [], conversation?: string) =>
      desk.changed({ handoffs, alerts }, conversation);

    async function claimed(): Promise<AlertJob> {
      const [job] = await desk.house.store.claimAlerts(desk.worker, 1);
      if (!job) throw new RangeError('there was nobody to tell');
      return job;
    }

    const settle = (
      job: AlertJob,
      result: { kind: 'delivered' | 'failed' } | { kind: 'retry'; afterMs: number },
    ) => {
      const settlement: AlertSettlement = {
        id: job.id,
        clinicId: job.clinicId,
        notifier: job.notifiers[0] ?? '',
        code: result.kind === 'delivered' ? null : 'thử',
        ...result,
      };
      return desk.house.store.settleAlerts(desk.worker, [settlement]);
    };

    it('hands an alert out once, when it is due, with all that is needed to word it', async () => {
      const draft = alert({ notifiers: ['sms', 'email'] });
      await changed([opened(), called(1, 'quay')], [draft, alert({ dueAt: Date.now() + hour })]);
      const jobs = await desk.house.store.claimAlerts(desk.worker, 10);
      expect(jobs).toHaveLength(1);
      expect(jobs[0]).toMatchObject({
        id: draft.id,
        clinicId: desk.house.clinicId,
        handoffId: (await only()).id,
        reason: 'human_request',
        priority: 'normal',
        openedAt: noon,
        answerBy: noon + 15 * minute,
        person: 'quay',
        notifiers: ['sms', 'email'],
        attempts: 0,
      });
      expect(await desk.house.store.claimAlerts(await desk.house.worker(), 10)).toEqual([]);
    });

    it('is told again when the worker that had it is gone', async () => {
      await changed([opened(), called(1, 'quay')], [alert()]);
      const dead = await desk.house.worker();
      expect(await desk.house.store.claimAlerts(dead, 1)).toHaveLength(1);
      await desk.house.store.retire(dead);
      expect(await desk.house.store.claimAlerts(desk.worker, 1)).toHaveLength(1);
    });

    it('records every attempt, tries a failed way no more, and ends with the last', async () => {
      await changed([opened(), called(1, 'quay')], [alert({ notifiers: ['sms', 'email'] })]);
      await settle(await claimed(), { kind: 'retry', afterMs: 0 });
      const again = await claimed();
      expect(again).toMatchObject({ notifiers: ['sms', 'email'], attempts: 1 });
      await settle(again, { kind: 'failed' });
      const next = await claimed();
      expect(next).toMatchObject({ notifiers: ['email'], attempts: 0 });
      await settle(next, { kind: 'delivered' });
      expect(await desk.house.store.claimAlerts(desk.worker, 1)).toEqual([]);
      const [told] = (await only()).calls[0]?.alerts ?? [];
      expect(told?.state).toBe('delivered');
      expect(told?.attempts.map(({ notifier, outcome, code }) => [notifier, outcome, code])).toEqual([
        ['sms', 'retry', 'thử'],
        ['sms', 'failed', 'thử'],
        ['email', 'delivered', null],
      ]);
    });

    it('ends the clock of a person whom no way reaches, but not while one way may still', async () => {
      const conversationId = await desk.house.says('khó thở');
      await desk.house.turn(desk.worker, conversationId, {
        handoffs: [opened({ reason: 'medical', priority: 'urgent' }), called(1, 'bs-truc')],
        alerts: [alert({ person: 'bs-truc', notifiers: ['sms'] }), alert({ person: 'bs-truc' })],
        setTimers: [{ name: 'unattended', dueAt: Date.now() + hour }],
      });
      const [first, second] = await desk.house.store.claimAlerts(desk.worker, 2);
      if (!first || !second) throw new RangeError('there should be two alerts');
      await settle(first, { kind: 'failed' });
      expect(await desk.house.store.claimTurns(desk.worker, 1)).toEqual([]);
      await settle(second, { kind: 'failed' });
      const load = await desk.house.claim(desk.worker, conversationId);
      expect(load.dueTimers.map(({ name }) => name)).toEqual(['unattended']);
    });

    it('ends the clock also when all ways fail at the same moment', async () => {
      const conversationId = await desk.house.says('khó thở');
      await desk.house.turn(desk.worker, conversationId, {
        handoffs: [opened({ reason: 'medical', priority: 'urgent' }), called(1, 'bs-truc')],
        alerts: [0, 1, 2, 3].map(() => alert({ person: 'bs-truc' })),
        setTimers: [{ name: 'unattended', dueAt: Date.now() + hour }],
      });
      const jobs = await desk.house.store.claimAlerts(desk.worker, 4);
      await Promise.all(jobs.map((job) => settle(job, { kind: 'failed' })));
      expect((await desk.house.claim(desk.worker, conversationId)).dueTimers).toHaveLength(1);
    });

    it('tells nobody of what somebody has in hand, however the two meet', async () => {
      const acknowledged: HandoffChange = { kind: 'acknowledged', by: 'quay', at: noon };
      const conversationId = await changed([opened(), called(1, 'quay')], [alert()]);
      await changed([acknowledged], [], conversationId);
      await changed([opened(), called(1, 'quay'), acknowledged], [alert()]);
      const released = await changed([opened(), called(1, 'quay')], [alert()]);
      await changed([{ kind: 'closed', at: noon }], [], released);
      expect(await desk.house.store.claimAlerts(desk.worker, 10)).toEqual([]);
    });
  });
}
