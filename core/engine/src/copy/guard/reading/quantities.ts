import { wordSet } from '../../../understanding/text/numbers.ts';
import { phraseAt } from '../../../understanding/text/phrase-table.ts';
import type { Tokens } from '../../../understanding/text/tokens.ts';
import { currencyWords, moneyScales, type Unit, unitWords } from '../words/units.ts';
import { wordedNumberAt } from './number-words.ts';

/** A number with what it counts, or a span from one to another. */
export type Quantity = {
  unit: Unit;
  low: number;
  high: number;
  from: number;
  to: number;
};

/** A quantity, and what one of its unit is worth: the "100" of "100-300k" takes it over. */
type Counted = { unit: Unit; value: number; to: number; worth: number };
type Plain = { value: number; to: number; isGrouped: boolean; scale: number };

const isHalf = wordSet('rưỡi rưởi');
const isTo = wordSet('đến tới to');
const isBetween = wordSet('between giữa');
const isAnd = wordSet('and và');
const isSame = wordSet('cùng same mỗi every');
const isOne = wordSet('một');
const isOneOfMany = wordSet('dưới trong nào khác bên phù tiện below that of');
const isChoosing = wordSet('chọn lấy choose pick');
const isThousand = wordSet('nghìn ngàn k');
const million = 1_000_000;
const smallestAmount = 10_000;

/** Every number that counts something, in order; words that are known to mean something else are passed over. */
export function findQuantities(tokens: Tokens, isTaken: (at: number) => boolean): Quantity[] {
  const found: Quantity[] = [];
  for (let at = 0; at < tokens.list.length; ) {
    const quantity = isTaken(at) || isPartOfDate(tokens, at) ? undefined : quantityAt(tokens, at);
    if (quantity) found.push(quantity);
    at = quantity?.to ?? at + 1;
  }
  return found;
}

function quantityAt(tokens: Tokens, at: number): Quantity | undefined {
  const first = plainAt(tokens, at);
  // "cùng một ngày" and "mỗi 1 buổi" count nothing, nor does the "một giờ" that somebody is to choose.
  if (first?.value === 1 && (isSame(tokens, at - 1) || isAnyOne(tokens, at))) return undefined;
  if (!first) return undefined;
  const counted = countedAt(tokens, first, at);
  const link = linkAt(tokens, counted?.to ?? first.to) ?? betweenAt(tokens, at, counted?.to ?? first.to);
  const second = link === undefined ? undefined : plainAt(tokens, link);
  const last = second && link !== undefined ? countedAt(tokens, second, link) : undefined;
  if (!counted) {
    if (!last || first.value * last.worth > last.value) return undefined;
    const low = first.isGrouped ? first.value : first.value * last.worth;
    return { unit: last.unit, low, high: last.value, from: at, to: last.to };
  }
  const isSpan = last?.unit === counted.unit && last.value >= counted.value;
  return {
    unit: counted.unit,
    low: counted.value,
    high: isSpan ? last.value : counted.value,
    from: at,
    to: isSpan ? last.to : counted.to,
  };
}

/** "chọn một giờ dưới đây": a number in words before something to choose from. */
function isAnyOne(tokens: Tokens, at: number): boolean {
  if (tokens.list[at]?.digits !== undefined) return false;
  return isOneOfMany(tokens, at + 2) && isChoosing(tokens, at - 1);
}

function countedAt(tokens: Tokens, number: Plain, at: number): Counted | undefined {
  const next = tokens.list[number.to];
  const isNext = next !== undefined && !next.isAfterPause && /^[\s-]?$/.test(next.before);
  const scale = isNext ? scaleAt(tokens, number.to) : undefined;
  const unit = isNext ? phraseAt(unitWords, tokens, number.to) : undefined;
  if (scale && (unit?.to ?? 0) <= scale.to) return scaledAt(tokens, number, scale);
  const end = tokens.text.slice(tokens.list[number.to - 1]?.end ?? 0).match(/^\s?%/);
  if (end) return { unit: 'percent', value: number.value, to: number.to, worth: 1 };
  if (unit) return withUnit(tokens, number, unit);
  const isNamed = (isNext && phraseAt(currencyWords, tokens, number.to)) || undefined;
  const isCurrency = isNamed !== undefined || hasCurrencySign(tokens, number.to, at);
  const isAmount = isCurrency || number.scale > 1 || (number.isGrouped && number.value >= smallestAmount);
  return isAmount && number.value >= 1_000
    ? { unit: 'vnd', value: number.value, to: isNamed?.to ?? number.to, worth: number.scale }
    : undefined;
}

function withUnit(tokens: Tokens, number: Plain, unit: NonNullable<ReturnType<typeof unitAt>>): Counted {
  const { unit: name, times } = unit.value;
  const whole = { unit: name, value: number.value * times, to: unit.to, worth: times };
  if (isHalf(tokens, unit.to)) return { ...whole, value: whole.value + times / 2, to: unit.to + 1 };
  // "1 tiếng 30 phút" is one stretch of time.
  const more = times === 60 && !tokens.list[unit.to]?.isAfterPause ? plainAt(tokens, unit.to) : undefined;
  const rest = more && unitAt(tokens, more.to);
  return more && rest?.value.unit === name && rest.value.times === 1
    ? { ...whole, value: whole.value + more.value, to: rest.to }
    : whole;
}

