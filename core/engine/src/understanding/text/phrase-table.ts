import { isWord, type TableWord, tableWords, type Tokens } from './tokens.ts';

type Entry<T> = { words: readonly TableWord[]; value: T };

/** Phrases and what they stand for, found at a place of a message; the longest one wins. */
export type PhraseTable<T> = ReadonlyMap<string, readonly Entry<T>[]>;

/** `words` are the table's own, with their marks. */
export type PhraseFound<T> = { value: T; from: number; to: number; words: readonly TableWord[] };

export function phraseTable<T>(entries: Iterable<readonly [phrase: string, value: T]>): PhraseTable<T> {
  const table = new Map<string, Entry<T>[]>();
  for (const [phrase, value] of entries) {
    const words = tableWords(phrase);
    const first = words[0]?.plain;
    if (first === undefined) continue;
    const list = table.get(first);
    if (list) list.push({ words, value });
    else table.set(first, [{ words, value }]);
  }
  for (const list of table.values()) list.sort((a, b) => b.words.length - a.words.length);
  return table;
}

export function phraseAt<T>(table: PhraseTable<T>, tokens: Tokens, at: number): PhraseFound<T> | undefined {
  const token = tokens.list[at];
  if (!token) return undefined;
  let best: Entry<T> | undefined;
  for (const form of token.forms) {
    for (const entry of table.get(form) ?? []) {
      if (entry.words.length < (best?.words.length ?? 0)) break;
      if (startsAt(tokens, at, entry.words) && isBetter(tokens, at, entry, best)) best = entry;
    }
  }
  return best && { value: best.value, from: at, to: at + best.words.length, words: best.words };
}

/** The longer phrase; of two equally long ones the one that is written with the marks that were typed. */
function isBetter<T>(tokens: Tokens, at: number, entry: Entry<T>, best: Entry<T> | undefined): boolean {
  if (!best || entry.words.length > best.words.length) return true;
  return exactWords(tokens, at, entry) > exactWords(tokens, at, best);
}

function exactWords<T>(tokens: Tokens, at: number, { words }: Entry<T>): number {
  return words.filter(({ word }, index) => tokens.list[at + index]?.word === word).length;
}

function startsAt(tokens: Tokens, at: number, words: readonly TableWord[]): boolean {
  return words.every(
    (word, index) =>
      isWord(tokens.list[at + index], word) && (index === 0 || !tokens.list[at + index]?.isAfterPause),
  );
}
