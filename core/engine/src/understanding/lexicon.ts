import type { Clinic, Key } from '../domain/clinic.ts';
import { isSameWord, type Token, type Tokens, tokensOf } from './tokens.ts';

export type Meaning =
  | { kind: 'treatment'; key: Key; area?: Key }
  | { kind: 'area'; key: Key }
  | { kind: 'branch'; key: Key }
  | { kind: 'staff'; key: Key }
  | { kind: 'notOffered'; name: string };

type Phrase = { words: readonly Token[]; meaning: Meaning };

/** What a clinic's own records are called, ready to be found in a message. Built once per version of the records. */
export type Lexicon = { zone: string; byFirstWord: ReadonlyMap<string, readonly Phrase[]> };

export type Found = { meaning: Meaning; words: string; at: number };

export function buildLexicon(clinic: Clinic): Lexicon {
  const phrases: Phrase[] = [];
  const add = (text: string, meaning: Meaning) => {
    const words = tokensOf(text).list;
    if (words.length > 0) phrases.push({ words, meaning });
  };
  for (const treatment of clinic.treatments) {
    for (const name of [treatment.name, ...treatment.aliases, ...treatment.concerns]) {
      add(name, { kind: 'treatment', key: treatment.key });
    }
    for (const { area, name } of treatment.variants)
      add(name, { kind: 'treatment', key: treatment.key, area });
  }
  for (const { key, name } of clinic.areas) add(name, { kind: 'area', key });
  for (const { key, name, aliases } of clinic.branches) {
    for (const text of [name, ...aliases]) add(text, { kind: 'branch', key });
  }
  for (const person of clinic.staff) {
    for (const text of [person.name, person.shortName]) {
      if (tokensOf(text).list.length > 1) add(text, { kind: 'staff', key: person.key });
    }
  }
  for (const { name, aliases } of clinic.notOffered) {
    for (const text of aliases) add(text, { kind: 'notOffered', name });
  }

  const byFirstWord = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const first = phrase.words[0]?.plain ?? '';
    const list = byFirstWord.get(first);
    if (list) list.push(phrase);
    else byFirstWord.set(first, [phrase]);
  }
  /** Longest first: "sẹo mụn" is scars, not acne. */
  for (const list of byFirstWord.values()) list.sort((a, b) => b.words.length - a.words.length);
  return { zone: clinic.zone, byFirstWord };
}

/** Every record named in a message, each word read once. */
export function findRecords(tokens: Tokens, lexicon: Lexicon): Found[] {
  const found: Found[] = [];
  for (let at = 0; at < tokens.list.length; ) {
    const phrase = lexicon.byFirstWord
      .get(tokens.list[at]?.plain ?? '')
      ?.find(({ words }) => words.every((word, index) => isAt(tokens, at + index, word)));
    if (!phrase) {
      at += 1;
      continue;
    }
    const first = tokens.list[at];
    const last = tokens.list[at + phrase.words.length - 1];
    found.push({ meaning: phrase.meaning, words: tokens.text.slice(first?.start, last?.end), at });
    at += phrase.words.length;
  }
  return found;
}

function isAt(tokens: Tokens, index: number, word: Token): boolean {
  const token = tokens.list[index];
  return token !== undefined && isSameWord(token, word);
}
