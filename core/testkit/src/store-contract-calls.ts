import { randomUUID } from 'node:crypto';
import type { AlertDraft, HandoffChange, HandoffRecord, TurnCommit } from '@glowbot/core';
import { afterEach, beforeEach } from 'vitest';
import { type House, houseOf, noon, type OpenStore, type StoreSubject } from './store-contract-house.ts';

export const minute = 60_000;
export const hour = 60 * minute;

export const opened = (about: Partial<Extract<HandoffChange, { kind: 'opened' }>> = {}): HandoffChange => ({
  kind: 'opened',
  id: randomUUID(),
  reason: 'human_request',
  priority: 'normal',
  at: noon,
  ...about,
});
export const called = (step: number, person: string | null, at = noon): HandoffChange => ({
  kind: 'called',
  step,
  person,
  answerBy: person === null ? null : at + 15 * minute,
  at,
});
export const alert = (about: Partial<AlertDraft> = {}): AlertDraft => ({
  id: randomUUID(),
  person: 'quay',
  step: 1,
  notifiers: ['email'],
  dueAt: noon,
  ...about,
});

/** A store for each test, whose conversations are handed over: whoever asks for work is given whatever waits. */
export function handedOver(subject: StoreSubject) {
  let open: OpenStore;
  let house: House;
  let worker: string;
  beforeEach(async () => {
    open = await subject.open();
    house = await houseOf(open.store);
    worker = await house.worker();
  });
  afterEach(() => open.close());

  return {
    get open() {
      return open;
    },
    get house() {
      return house;
    },
    get worker() {
      return worker;
    },
    /** One more turn of a conversation, or the first of a new one. */
    async changed(turn: Partial<TurnCommit>, conversation?: string): Promise<string> {
      const about = conversation === undefined ? {} : { conversationId: conversation };
      const conversationId = await house.says('cho gặp nhân viên', about);
      await house.turn(worker, conversationId, turn);
      return conversationId;
    },
    async only(): Promise<HandoffRecord> {
      const [handoff, another] = await house.store.openHandoffs(house.scope);
      if (!handoff || another) throw new RangeError('there should be one open handoff');
      return handoff;
    },
  };
}
