import type { z } from 'zod';
import type { Question } from '../machines/effects.ts';
import type { copyFacts } from './copy-key.ts';
import type { Sentence } from './wording.ts';

/** The sentences of one subject: exactly the keys its facts are declared for, no more and no fewer. */
export type Sentences<Subject extends Record<string, z.ZodObject>> = {
  [K in keyof Subject]: Sentence<z.infer<Subject[K]>>;
};

/** Everything that can be said in one language. */
export type Catalogue = {
  sentences: Sentences<typeof copyFacts>;
  /** Titles of the two answers to a question, to tap; short, because some channels show twenty characters. */
  yes: (question: Question) => string;
  no: (question: Question) => string;
  /** Title of the choice to wait for a place instead of taking another time. */
  wait: string;
  /** Several sentences as one message. */
  join: (parts: readonly string[]) => string;
};
