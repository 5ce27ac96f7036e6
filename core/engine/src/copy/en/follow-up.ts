import type { followUpFacts } from '../facts/follow-up-facts.ts';
import type { Sentences } from '../catalogue.ts';

export const followUp: Sentences<typeof followUpFacts> = {
  'reminder.attendance': (facts, words) =>
    `A reminder of your ${words.treatment(facts.treatment)} at ${words.moment(facts.start)}, ${words.branch(facts.branch)}. Will you be able to come?`,
  'attendance.thanks': () => 'Thank you for confirming. See you soon!',
};
