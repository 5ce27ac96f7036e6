import { phraseAt, phraseTable } from './phrase-table.ts';
import { isWord, tableWord, type Tokens } from './tokens.ts';

const ones = [
  ['một', 1],
  ['hai', 2],
  ['ba', 3],
  ['bốn', 4],
  ['năm', 5],
  ['sáu', 6],
  ['bảy', 7],
  ['bẩy', 7],
  ['tám', 8],
  ['chín', 9],
] as const;

const afterTen = [...ones, ['mốt', 1], ['lăm', 5], ['nhăm', 5], ['tư', 4]] as const;

/** "mười lăm", "hai mươi ba", "hai mốt", "hăm lăm": the numbers that days, hours and people are counted with. */
const numberWords = phraseTable<number>([
  ...ones,
  ['mười', 10],
  ...afterTen.map(([word, value]) => [`mười ${word}`, 10 + value] as const),
  ...ones
    .slice(1)
    .flatMap(([tens, ten]) => [
      [`${tens} mươi`, ten * 10] as const,
      [`${tens} chục`, ten * 10] as const,
      ...afterTen.map(([word, value]) => [`${tens} mươi ${word}`, ten * 10 + value] as const),
    ]),
  ['hăm', 20],
  ['băm', 30],
  ...afterTen.flatMap(([word, value]) => [
    [`hăm ${word}`, 20 + value] as const,
    [`băm ${word}`, 30 + value] as const,
  ]),
  ['hai mốt', 21],
  ['hai lăm', 25],
  ['hai nhăm', 25],
  ['ba mốt', 31],
  ['ba lăm', 35],
]);

export type NumberFound = { value: number; from: number; to: number; isWritten: boolean };

/** A number at this place, in digits or in words. */
export function numberAt(tokens: Tokens, at: number): NumberFound | undefined {
  const digits = tokens.list[at]?.digits;
  if (digits !== undefined) return { value: Number(digits), from: at, to: at + 1, isWritten: false };
  const found = phraseAt(numberWords, tokens, at);
  return found && { ...found, isWritten: true };
}

/** A test whether one of these words, parted by spaces, stands at a place. */
export function wordSet(words: string): (tokens: Tokens, at: number) => boolean {
  const table = words.split(' ').map(tableWord);
  const spellings = new Set(table.map(({ word }) => word));
  return (tokens, at) => {
    const token = tokens.list[at];
    if (token === undefined) return false;
    if (spellings.has(token.word)) return true;
    const mayBeAnother = token.isLoose || token.others.length > 0;
    return mayBeAnother && table.some((word) => isWord(token, word));
  };
}
