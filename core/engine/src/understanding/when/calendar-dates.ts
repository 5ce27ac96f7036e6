import type { LocalDate } from '../../domain/clinic-time.ts';
import { numberAt, wordSet } from '../text/numbers.ts';
import { phraseAt } from '../text/phrase-table.ts';
import type { Tokens } from '../text/tokens.ts';
import {
  addMonths,
  dateOf,
  dayAndMonth,
  daysOfMonth,
  monthOf,
  type MonthOfYear,
  lastDayOfMonth,
  nextDayOfMonth,
} from './calendar.ts';
import {
  countedThings,
  englishMonths,
  englishMonthsFromNow,
  monthParts,
  monthsFromNow,
  yearsFromNow,
} from './calendar-words.ts';
import { type DayFound, type DayReader, oneDay } from './day-found.ts';
import { isAboutSomethingDone } from './something-done.ts';
import { partsOfDay } from './time-words.ts';

const isDayWord = wordSet('ngày hôm bữa');
const isFirstTen = wordSet('mùng mồng mùn');
const isMonthWord = wordSet('tháng');
const isYearWord = wordSet('năm');
const isSolar = wordSet('tây dương');
const isEnglishOrdinal = wordSet('st nd rd th');
const isFractionOf = wordSet('khuôn mặt vùng giá liệu người body cái viên muỗng đêm ngày gói thẻ');

/** Written like dates, meant otherwise: round the clock, ten out of ten, half and half. */
const notDates: ReadonlySet<string> = new Set(['24/7', '10/10', '24/24', '50/50', '9/10', '8/10']);

const found = (to: number, date: LocalDate | undefined): DayFound => ({
  to,
  days: oneDay(date),
  kind: 'date',
});

/** "18/12", "18-12-2026", "2026-12-18", with or without "ngày" before. */
export const readNumericDate: DayReader = (tokens, at, today) => {
  const isNamed = isDayWord(tokens, at) || isFirstTen(tokens, at);
  const begin = isNamed ? at + 1 : at;
  const [first, second, third] = [0, 1, 2].map((index) => tokens.list[begin + index]);
  if (first?.digits === undefined || second?.digits === undefined) return undefined;
  const mark = second.before;
  if (mark !== '/' && mark !== '-' && mark !== '.') return undefined;
  const hasThird = third?.digits !== undefined && third.before === mark;
  const to = begin + (hasThird ? 3 : 2);
  if (first.digits.length === 4 && hasThird) {
    return found(to, dateOf(Number(first.digits), Number(second.digits), Number(third.digits)));
  }
  if (first.digits.length > 2 || second.digits.length > 2) return undefined;
  if (!hasThird && !isNamed && mark !== '/' && !looksLikeDate(tokens, begin)) return undefined;
  const isOther =
    !isNamed && !hasThird && (notDates.has(`${first.digits}/${second.digits}`) || isFractionOf(tokens, to));
  if (isOther) return { to, days: undefined, kind: 'date' };
  const day = Number(first.digits);
  const month = Number(second.digits);
  const written = hasThird ? third.digits : undefined;
  if (written === undefined) return withYear(tokens, to, today, day, month);
  if (written.length !== 2 && written.length !== 4) return undefined;
  const year = Number(written) + (written.length === 2 ? 2000 : 0);
  return found(to, dateOf(year, month, day));
};

/** "25-12" and "5.12" are dates; "5-10 phút", "9-11 sáng", "tầm 10-12" and "2.5" are not. */
function looksLikeDate(tokens: Tokens, at: number): boolean {
  const day = tokens.list[at]?.digits ?? '';
  const month = tokens.list[at + 1]?.digits ?? '';
  const isPossible = Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;
  const isOther =
    isAbout(tokens, at - 1) ||
    phraseAt(countedThings, tokens, at + 2) !== undefined ||
    Boolean(phraseAt(partsOfDay, tokens, at + 2)?.value) ||
    isHour(tokens, at + 2);
  return isPossible && !isOther && (month.length === 2 || Number(day) > 12);
}

const isAbout = wordSet('tầm khoảng cỡ từ lúc chừng giá còn');

/** "ngày 5 tháng 12", "mùng 4 tháng 12 năm 2026", "ngày 27", "25 tây", "ngày 5 tháng sau". */
export const readSpokenDate: DayReader = (tokens, at, today) => {
  const isFirst = isFirstTen(tokens, at) || (isDayWord(tokens, at) && isFirstTen(tokens, at + 1));
  const isNamed = isFirst || isDayWord(tokens, at);
  const begin = at + (isFirst && isDayWord(tokens, at) ? 2 : isNamed ? 1 : 0);
  const day = numberAt(tokens, begin);
  if (!day || (begin > at && tokens.list[begin]?.isAfterPause)) return undefined;
  if (isMonthWord(tokens, day.to)) {
    const month = numberAt(tokens, day.to + 1) ?? fourth(tokens, day.to + 1);
    const isDuration = month !== undefined && isCounting(tokens, month.to);
    if (month && !isDuration) return withYear(tokens, month.to, today, day.value, month.value);
    const away = phraseAt(monthsFromNow, tokens, day.to + 1);
    if (away && isNamed) {
      const { year, month: number } = addMonths(monthOf(today), away.value);
      return found(away.to, dateOf(year, number, day.value));
    }
  }
  if (isSolar(tokens, day.to)) return found(day.to + 1, nextDayOfMonth(today, day.value));
  if (!isNamed || isHour(tokens, day.to)) return undefined;
  // "hôm 2 người đi" counts people; "hôm 25" is a day.
  if (phraseAt(countedThings, tokens, day.to)) return undefined;
  const to = day.to + (isThis(tokens, day.to) && !tokens.list[day.to]?.isAfterPause ? 1 : 0);
  const isPast = isBygone(tokens, at) && isAboutSomethingDone(tokens, to);
  const date = isPast ? lastDayOfMonth(today, day.value) : nextDayOfMonth(today, day.value);
  return { ...found(to, date), ...(isPast ? {} : { dayOfMonth: day.value }) };
};

