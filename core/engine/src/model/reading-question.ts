import type { ModelReading, ThreadLine, UnderstandRequest } from '../contracts/language-model.ts';
import type { RecentWords } from '../contracts/model-ledger.ts';
import type { Clinic } from '../domain/clinic.ts';
import { type Instant, toLocal, weekdayOf } from '../domain/clinic-time.ts';
import type { Question } from '../machines/effects.ts';
import type { Understanding } from '../understanding/understanding.ts';
import { knowledgeBase, type KnowledgeBase } from './knowledge.ts';
import { mergeReadings } from './merge-readings.ts';
import { type Pseudonyms, pseudonyms } from './pseudonyms.ts';

export type WordsToRead = {
  /** What was typed, in order. */
  texts: readonly [string, ...string[]];
  /** What the clinic last asked, with the answers it offered. */
  asked: Question | null;
  choices: readonly string[];
  /** What was said before. */
  recent: RecentWords;
  /** Under which the customer is known beside that. */
  names: readonly string[];
  now: Instant;
};

/** What a model is asked about a customer's words, and how its answer is taken in beside the rules' reading. */
export type ReadingQuestion = {
  request: UnderstandRequest;
  merge(byRules: Understanding, reading: ModelReading): Understanding;
};

export function readingQuestion(clinic: Clinic, words: WordsToRead): ReadingQuestion {
  const { asked, choices, recent, names, now } = words;
  const hidden = pseudonyms(clinic, [...names, ...recent.names]);
  /** What was said first is hidden first: a name in it is then known. */
  const thread = threadOf(recent, hidden);
  const hide = (text: string) => hidden.hide(text, asked === 'name' ? 'name-asked' : undefined);
  const [first, ...more] = words.texts;
  const texts: [string, ...string[]] = [hide(first), ...more.map(hide)];
  const { date: today, time } = toLocal(now, clinic.zone);
  return {
    request: {
      knowledge: knowledgeOf(clinic).for(words.texts),
      now: `${today} ${time} ${weekdayOf(today)}`,
      thread,
      asked,
      choices: choices.map((title) => hidden.hide(title)),
      texts,
    },
    merge: (byRules, reading) => mergeReadings(byRules, reading, { texts, clinic, today }),
  };
}

export function threadOf({ lines }: RecentWords, hidden: Pick<Pseudonyms, 'hide'>): ThreadLine[] {
  return lines.map(({ author, text }) => ({
    by: author === 'customer' ? 'customer' : 'clinic',
    text: hidden.hide(text),
  }));
}

/** Written once for each version of a clinic's records. */
const bases = new WeakMap<Clinic, KnowledgeBase>();

function knowledgeOf(clinic: Clinic): KnowledgeBase {
  const base = bases.get(clinic) ?? knowledgeBase(clinic);
  bases.set(clinic, base);
  return base;
}
