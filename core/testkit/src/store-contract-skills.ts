import { randomUUID } from 'node:crypto';
import type { Store } from '@glowbot/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, houseOf, noon, type OpenStore, type StoreSubject } from './store-contract-house.ts';

export function skillsContract(subject: StoreSubject): void {
  describe('what a clinic wants of its skills', () => {
    let open: OpenStore;
    let store: Store;
    let ours: House;
    let theirs: House;
    beforeAll(async () => {
      open = await subject.open();
      ({ store } = open);
      ours = await houseOf(store);
      theirs = await houseOf(store);
    });
    afterAll(() => open.close());

    const stored = {
      skill: 'prices',
      isOn: true,
      version: 1,
      settings: { words: 'ạ \u{1F338}', list: [1, null] },
    };

    it('is kept as it was said, the latest word counts, and no other clinic hears of it', async () => {
      expect(await store.skillSettings(ours.scope)).toEqual([]);
      await store.setSkill(ours.scope, { ...stored, isOn: false });
      await store.setSkill(ours.scope, stored);
      expect(await store.skillSettings(ours.scope)).toEqual([stored]);
      expect(await store.skillSettings(theirs.scope)).toEqual([]);
    });

    it('is a new version of the clinic, so that the next turn knows it', async () => {
      const before = (await store.loadClinic(ours.scope)).version;
      await store.setSkill(ours.scope, { ...stored, isOn: false });
      expect((await store.loadClinic(ours.scope)).version).toBeGreaterThan(before);
    });

    const asked = (signature: string, words: string) => [{ id: randomUUID(), signature, words, at: noon }];

    it('collects what customers ask and no record answers, each question once, the most asked first', async () => {
      const worker = await ours.worker();
      const asks = async (signature: string, words: string) => {
        const conversationId = await ours.says(words);
        await ours.turn(worker, conversationId, { questions: asked(signature, words) });
        return conversationId;
      };
      await asks('dau gui xe', 'gửi xe ở đâu');
      const both = [
        await asks('tra the', 'trả thẻ được không'),
        await asks('tra the', 'trả bằng thẻ không em'),
      ];
      const waiting = await store.openQuestions(ours.scope);
      expect(waiting.map(({ words, times }) => [words, times])).toEqual([
        ['trả thẻ được không', 2],
        ['gửi xe ở đâu', 1],
      ]);
      expect(waiting[0]?.conversations.toSorted()).toEqual(both.toSorted());
      expect(await store.openQuestions(theirs.scope)).toEqual([]);
    });

    it('makes an answer a frequent question of the clinic, once', async () => {
      const [most] = await store.openQuestions(ours.scope);
      const faq = { key: 'the', question: 'Trả thẻ được không?', answer: 'Được ạ.' };
      const answer = { by: 'chị Hà', faq, at: noon };
      expect(await store.answerQuestion(theirs.scope, most?.id ?? '', answer)).toBe(false);
      const before = (await store.loadClinic(ours.scope)).version;
      expect(await store.answerQuestion(ours.scope, most?.id ?? '', answer)).toBe(true);
      expect(await store.answerQuestion(ours.scope, most?.id ?? '', answer)).toBe(false);
      const { clinic, version } = await store.loadClinic(ours.scope);
      expect(clinic.faqs.at(-1)).toEqual(faq);
      expect(version).toBeGreaterThan(before);
      expect(await store.openQuestions(ours.scope)).toHaveLength(1);
    });

    it('sets a question aside until somebody asks it again', async () => {
      const [parking] = await store.openQuestions(ours.scope);
      expect(await store.setQuestionAside(ours.scope, parking?.id ?? '', 'chị Hà', noon)).toBe(true);
      expect(await store.openQuestions(ours.scope)).toEqual([]);
      const conversationId = await ours.says('d');
      await ours.turn(await ours.worker(), conversationId, { questions: asked('dau gui xe', 'xe để đâu') });
      expect((await store.openQuestions(ours.scope)).map(({ words, times }) => [words, times])).toEqual([
        ['xe để đâu', 1],
      ]);
    });

    it('knows of a new customer that they have never been there', async () => {
      const conversationId = await ours.says('chào em');
      const { conversation } = await ours.claim(await ours.worker(), conversationId);
      expect(await store.skillFacts(ours.scope, conversation.customerId, noon)).toEqual({
        customer: { visits: 0, birthday: null },
        books: {},
      });
    });
  });
}
