import type { questionFacts } from '../facts/question-facts.ts';
import type { Sentences } from '../catalogue.ts';

export const questions: Sentences<typeof questionFacts> = {
  'question.toStaff': [
    () =>
      'I do not have a reliable answer to your other question; I will ask the doctor and the clinic will get back to you.',
    () => 'I have noted your other question for the doctor, because I would rather not guess.',
  ],
  'question.more': [
    () => 'That is as much as fits into one message; please ask the rest again.',
    () => 'You asked more than I can answer at once: please send me the rest again.',
  ],
};
