import { randomUUID } from 'node:crypto';
import type { BriefJob, HandoffBrief, HandoffChange } from '@glowbot/core';
import { describe, expect, it } from 'vitest';
import { handedOver, minute, opened } from './store-contract-calls.ts';
import { houseOf, noon, type StoreSubject } from './store-contract-house.ts';

const brief: HandoffBrief = {
  title: 'Hỏi giá',
  summary: 'Khách hỏi giá peel.',
  replies: ['Dạ em chào mình ạ.', 'Dạ mình chờ em chút ạ.'],
  by: 'rules',
  at: noon + 1_000,
};

export function briefsContract(subject: StoreSubject): void {
  describe('briefs of handoffs', () => {
    const desk = handedOver(subject);
    const changed = (handoffs: HandoffChange[], conversation?: string) =>
      desk.changed(
        {
          handoffs,
          customer: { name: 'Lan Thử' },
          messages: [
            {
              id: randomUUID(),
              author: 'customer',
              text: 'cho gặp nhân viên',
              vendorMessageId: null,
              attachments: [],
              at: noon,
            },
          ],
        },
        conversation,
      );

    async function claimed(): Promise<BriefJob> {
      const [job] = await desk.house.store.claimBriefs(5);
      if (!job) throw new RangeError('no handoff waits for a brief');
      return job;
    }

    const shown = async () =>
      (await desk.house.store.openHandoffs(desk.house.scope)).map((handoff) => handoff.brief);

    it('are asked for once, with all that is needed to write one', async () => {
      const conversationId = await changed([opened({ reason: 'complaint' })]);
      expect(await desk.house.store.claimBriefs(0)).toEqual([]);
      expect(await claimed()).toMatchObject({
        clinicId: desk.house.clinicId,
        conversationId,
        reason: 'complaint',
        priority: 'normal',
        snapshot: '{"value":"idle"}',
        chartVersion: 1,
        recent: { names: ['Lan Thử'], lines: [{ author: 'customer', text: 'cho gặp nhân viên' }] },
      });
      expect(await desk.house.store.claimBriefs(5)).toEqual([]);
      expect(await shown()).toEqual([null]);
    });

    it('are kept with their handoff, and a later one takes the place of the first', async () => {
      await changed([opened()]);
      const job = await claimed();
      await desk.house.store.storeBrief(job, brief);
      expect(await shown()).toEqual([brief]);
      await desk.house.store.storeBrief(job, { ...brief, title: 'Khác', by: 'model' });
      expect(await shown()).toMatchObject([{ title: 'Khác', by: 'model' }]);
      expect(await desk.house.store.claimBriefs(5)).toEqual([]);
    });

    it('are written anew when the handoff becomes an emergency, and what was meant for the former one is dropped', async () => {
      const conversationId = await changed([opened()]);
      const former = await claimed();
      await desk.house.store.storeBrief(former, brief);
      const emergency = opened({ reason: 'medical', priority: 'urgent', at: noon + minute });
      await changed([emergency], conversationId);
      expect(await shown()).toEqual([null]);
      await desk.house.store.storeBrief(former, brief);
      expect(await shown()).toEqual([null]);
      const job = await claimed();
      expect(job).toMatchObject({ handoffId: former.handoffId, reason: 'medical', priority: 'urgent' });
      await desk.house.store.storeBrief(job, { ...brief, title: 'Khẩn' });
      expect(await shown()).toMatchObject([{ title: 'Khẩn' }]);
    });

    it('are not asked for when the handoff is over', async () => {
      await changed([opened(), { kind: 'closed', at: noon }]);
      expect(await desk.house.store.claimBriefs(5)).toEqual([]);
    });

    it('are nothing for another clinic', async () => {
      await changed([opened()]);
      const stranger = await houseOf(desk.open.store);
      const job = await claimed();
      await desk.house.store.storeBrief(
        { ...job, clinicId: stranger.clinicId, scope: stranger.scope },
        { ...brief, title: 'Của người khác' },
      );
      expect(await shown()).toEqual([null]);
    });
  });
}
