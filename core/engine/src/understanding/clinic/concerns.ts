import type { Clinic, Key } from '../../domain/clinic.ts';
import { wordSet } from '../text/numbers.ts';
import { isWord, type TableWord, tableWords, type Tokens } from '../text/tokens.ts';
import { amongTroubles } from './record-words.ts';

/** A trouble of several words, and the treatment it is for. */
export type Concern = { key: Key; words: readonly TableWord[] };

export function concernsOf({ treatments }: Clinic): Concern[] {
  return treatments.flatMap(({ key, concerns }) =>
    concerns.flatMap((concern) => {
      const words = tableWords(concern);
      return words.length > 1 ? [{ key, words }] : [];
    }),
  );
}

export type ConcernFound = { key: Key; from: number; to: number; words: readonly number[] };

const isAmong = wordSet(amongTroubles);
/** So many words mean the same trouble without their accents too. */
const sureWords = 3;
/** Words between two of a trouble. */
const mostBetween = 4;

/** Troubles whose words stand apart or in another order: "da em hơi khô", "thâm môi", "bụng nhiều mỡ", "lông nách em rậm". */
export function findConcerns(
  tokens: Tokens,
  concerns: readonly Concern[],
  isArea: (at: number) => boolean,
): ConcernFound[] {
  const found: ConcernFound[] = [];
  for (const { key, words } of concerns) {
    for (const at of tokens.list.keys()) {
      const places = placesFrom(tokens, at, words, isArea);
      const last = places?.at(-1);
      if (!places || last === undefined) continue;
      found.push({ key, from: at, to: last + 1, words: places });
      break;
    }
  }
  return found;
}

/** Places of all the words, in any order, beginning with one of them at `at`; only words that say nothing stand between. */
function placesFrom(
  tokens: Tokens,
  at: number,
  words: readonly TableWord[],
  isArea: (at: number) => boolean,
): number[] | undefined {
  let missing = [...words];
  const places: number[] = [];
  let between = 0;
  for (let next = at; missing.length > 0; next += 1) {
    const token = tokens.list[next];
    if (!token || (next > at && token.isAfterPause)) return undefined;
    const isSure = words.length >= sureWords || between === 0;
    const index = missing.findIndex(
      (word) => isWord(token, word) && (isSure || !token.isLoose || word.plain === word.word),
    );
    if (index >= 0) {
      missing = missing.filter((_, other) => other !== index);
      places.push(next);
      between = 0;
    } else if (next === at || !(isAmong(tokens, next) || isArea(next)) || (between += 1) > mostBetween)
      return undefined;
  }
  return places;
}
