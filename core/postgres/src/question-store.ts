import type { QuestionStore } from '@glowbot/core';
import type { Database } from './database/database.ts';
import { clinicOf } from './scope.ts';
import { insertFaq, readOpenQuestions, settleQuestion } from './sql/open-questions.ts';

export function questionStore(database: Database): QuestionStore {
  return {
    openQuestions: (scope) => database.inScope(scope, (run) => readOpenQuestions(run, clinicOf(scope))),
    answerQuestion: (scope, id, { by, faq, at }) =>
      database.inScope(scope, async (run) => {
        const isOpen = await settleQuestion(run, clinicOf(scope), id, { by, at, faq: faq.key });
        if (isOpen) await insertFaq(run, clinicOf(scope), faq);
        return isOpen;
      }),
    setQuestionAside: (scope, id, by, at) =>
      database.inScope(scope, (run) => settleQuestion(run, clinicOf(scope), id, { by, at, faq: null })),
  };
}
