import type { Question } from '../machines/effects.ts';
import type { CopyKey, FactsOf } from './copy-key.ts';
import type { Words } from './words.ts';

/** What is said for one key. `times` counts how often the same question has now been asked in a row. */
export type Sentence<K extends CopyKey> = (facts: FactsOf<K>, words: Words, times: number) => string;

/** Everything that can be said in one language. */
export type Catalogue = {
  sentences: { [K in CopyKey]: Sentence<K> };
  /** Titles of the two answers to a question, to tap; short, because some channels show twenty characters. */
  yes: (question: Question) => string;
  no: (question: Question) => string;
  /** Several sentences as one message. */
  join: (parts: readonly string[]) => string;
};
