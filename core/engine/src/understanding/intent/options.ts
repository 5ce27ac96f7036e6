import { numberAt, wordSet } from '../text/numbers.ts';
import { matchesOf, patternIndex, type Reading } from '../text/pattern.ts';
import { optionPhrases } from './option-phrases.ts';

/** `isPointedAt` when it was picked by its place, and not by what it says. */
export type OptionFound = { option: number; from: number; to: number; isPointedAt: boolean };

const phrases = patternIndex<number>(
  optionPhrases.flatMap(({ option, says }) => says.map((source) => [source, option] as const)),
);
const isLead = wordSet(
  'số cái lựa chọn chọn option lấy mục ý câu thứ khung ca slot dạ em chị cho mình no number',
);
const isTail = wordSet('ạ nha nhé nhe đi em chị shop nghen luôn á thôi được ok please vậy');

/** "1", "số 2", "cái đầu", "cái cuối": one of the choices just offered. */
export function findOption(reading: Reading, choices: number): OptionFound | undefined {
  if (choices === 0) return undefined;
  const { tokens } = reading;
  let from = 0;
  while (isLead(tokens, from)) from += 1;
  const number = numberAt(tokens, from);
  if (number && number.value >= 1 && number.value <= choices && !(number.isWritten && from === 0)) {
    let to = number.to;
    while (isTail(tokens, to)) to += 1;
    if (to === tokens.list.length) return { option: number.value, from, to: number.to, isPointedAt: true };
  }
  const named = matchesOf(phrases, reading).toSorted((a, b) => b.to - b.from - (a.to - a.from))[0];
  const isOffered = named !== undefined && named.value <= choices;
  return isOffered ? { option: named.value, from: named.from, to: named.to, isPointedAt: true } : undefined;
}
