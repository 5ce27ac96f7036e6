import type { Key } from '../../domain/clinic.ts';
import { phraseAt } from '../text/phrase-table.ts';
import { within } from '../text/span.ts';
import type { TableWord, Tokens } from '../text/tokens.ts';
import { findConcerns } from './concerns.ts';
import type { Lexicon, Meaning } from './lexicon.ts';
import { meantBy } from './misspelt.ts';

/** The words of records that were named without their marks get them back: "cham soc da" speaks of no "chàm". */
export function withMarks(tokens: Tokens, found: readonly Found[]): Tokens {
  const list = [...tokens.list];
  for (const { from, words = [] } of found) {
    if (words.length < 2) continue;
    for (const [index, { word, plain }] of words.entries()) {
      const token = list[from + index];
      if (token?.isLoose)
        list[from + index] = { ...token, word, plain, forms: [plain], others: [], isLoose: false };
    }
  }
  return { ...tokens, list };
}

/** The message with the clinic's own foreign words put right: "fillr" may be read as "filler" too. */
export function spellchecked(tokens: Tokens, { misspellings }: Lexicon): Tokens {
  const list = tokens.list.map((token) => {
    const meant = token.digits === undefined ? meantBy(token.word, misspellings) : [];
    if (meant.length === 0) return token;
    return { ...token, others: [...token.others, ...meant], forms: [...new Set([...token.forms, ...meant])] };
  });
  return { ...tokens, list };
}

/** `words` are the record's own spelling, where it was named as a whole. */
export type Found = { meaning: Meaning; from: number; to: number; words?: readonly TableWord[] };

/** Every record named in a message, each word read once, the longest name first: "sẹo mụn" is scars, not acne. */
export function findRecords(tokens: Tokens, lexicon: Lexicon): Found[] {
  const named = findNames(tokens, lexicon);
  const isNamed = within(...named);
  const troubles = findConcerns(tokens, lexicon.concerns, (at) => isArea(named, at)).filter(
    ({ words }) => !words.some((at) => isNamed(at) && !isArea(named, at)),
  );
  const isTrouble = (at: number) => troubles.some(({ words }) => words.includes(at));
  const concerns = troubles.map(({ key, from, to, words: _ }): Found => {
    const area = named.find(({ meaning, from: at }) => meaning.kind === 'area' && at >= from && at < to);
    return { meaning: { kind: 'treatment', key, isNamed: false, ...areaKey(area) }, from, to };
  });
  return [...named.filter(({ from }) => !isTrouble(from)), ...concerns].toSorted((a, b) => a.from - b.from);
}

function isArea(named: readonly Found[], at: number): boolean {
  return named.some(({ meaning, from, to }) => meaning.kind === 'area' && at >= from && at < to);
}

function areaKey(found: Found | undefined): { area?: Key } {
  return found?.meaning.kind === 'area' ? { area: found.meaning.key } : {};
}

function findNames(tokens: Tokens, { names }: Lexicon): Found[] {
  const found: Found[] = [];
  for (let at = 0; at < tokens.list.length; ) {
    const phrase = phraseAt(names, tokens, at);
    for (const meaning of phrase?.value ?? [])
      found.push({ meaning, from: at, to: phrase?.to ?? at + 1, words: phrase?.words ?? [] });
    at = phrase?.to ?? at + 1;
  }
  return found;
}
