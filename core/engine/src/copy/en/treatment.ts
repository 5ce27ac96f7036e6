import type { treatmentFacts } from '../facts/treatment-facts.ts';
import type { Key } from '../../domain/clinic.ts';
import type { Sentences } from '../catalogue.ts';
import type { Words } from '../words.ts';

export const treatment: Sentences<typeof treatmentFacts> = {
  'treatment.info': [
    (facts, words) => `About ${words.treatment(facts.treatment)}:\n${infoLines(facts.treatment, words)}`,
    (facts, words) =>
      `This is what ${words.treatment(facts.treatment)} involves:\n${infoLines(facts.treatment, words)}`,
  ],
  'treatment.compare': [
    (facts, words) =>
      `Here they are side by side.\n${words.treatment(facts.one)}:\n${infoLines(facts.one, words)}\n${words.treatment(facts.other)}:\n${infoLines(facts.other, words)}\nWhich one suits you is for the doctor to say after a look at your skin.`,
    (facts, words) =>
      `They differ as follows.\n${words.treatment(facts.one)}:\n${infoLines(facts.one, words)}\n${words.treatment(facts.other)}:\n${infoLines(facts.other, words)}\nThe doctor advises which is right for you.`,
  ],
  'faq.answer': [({ answer }) => answer, ({ answer }) => `Here is the answer:\n${answer}`],
  'notOffered.answer': [({ say }) => say, ({ say }) => `About that:\n${say}`],
  'minor.refused': [
    (facts, words) =>
      `${subject(facts.treatment, words)} is only for people aged ${facts.minAge} and over, I am sorry.${rule(words)}`,
    (facts, words) =>
      `I cannot book this. ${subject(facts.treatment, words)} is for people who are at least ${facts.minAge}.${rule(words)}`,
  ],
  'minor.guardian': [
    (facts, words) =>
      `${subject(facts.treatment, words)} is possible ${from(facts.minAge)}; under 18 a parent or guardian must come along and sign a consent form.`,
    (facts, words) =>
      `Yes. ${subject(facts.treatment, words)} can be done ${from(facts.minAge)}. As you are under 18, please come with a parent or guardian, who signs a consent form.`,
  ],
  'event.lastDay': [
    (facts, words) =>
      `To be ready for ${words.day(facts.event)}, please have ${words.treatment(facts.treatment)} done on or before ${words.day(facts.lastDay)}${healing(facts.treatment, words)}.`,
    (facts, words) =>
      `Yes, in time for ${words.day(facts.event)} if ${words.treatment(facts.treatment)} is done no later than ${words.day(facts.lastDay)}${healing(facts.treatment, words)}.`,
  ],
  'event.course': [
    (facts, words) =>
      `For ${facts.sessions} sessions of ${words.treatment(facts.treatment)} before ${words.day(facts.event)}, please begin on or before ${words.day(facts.firstDay)}.`,
    (facts, words) =>
      `${facts.sessions} sessions of ${words.treatment(facts.treatment)} fit in before ${words.day(facts.event)} when the first is no later than ${words.day(facts.firstDay)}.`,
  ],
  'event.tooLate': [
    (facts, words) =>
      `To be honest, there is not enough time to recover from ${words.treatment(facts.treatment)} before ${words.day(facts.event)}${healing(facts.treatment, words)}. After it would be wiser.`,
    (facts, words) =>
      `It is too late for ${words.treatment(facts.treatment)} before ${words.day(facts.event)}${healing(facts.treatment, words)}. Shall I look for a time after that?`,
  ],
};

const from = (minAge: number): string => (minAge > 0 ? `from the age of ${minAge}` : 'at any age');

function infoLines(key: Key, words: Words): string {
  const { sessions, pain, downtime, result } = words.info(key);
  return [
    sessions && `• Sessions: ${sessions}`,
    pain && `• Feeling: ${pain}`,
    downtime && `• Recovery: ${downtime}`,
    result && `• Result: ${result}`,
  ]
    .filter(Boolean)
    .join('\n');
}

function subject(key: Key | null, words: Words): string {
  return key === null ? 'This treatment' : words.treatment(key);
}

/** The clinic's own rule for minors, where it wrote one. */
function rule(words: Words): string {
  const text = words.policy('minors');
  return text ? `\n${text}` : '';
}

function healing(key: Key, words: Words): string {
  const { downtime } = words.info(key);
  return downtime ? ` (recovery: ${downtime})` : '';
}
