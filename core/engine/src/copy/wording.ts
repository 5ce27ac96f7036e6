import type { Words } from './words.ts';

/** One way to say something. */
export type Wording<Facts> = (facts: Facts, words: Words) => string;

/** Several ways to say the same. Turn by turn the next one is taken, so that nothing is said twice in a row. */
export type Wordings<Facts> = readonly [Wording<Facts>, Wording<Facts>, ...Wording<Facts>[]];

/** A question never comes back in the same words: first it is put differently, then with examples or a way out. */
export type Asked<Facts> = {
  first: readonly [Wording<Facts>, ...Wording<Facts>[]];
  again: Wordings<Facts>;
};

export type Sentence<Facts> = Wordings<Facts> | Asked<Facts>;

/** What makes two sayings of one sentence differ: counters, never chance. */
export type Moment = {
  /** How many turns of this conversation came before. */
  turn: number;
  /** How often the same question has now been asked in a row, from 1. */
  times: number;
};

export function wordingOf<Facts>(sentence: Sentence<Facts>, { turn, times }: Moment): Wording<Facts> {
  if (!('again' in sentence)) return nth(sentence, turn);
  return times < 2 ? nth(sentence.first, turn) : nth(sentence.again, times - 2);
}

/** Every way to say one sentence. */
export function wordingsOf<Facts>(sentence: Sentence<Facts>): readonly Wording<Facts>[] {
  return 'again' in sentence ? [...sentence.first, ...sentence.again] : sentence;
}

/** Round and round: with at least two wordings, neighbours differ. */
function nth<Facts>(wordings: readonly [Wording<Facts>, ...Wording<Facts>[]], place: number): Wording<Facts> {
  return wordings[place % wordings.length] ?? wordings[0];
}
