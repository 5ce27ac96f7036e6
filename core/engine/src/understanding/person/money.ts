import type { Vnd } from '../../domain/money.ts';
import { numberAt, wordSet } from '../text/numbers.ts';
import { matchesOf, patternIndex } from '../text/pattern.ts';
import { phraseAt } from '../text/phrase-table.ts';
import type { Tokens } from '../text/tokens.ts';
import { budgetPhrases, chargedPhrases, moneyUnits } from './money-words.ts';

export type MoneyFound = { amount: Vnd; from: number; to: number };

const isHalf = wordSet('rưỡi rưởi');
const isTo = wordSet('đến tới');
const million = 1_000_000;
const most = 1_000_000_000;

/** "1tr5", "1,5 triệu", "500k", "2 củ rưỡi", "1.500.000", "2-3 triệu" (the upper end). */
function moneyAt(tokens: Tokens, at: number): MoneyFound | undefined {
  const number = writtenNumber(tokens, at);
  if (!number) return undefined;
  const unit = tokens.list[number.to]?.isAfterPause ? undefined : phraseAt(moneyUnits, tokens, number.to);
  if (!unit) {
    const upper = upperEnd(tokens, number.to);
    if (upper) return { ...upper, from: at };
    return number.value >= 10_000 && number.isGrouped ? moneyOf(number.value, at, number.to) : undefined;
  }
  const rest = afterUnit(tokens, unit.to, unit.value);
  const upper = upperEnd(tokens, rest.to);
  return upper ? { ...upper, from: at } : moneyOf(number.value * unit.value + rest.amount, at, rest.to);
}

function moneyOf(amount: number, from: number, to: number): MoneyFound | undefined {
  const whole = Math.round(amount);
  return whole > 0 && whole <= most ? { amount: whole, from, to } : undefined;
}

/** The "3 triệu" of "2-3 triệu". */
function upperEnd(tokens: Tokens, at: number): MoneyFound | undefined {
  const mark = tokens.list[at]?.before.trim();
  const next = isTo(tokens, at) ? at + 1 : mark === '-' || mark === '–' ? at : undefined;
  return next === undefined ? undefined : moneyAt(tokens, next);
}

type Written = { value: number; to: number; isGrouped: boolean };

/** "1.500.000" is grouped by three, "1.5" and "1,5" have a fraction. */
function writtenNumber(tokens: Tokens, at: number): Written | undefined {
  const first = numberAt(tokens, at);
  if (!first || first.isWritten) return first && { value: first.value, to: first.to, isGrouped: false };
  let digits = tokens.list[at]?.digits ?? '';
  let to = at + 1;
  let isGrouped = false;
  while (
    (tokens.list[to]?.before === '.' || tokens.list[to]?.before === ',') &&
    tokens.list[to]?.digits?.length === 3
  ) {
    digits += tokens.list[to]?.digits ?? '';
    isGrouped = true;
    to += 1;
  }
  if (isGrouped || digits.length > 12) return { value: Number(digits), to, isGrouped };
  const next = tokens.list[to];
  const isFraction =
    (next?.before === '.' || next?.before === ',') && next.digits !== undefined && next.digits.length <= 2;
  return isFraction
    ? { value: Number(`${digits}.${next.digits ?? ''}`), to: to + 1, isGrouped: false }
    : { value: Number(digits), to, isGrouped: digits.length >= 5 };
}

/** The "5" of "1tr5" is half a million: digits after the unit are its decimals. */
function afterUnit(tokens: Tokens, at: number, unit: number): { amount: number; to: number } {
  if (isHalf(tokens, at)) return { amount: unit / 2, to: at + 1 };
  const next = tokens.list[at];
  const isDecimals =
    unit === million &&
    next?.digits !== undefined &&
    next.digits.length <= 3 &&
    (next.before === '' || next.before === ' ');
  if (!isDecimals || (next.before === ' ' && next.digits?.length !== 1)) return { amount: 0, to: at };
  return { amount: Number(`0.${next.digits ?? '0'}`) * unit, to: at + 1 };
}

/** All amounts of a message by their first token, for phrases that speak of money. */
export function findMoney(tokens: Tokens): MoneyFound[] {
  const found: MoneyFound[] = [];
  for (let at = 0; at < tokens.list.length; ) {
    const money = moneyAt(tokens, at);
    if (money) found.push(money);
    at = money?.to ?? at + 1;
  }
  return found;
}

const budgets = patternIndex(budgetPhrases.map((phrase) => [phrase, true] as const));
const charged = patternIndex(chargedPhrases.map((phrase) => [phrase, true] as const));

/** What the customer says they can spend; a price that is only talked about is no budget. */
export function findBudget(tokens: Tokens, amounts: readonly MoneyFound[]): MoneyFound | undefined {
  if (amounts.length === 0) return undefined;
  const places = new Map(amounts.map(({ from, to }) => [from, to]));
  const matches = matchesOf(budgets, { tokens, found: new Map([['money', places]]) });
  const owed = matchesOf(charged, { tokens, found: new Map([['money', places]]) });
  const isIn = (list: typeof matches, at: number) => list.some(({ from, to }) => from <= at && at < to);
  return amounts.find(({ from }) => isIn(matches, from) && !isIn(owed, from));
}