const isThis = wordSet('này nay');
/** "hôm 12 em qua mà đông quá" */
const isBygone = wordSet('hôm bữa');
const isEvery = wordSet('mỗi hàng các mấy nhiều vài');
const isHour = wordSet('h g giờ');
const isFourth = wordSet('tư');

/** April is "tháng tư", never "tháng bốn". */
function fourth(tokens: Tokens, at: number): { value: number; to: number } | undefined {
  return isFourth(tokens, at) ? { value: 4, to: at + 1 } : undefined;
}

function withYear(tokens: Tokens, at: number, today: LocalDate, day: number, month: number): DayFound {
  const away = phraseAt(yearsFromNow, tokens, at);
  if (away) return found(away.to, dateOf(monthOf(today).year + away.value, month, day));
  const isNamed = isYearWord(tokens, at);
  const year = tokens.list[isNamed ? at + 1 : at];
  if (year?.digits?.length === 4 && (isNamed || year.before.trim() === '' || year.before === '/'))
    return found(isNamed ? at + 2 : at + 1, dateOf(Number(year.digits), month, day));
  const isSunDay = isSolar(tokens, at) ? 1 : 0;
  return found(at + isSunDay, dayAndMonth(today, day, month));
}

/** "December 18th", "18 December", "18th of December 2026" */
export const readEnglishDate: DayReader = (tokens, at, today) => {
  const month = phraseAt(englishMonths, tokens, at);
  const day = numberAt(tokens, month?.to ?? at);
  if (!day || day.isWritten) return undefined;
  const afterDay = day.to + (isEnglishOrdinal(tokens, day.to) ? 1 : 0);
  const afterOf = wordSet('of')(tokens, afterDay) ? afterDay + 1 : afterDay;
  const named = month ?? phraseAt(englishMonths, tokens, afterOf);
  if (!named && afterDay > day.to) return found(afterDay, nextDayOfMonth(today, day.value));
  if (!named) return undefined;
  return withYear(tokens, month ? afterDay : named.to, today, day.value, named.value);
};

/** "tháng này", "tháng 3", "đầu tháng sau", "cuối tháng" */
export const readMonth: DayReader = (tokens, at, today) => {
  const english = phraseAt(englishMonthsFromNow, tokens, at);
  if (english) {
    const { ahead, days } = english.value;
    return { to: english.to, days: daysOfMonth(addMonths(monthOf(today), ahead), days), kind: 'month' };
  }
  const part = phraseAt(monthParts, tokens, at);
  const begin = part?.to ?? at;
  if (!isMonthWord(tokens, begin) || numberAt(tokens, at - 1) || isEvery(tokens, at - 1)) return undefined;
  const span = part?.value;
  const away = phraseAt(monthsFromNow, tokens, begin + 1);
  if (away)
    return { to: away.to, days: daysOfMonth(addMonths(monthOf(today), away.value), span), kind: 'month' };
  const number = numberAt(tokens, begin + 1) ?? fourth(tokens, begin + 1);
  if (number) {
    if (isCounting(tokens, number.to)) return undefined;
    if (number.value < 1 || number.value > 12) return { to: number.to, days: undefined, kind: 'month' };
    return namedMonth(tokens, number, today, span);
  }
  if (!span) return undefined;
  const thisMonth = daysOfMonth(monthOf(today), span);
  const isOver = (thisMonth[1] ?? today) < today;
  return {
    to: begin + 1,
    days: isOver ? daysOfMonth(addMonths(monthOf(today), 1), span) : thisMonth,
    kind: 'month',
  };
};

/** "tháng 2 lần" counts; "tháng 2 năm 2027" does not. */
function isCounting(tokens: Tokens, at: number): boolean {
  const isDate = isYearWord(tokens, at) || (isDayWord(tokens, at) && numberAt(tokens, at + 1) !== undefined);
  return phraseAt(countedThings, tokens, at) !== undefined && !isDate;
}

function namedMonth(
  tokens: Tokens,
  { value: month, to }: { value: number; to: number },
  today: LocalDate,
  span: readonly [number, number] | undefined,
): DayFound {
  const year = tokens.list[isYearWord(tokens, to) ? to + 1 : to];
  if (year?.digits?.length === 4 && year.before !== '') {
    const days = daysOfMonth({ year: Number(year.digits), month }, span);
    return { to: isYearWord(tokens, to) ? to + 2 : to + 1, days, kind: 'month' };
  }
  const now: MonthOfYear = monthOf(today);
  const days = daysOfMonth({ year: month < now.month ? now.year + 1 : now.year, month }, span);
  return { to, days, kind: 'month' };
}
