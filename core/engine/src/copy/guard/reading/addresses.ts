import type { Span } from '../../../understanding/text/span.ts';
import { wordSet } from '../../../understanding/text/numbers.ts';
import type { Tokens } from '../../../understanding/text/tokens.ts';

/** Digits by which somebody or something is reached, or a house number with its street. */
export type Address = Span &
  (
    | { is: 'phone'; digits: string }
    | { is: 'long-number'; digits: string }
    | { is: 'house'; number: string; street: string }
  );

const separator = /^[ .\-–()]{0,3}$/;
const isStreetWord = wordSet('đường phố street');
const isNumberWord = wordSet('số');
/** "cơ sở 1 Mộc Lan" is no house number. */
const isNumbered = wordSet('sở nhánh cs cn quận q phường branch district tầng lầu');
/** "1900 1234" begins with its prefix as a whole; the "1" of "1.800.000đ" begins a price. */
const isPrefix = /^(?:1[89]00|84\d{0,10}|0\d*)$/;

export function findAddresses(tokens: Tokens): Address[] {
  const found: Address[] = [];
  for (let at = 0; at < tokens.list.length; ) {
    const address = longNumberAt(tokens, at) ?? houseAt(tokens, at);
    if (address) found.push(address);
    at = address?.to ?? at + 1;
  }
  return found;
}

function longNumberAt(tokens: Tokens, from: number): Address | undefined {
  const first = tokens.list[from];
  if (first?.digits === undefined) return undefined;
  let digits = first.digits;
  let to = from + 1;
  while (to < tokens.list.length && digits.length < 16) {
    const next = tokens.list[to];
    if (next?.digits === undefined || !separator.test(next.before)) break;
    // "0900 000 777 (8h30–20h30)": what stands in brackets after a whole number is something else.
    if (digits.length >= 9 && next.before.includes('(')) break;
    digits += next.digits;
    to += 1;
  }
  const startsLikePhone = isPrefix.test(first.digits) || /^1[89]00\d/.test(first.digits);
  if (startsLikePhone && digits.length >= 7 && digits.length <= 12) return { is: 'phone', digits, from, to };
  if (first.digits.length >= 9) return { is: 'long-number', digits: first.digits, from, to: from + 1 };
  return undefined;
}

/** "188 đường Mộc Lan", "số 25 Nguyễn Trãi", "36 Bằng Lăng street" */
function houseAt(tokens: Tokens, at: number): Address | undefined {
  const number = tokens.list[at];
  if (number?.digits === undefined || number.digits.length > 4 || isNumbered(tokens, at - 1))
    return undefined;
  const next = tokens.list[at + 1];
  if (!next || next.before !== ' ') return undefined;
  const hasStreetWord = isStreetWord(tokens, at + 1);
  const begin = hasStreetWord ? at + 2 : at + 1;
  let to = begin;
  while (to < begin + 4 && /^\p{Lu}/u.test(tokens.list[to]?.raw ?? '') && tokens.list[to]?.before === ' ')
    to += 1;
  const isNamed = to - begin >= 2 || (hasStreetWord && to > begin);
  const isStreet =
    hasStreetWord || isNumberWord(tokens, at - 1) || isStreetWord(tokens, to) || to - begin >= 2;
  if (!isNamed || !isStreet) return undefined;
  return { is: 'house', number: number.digits, street: tokens.words(begin, to), from: at, to };
}
