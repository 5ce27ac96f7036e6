import { addDays } from '../../domain/clinic-time.ts';
import { numberAt, wordSet } from '../text/numbers.ts';
import { phraseAt } from '../text/phrase-table.ts';
import type { Tokens } from '../text/tokens.ts';
import { sameDayLater } from './calendar.ts';
import { partsOfYesterday, relativeDays, type Span, spans } from './calendar-words.ts';
import { type DayFound, type DayReader, oneDay } from './day-found.ts';
import { partsOfDay } from './time-words.ts';

const isMore = wordSet('nữa later');
const isComing = wordSet('tới');
const isBefore = wordSet('trước ago');
const isThis = wordSet('this');
const isHalf = wordSet('nửa half');
const isHalfMore = wordSet('rưỡi rưởi');

/** hôm nay, mai, mốt, hôm qua …, "this evening" */
export const readRelativeDay: DayReader = (tokens, at, today) => {
  if (isThis(tokens, at) && phraseAt(partsOfDay, tokens, at + 1)?.value)
    return { to: at + 1, days: [today, today], kind: 'relative' };
  const found = phraseAt(relativeDays, tokens, at);
  if (!found) return undefined;
  const days = found.value === null ? undefined : oneDay(addDays(today, found.value));
  return { to: found.to, days, kind: 'relative' };
};

/** The same in two words or more, which no name and no number hides: ngày mốt, hôm kia. */
export const readDayPhrase: DayReader = (tokens, at, today) => {
  const found = readRelativeDay(tokens, at, today);
  return found && found.to - at > 1 ? found : undefined;
};

/** "tối qua": only the second word is the day, the first remains to be read as part of it. */
export function isYesterdayAt(tokens: Tokens, at: number): boolean {
  return at > 0 && phraseAt(partsOfYesterday, tokens, at - 1) !== undefined;
}

/** "3 ngày nữa", "nửa tháng nữa", "2 tuần trước", "cách đây 5 ngày", "3 ngày tới", "in 3 days". */
export const readOffset: DayReader = (tokens, at, today) => {
  const isLongAgo = wordSet('cách')(tokens, at) && wordSet('đây')(tokens, at + 1);
  const isIn = wordSet('in')(tokens, at);
  const begin = isLongAgo ? at + 2 : isIn ? at + 1 : at;
  const least = isDashed(tokens, begin + 1) ? numberAt(tokens, begin) : undefined;
  const count = countedSpan(tokens, least?.to ?? begin);
  if (!count || count.span === 'hour' || count.span === 'minute') return undefined;
  const { amount, span, to } = count;
  const found = (days: DayFound['days'], end = to + 1): DayFound => ({ to: end, days, kind: 'relative' });
  const shifted = (sign: 1 | -1) =>
    span === 'month'
      ? amount === 0.5
        ? addDays(today, 15 * sign)
        : sameDayLater(today, amount * sign)
      : addDays(today, Math.round(amount * (span === 'week' ? 7 : 1)) * sign);
  if (isLongAgo) return found(oneDay(shifted(-1)), to);
  if (isIn) return found(oneDay(shifted(1)), to);
  if (isMore(tokens, to)) {
    const last = shifted(1);
    const first =
      last && least && span !== 'month' ? addDays(today, least.value * (span === 'week' ? 7 : 1)) : last;
    return found(first && last ? [first, last] : undefined);
  }
  if (isBefore(tokens, to) && !phraseAt(relativeDays, tokens, to + 1)) return found(oneDay(shifted(-1)));
  const last = shifted(1);
  if (isComing(tokens, to) && last) return found([addDays(today, 1), last]);
  return undefined;
};

/** "2-3 ngày nữa" */
function isDashed(tokens: Tokens, at: number): boolean {
  return /^\s?[-–]\s?$/.test(tokens.list[at]?.before ?? '');
}

/** "40 phút nữa", "2 tiếng rưỡi nữa": minutes from now. */
export function readMinutesAhead(tokens: Tokens, at: number): { to: number; minutes: number } | undefined {
  const count = countedSpan(tokens, wordSet('in')(tokens, at) ? at + 1 : at);
  if (!count || (count.span !== 'hour' && count.span !== 'minute')) return undefined;
  const isAhead = isMore(tokens, count.to) || wordSet('in')(tokens, at);
  if (!isAhead) return undefined;
  return { to: count.to + 1, minutes: Math.round(count.amount * (count.span === 'hour' ? 60 : 1)) };
}

function countedSpan(tokens: Tokens, at: number): { amount: number; span: Span; to: number } | undefined {
  const number = numberAt(tokens, at);
  const amount = number?.value ?? (isHalf(tokens, at) ? 0.5 : undefined);
  if (amount === undefined || amount > 400) return undefined;
  const unit = phraseAt(spans, tokens, number?.to ?? at + 1);
  if (!unit) return undefined;
  const hasHalf = isHalfMore(tokens, unit.to);
  return { amount: amount + (hasHalf ? 0.5 : 0), span: unit.value, to: unit.to + (hasHalf ? 1 : 0) };
}
