import { wordSet } from '../text/numbers.ts';
import { phraseAt, phraseTable } from '../text/phrase-table.ts';
import type { Tokens } from '../text/tokens.ts';
import { countedThings } from './calendar-words.ts';

const isBirth = wordSet('sn');
const isBorn = wordSet('sinh');
/** The "sinh" of "giáng sinh" is nobody's birth. */
const isChristmas = wordSet('giáng');
const isBornPart = wordSet('ngày năm tháng nhật vào là');
const isStreet = wordSet('đường phố hẻm ngõ ngách kiệt địa');
const isHouse = wordSet('nhà số lô');
const isLivingAt = wordSet('ở');
const isDweller = wordSet('em chị anh mình tôi ở');
const isStreetDatePart = wordSet('tháng số nhà chỉ mạng cách tám');
const isCountedPer = wordSet('mỗi một');

const streetsWithDates = phraseTable<true>([
  ['cách mạng tháng 8', true],
  ['cách mạng tháng tám', true],
  ['cmt 8', true],
]);

/** Tokens that are numbers or dates of something else: birth dates, street names, house numbers. */
export function tokensOfOtherThings(tokens: Tokens): Set<number> {
  const taken = new Set<number>();
  const take = (from: number, belongs: (at: number) => boolean) => {
    let at = from;
    while (at < from + 8 && at < tokens.list.length && !tokens.list[at]?.isAfterPause && belongs(at)) {
      taken.add(at);
      at += 1;
    }
  };
  const isDigits = (at: number) => tokens.list[at]?.digits !== undefined;
  for (let at = 0; at < tokens.list.length; at += 1) {
    if (
      isBirth(tokens, at) ||
      (isBorn(tokens, at) && !isChristmas(tokens, at - 1) && (isBornPart(tokens, at + 1) || isDigits(at + 1)))
    )
      take(at + 1, (next) => isDigits(next) || isBornPart(tokens, next));
    if (isStreet(tokens, at)) take(at + 1, (next) => isDigits(next) || isStreetDatePart(tokens, next));
    // "nhà số 12/5" and "ở 30/4": a number with a stroke is a house or a street there, a number alone may be a day.
    if (isHouse(tokens, at) || isLivingAt(tokens, at))
      take(at + 1, (next) => isDweller(tokens, next) || (isDigits(next) && hasStroke(tokens, next)));
    const street = phraseAt(streetsWithDates, tokens, at);
    if (street) for (let part = street.from; part < street.to; part += 1) taken.add(part);
  }
  return taken;
}

function hasStroke(tokens: Tokens, at: number): boolean {
  return tokens.list[at]?.before === '/' || tokens.list[at + 1]?.before === '/';
}

/** "45 phút", "3 lần", "2 người", "70%": the token after the counted thing. */
export function countedAt(tokens: Tokens, at: number): number | undefined {
  const token = tokens.list[at];
  if (token?.digits === undefined) return undefined;
  const next = tokens.list[at + 1];
  if (next?.isAfterPause) return undefined;
  const thing = phraseAt(countedThings, tokens, at + 1);
  if (thing) return thing.to;
  return isCountedPer(tokens, at - 1) && next?.before === '/' ? at + 2 : undefined;
}