function unitAt(tokens: Tokens, at: number) {
  return phraseAt(unitWords, tokens, at);
}

function scaleAt(tokens: Tokens, at: number): { value: number; to: number } | undefined {
  // "80m" is a distance, "1.8M" an amount.
  if (tokens.list[at]?.raw === 'M') return { value: million, to: at + 1 };
  return phraseAt(moneyScales, tokens, at);
}

/** "1tr5", "4 triệu 990", "1tr850k", "2 triệu rưỡi": digits after the millions are their decimals or thousands. */
function scaledAt(tokens: Tokens, number: Plain, scale: { value: number; to: number }): Counted {
  const base = number.value * scale.value;
  let value = base;
  let to = scale.to;
  const next = tokens.list[to];
  const digits = next?.digits;
  if (isHalf(tokens, to)) {
    value += scale.value / 2;
    to += 1;
  } else if (
    scale.value === million &&
    digits !== undefined &&
    digits.length <= 3 &&
    (next?.before === '' || next?.before === ' ')
  ) {
    const isCounting = next.before === ' ' && unitAt(tokens, to + 1) !== undefined;
    if (!isCounting) {
      value += Number(`0.${digits}`) * million;
      to += 1;
      if (isThousand(tokens, to) && digits.length === 3) to += 1;
    }
  } else if (scale.value === million && next?.before === ' ') {
    // "4 triệu một răng" is the price of one tooth; a hundred thousand more would be "mốt".
    const rest = isOne(tokens, to) ? undefined : wordedNumberAt(tokens, to);
    const below = rest && (rest.scale > 1 ? rest.value : rest.value < 10 ? rest.value * 100_000 : 0);
    if (rest && below && below < million && unitAt(tokens, rest.to) === undefined) {
      value += below;
      to = rest.to;
    }
  }
  const currency = tokens.list[to]?.isAfterPause ? undefined : phraseAt(currencyWords, tokens, to);
  return { unit: 'vnd', value: Math.round(value), to: currency?.to ?? to, worth: scale.value };
}

/** "1.500.000" is grouped by three, "1.5" and "1,5" have a fraction. */
function plainAt(tokens: Tokens, at: number): Plain | undefined {
  const first = tokens.list[at];
  if (first?.digits === undefined) {
    const worded = wordedNumberAt(tokens, at);
    return worded && { ...worded, isGrouped: false };
  }
  const isMark = (mark: string | undefined) => mark === '.' || mark === ',';
  let digits = first.digits;
  let to = at + 1;
  while (isMark(tokens.list[to]?.before) && tokens.list[to]?.digits?.length === 3 && digits !== '0') {
    digits += tokens.list[to]?.digits ?? '';
    to += 1;
  }
  if (to > at + 1 || digits.length > 12)
    return { value: Number(digits.slice(0, 15)), to, isGrouped: true, scale: 1 };
  const next = tokens.list[to];
  const isFraction = isMark(next?.before) && (next?.digits?.length ?? 9) <= 2;
  return isFraction
    ? { value: Number(`${digits}.${next?.digits ?? ''}`), to: to + 1, isGrouped: false, scale: 1 }
    : { value: Number(digits), to, isGrouped: digits.length >= 5, scale: 1 };
}

/** The place after "-", "–", "đến" or "to". */
function linkAt(tokens: Tokens, at: number): number | undefined {
  if (isTo(tokens, at) && !tokens.list[at]?.isAfterPause) return at + 1;
  const mark = tokens.list[at]?.before.trim();
  return mark === '-' || mark === '–' || mark === '~' ? at : undefined;
}

/** "between 500 and 800", "giữa 500 và 800" */
function betweenAt(tokens: Tokens, first: number, at: number): number | undefined {
  return isBetween(tokens, first - 1) && isAnd(tokens, at) ? at + 1 : undefined;
}

function hasCurrencySign(tokens: Tokens, to: number, at: number): boolean {
  const after = tokens.text.slice(tokens.list[to - 1]?.end ?? 0).match(/^\s?₫/);
  const isBefore = at > 0 && tokens.list[at]?.before === ' ' && phraseAt(currencyWords, tokens, at - 1);
  return (
    after !== null ||
    (isBefore !== false && isBefore !== undefined) ||
    tokens.list[at]?.before.endsWith('₫') === true
  );
}

/** "15/12" and "24/7" are no counts, nor are the digits of "SPF50" or "CO2". */
function isPartOfDate(tokens: Tokens, at: number): boolean {
  const token = tokens.list[at];
  if (token?.digits === undefined) return false;
  const next = tokens.list[at + 1];
  const isBefore = next?.digits !== undefined && next.before === '/';
  const isGluedToWord = token.before === '' && at > 0 && tokens.list[at - 1]?.digits === undefined;
  return isBefore || /[/:]$/.test(token.before) || isGluedToWord;
}
