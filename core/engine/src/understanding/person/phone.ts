import { type Phone, toPhone } from '../../domain/phone.ts';
import { wordSet } from '../text/numbers.ts';
import { isWord, tableWord, type Tokens } from '../text/tokens.ts';

/** A phone number as ten digits, or only the sign that somebody tried to give one. */
export type PhoneFound = { phone?: Phone; from: number; to: number };

const digitWords = 'không một hai ba bốn năm sáu bảy tám chín'.split(' ').map(tableWord);
const isZeroWord = wordSet('không o');
const separator = /^[\s.\-–_()/]*$/;

/** Digits that look like the beginning of a number but are too few or too many for one. */
const tooFew = 7;
const fewest = 3;
const tooMany = 13;

/** All numbers of a message, in any spelling: dots, spaces, +84, the letter o for a zero, digits in words. */
export function findPhones(tokens: Tokens): PhoneFound[] {
  const found: PhoneFound[] = [];
  for (let at = 0; at < tokens.list.length; ) {
    const phone = completeNumber(tokens, at) ?? unfinishedNumber(tokens, at);
    if (phone) found.push(phone);
    at = phone?.to ?? at + 1;
  }
  return found;
}

/** The number that was given: the first that is whole, or else the sign that one was tried. */
export function phoneGiven(phones: readonly PhoneFound[]): PhoneFound | undefined {
  return phones.find(({ phone }) => phone !== undefined) ?? phones[0];
}

function completeNumber(tokens: Tokens, from: number): PhoneFound | undefined {
  if (tokens.list[from]?.before === '' && tokens.list[from - 1]?.digits !== undefined) return undefined;
  let digits = '';
  for (let at = from; at < tokens.list.length && digits.length < tooMany; at += 1) {
    const more = digitsAt(tokens, at, from);
    if (more === undefined) return undefined;
    digits += more;
    const phone = startsLikePhone(digits) ? toPhone(digits) : undefined;
    const next = tokens.list[at + 1];
    const goesOn = next?.before === '' && digitsAt(tokens, at + 1, from) !== undefined;
    if (phone !== undefined && !goesOn) return { phone, from, to: at + 1 };
    if (digits.length >= 2 && !startsLikePhone(digits)) return undefined;
  }
  return undefined;
}

function startsLikePhone(digits: string): boolean {
  return digits.startsWith('0') || digits.startsWith('84');
}

function digitsAt(tokens: Tokens, at: number, from: number): string | undefined {
  const token = tokens.list[at];
  if (!token || (at > from && !separator.test(token.before))) return undefined;
  if (token.digits !== undefined) return token.digits;
  if (/^[oO]+$/.test(token.raw)) return '0'.repeat(token.raw.length);
  const value = digitWords.findIndex((word) => isWord(token, word));
  const isBegun = at > from || isZeroWord(tokens, at);
  return value >= 0 && isBegun ? String(value) : undefined;
}

const isNumberOf = wordSet('thoại phone zalo sđt sdt');

/** "0912 345 67", "sđt 0912": somebody gives a number, and it is not one. */
function unfinishedNumber(tokens: Tokens, from: number): PhoneFound | undefined {
  if (!tokens.list[from]?.digits?.startsWith('0') || tokens.list[from - 1]?.digits !== undefined)
    return undefined;
  let digits = '';
  let to = from;
  while (to < tokens.list.length) {
    const token = tokens.list[to];
    if (token?.digits === undefined || (to > from && !/^[\s.-]*$/.test(token.before))) break;
    digits += token.digits;
    to += 1;
  }
  const isWrittenDate = /^0?\d-\d{1,2}-(19|20)\d\d$/.test(tokens.words(from, to).replace(/[.\s]/g, '-'));
  // "0912 34": no amount and no date begins like a mobile number.
  const isMobile = /^0[35789]\d\d$/.test(tokens.list[from]?.digits ?? '') && to > from + 1;
  const least = isNumberOf(tokens, from - 1) || isMobile ? fewest : tooFew;
  return digits.length >= least && digits.length < tooMany && /^0[1-9]/.test(digits) && !isWrittenDate
    ? { from, to }
    : undefined;
}
