import type { AskedQuestion, QuestionStore } from '@glowbot/core';
import type { House } from './house.ts';
import type { ConversationRow, QuestionRow } from './rows.ts';
import { clinicOf } from './scope.ts';

export function questionStore(house: House): QuestionStore {
  const openOf = (clinicId: string) =>
    house.questions.filter((row) => row.clinicId === clinicId && row.isOpen && row.askings.length > 0);
  const settle = (clinicId: string, id: string) => {
    const row = openOf(clinicId).find((one) => one.id === id);
    if (row) row.isOpen = false;
    return row !== undefined;
  };
  return {
    openQuestions: async (scope) =>
      openOf(clinicOf(scope))
        .map(({ id, askings }) => ({
          id,
          words: askings[0]?.words ?? '',
          times: askings.length,
          firstAskedAt: Math.min(...askings.map(({ at }) => at)),
          lastAskedAt: Math.max(...askings.map(({ at }) => at)),
          conversations: [...new Set(askings.map(({ conversationId }) => conversationId))].toSorted(),
        }))
        .toSorted((a, b) => b.times - a.times || b.lastAskedAt - a.lastAskedAt),
    async answerQuestion(scope, id, { faq }) {
      const clinic = house.clinics.get(clinicOf(scope));
      if (!clinic || !settle(clinic.id, id)) return false;
      clinic.clinic = { ...clinic.clinic, faqs: [...clinic.clinic.faqs, faq] };
      clinic.version += 1;
      return true;
    },
    setQuestionAside: async (scope, id) => settle(clinicOf(scope), id),
  };
}

export function keepQuestions(
  house: House,
  { clinicId, id: conversationId }: ConversationRow,
  asked: readonly AskedQuestion[],
): void {
  for (const { id, signature, words, at } of asked) {
    const known = house.questions.find(
      (row) => row.clinicId === clinicId && row.signature === signature && row.isOpen,
    );
    const row: QuestionRow = known ?? { clinicId, id, signature, isOpen: true, askings: [] };
    row.askings.push({ conversationId, words, at });
    if (!known) house.questions.push(row);
  }
}
