import type { Clinic } from '../../domain/clinic.ts';
import { fold, normaliseWord } from '../text/normalise.ts';

/**
 * Foreign words of a clinic's names, by what is left of them when one letter is dropped: "filler" is found from "fillr",
 * "filer" and "fillar". Vietnamese syllables are too short and too close to each other for this.
 */
export type Misspellings = ReadonlyMap<string, readonly string[]>;

const shortest = 5;
/** A Vietnamese syllable: what is spelt like one is taken at its word. */
const syllable =
  /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?(?:[iy]?[aeo][aeiouy]?|[ou][aeo]?[iuy]?|u[ya]?[aeê]?|[iy][aeu]?)(?:ng|nh|ch|[cmnpt])?$/;

export function misspellingsOf({ treatments, notOffered, branches, staff }: Clinic): Misspellings {
  const names = [
    ...treatments.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...notOffered.flatMap(({ name, aliases }) => [name, ...aliases]),
  ];
  const own = [...branches, ...staff]
    .map(({ name }) => name)
    .join(' ')
    .toLowerCase();
  const index = new Map<string, string[]>();
  for (const word of new Set(names.flatMap((name) => name.split(/[^\p{L}]+/u)).map(normaliseWord))) {
    if (word.length < shortest || fold(word) !== word || syllable.test(word) || own.includes(word)) continue;
    for (const rest of [word, ...shortened(word)]) index.set(rest, [...(index.get(rest) ?? []), word]);
  }
  return index;
}

/** The clinic's words that a word may be meant for: one letter too many, too few, or another. */
export function meantBy(written: string, index: Misspellings): string[] {
  const word = fold(written);
  if (
    word.length < shortest - 1 ||
    word.length > 20 ||
    syllable.test(word) ||
    index.get(word)?.includes(word)
  )
    return [];
  const candidates = [word, ...shortened(word)].flatMap((rest) => index.get(rest) ?? []);
  return [...new Set(candidates)].filter((candidate) => Math.abs(candidate.length - word.length) <= 1);
}

function shortened(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}
