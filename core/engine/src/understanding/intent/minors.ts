import { numberAt, wordSet } from '../text/numbers.ts';
import type { Tokens } from '../text/tokens.ts';

const grownUp = 18;
/** Pupils of the last class are seventeen or just eighteen: the clinic must ask. */
const lastClass = 12;

const isClass = wordSet('lớp');
const isLevel = wordSet('cấp');
const isBirth = wordSet('sinh sn năm');
const isK = wordSet('k');
const isUnder = wordSet('dưới under');
const isStudying = wordSet('học');

/** Somebody under 18, by age, school class or year of birth. */
export function findMinor(
  tokens: Tokens,
  age: { value: number; from: number; to: number } | undefined,
  thisYear: number,
): { from: number; to: number } | undefined {
  if (age && age.value < grownUp) return age;
  for (let at = 0; at < tokens.list.length; at += 1) {
    const number = numberAt(tokens, at + 1);
    if (isClass(tokens, at) && number && number.value >= 1 && number.value <= lastClass)
      return { from: at, to: number.to };
    if (isLevel(tokens, at) && isStudying(tokens, at - 1) && number && number.value <= 3)
      return { from: at, to: number.to };
    const birthYear = isBirth(tokens, at) ? number?.value : shortYear(tokens, at);
    if (birthYear !== undefined && birthYear > thisYear - grownUp && birthYear <= thisYear)
      return { from: at, to: at + 2 };
    if (isUnder(tokens, at) && number?.value === grownUp) return { from: at, to: number.to };
  }
  return undefined;
}

/** "2k9" is 2009. */
function shortYear(tokens: Tokens, at: number): number | undefined {
  const year = tokens.list[at + 2];
  const isShort =
    tokens.list[at]?.digits === '2' && isK(tokens, at + 1) && tokens.list[at + 1]?.before === '';
  return isShort && year?.before === '' && year.digits !== undefined && year.digits.length <= 2
    ? 2000 + Number(year.digits)
    : undefined;
}
