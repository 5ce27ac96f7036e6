import { addDays, type LocalDate } from '../../domain/clinic-time.ts';
import { numberAt, wordSet } from '../text/numbers.ts';
import { phraseAt } from '../text/phrase-table.ts';
import type { Tokens } from '../text/tokens.ts';
import { dayAndMonth } from './calendar.ts';
import { monthParts } from './calendar-words.ts';
import { type DayFound, type DayReader, oneDay } from './day-found.ts';
import { afterTet, beforeTet, lunarFestivals, lunarMonths, solarFestivals } from './festival-words.ts';
import { nextLunarDay, toLunar } from './lunar.ts';

const isTet = wordSet('tết');
const isFullMoon = wordSet('rằm');
const isMonthWord = wordSet('tháng');
const isFirstTen = wordSet('mùng mồng mùn ngày');
const isLunar = wordSet('âm âl ta');
const isLunarTail = wordSet('lịch');
const isSolar = wordSet('tây dương');
const isDayUnit = wordSet('ngày hôm bữa');
const isWeekUnit = wordSet('tuần');

/** The first day after which people are back at work and pagodas: "sau Tết" begins on mùng 6. */
const tetIsOver = { day: 6, month: 1 };
/** "29 Tết" counts from the end of the old year; "mùng 5 Tết" from the beginning of the new. */
const oldYearFrom = 23;

const found = (to: number, date: LocalDate | undefined): DayFound => ({
  to,
  days: oneDay(date),
  kind: 'date',
});

export const readFestival: DayReader = (tokens, at, today) =>
  solarFestival(tokens, at, today) ??
  tetSpan(tokens, at, today) ??
  lunarFestival(tokens, at, today) ??
  lunarMonth(tokens, at, today) ??
  fullMoon(tokens, at, today) ??
  lunarDay(tokens, at, today);

const solarFestival: DayReader = (tokens, at, today) => {
  const named = phraseAt(solarFestivals, tokens, at);
  return named && found(named.to, dayAndMonth(today, named.value.day, named.value.month));
};

const lunarFestival: DayReader = (tokens, at, today) => {
  const named = phraseAt(lunarFestivals, tokens, at);
  return named && found(named.to, nextLunarDay(today, named.value));
};

function unitDays(tokens: Tokens, at: number): number | undefined {
  if (isWeekUnit(tokens, at)) return 7;
  return isDayUnit(tokens, at) ? 1 : undefined;
}

/** "sau Tết", "trước Tết", "trước Tết 2 tuần", "2 tuần trước Tết" */
const tetSpan: DayReader = (tokens, at, today) => {
  const after = phraseAt(afterTet, tokens, at);
  if (after && !isSolar(tokens, after.to)) {
    const first = nextLunarDay(today, tetIsOver);
    return first === undefined ? undefined : { to: after.to, days: [first, null], kind: 'date' };
  }
  const ahead = numberAt(tokens, at);
  const units = ahead && unitDays(tokens, ahead.to);
  const before = phraseAt(beforeTet, tokens, ahead && units !== undefined ? ahead.to + 1 : at);
  const newYear = nextLunarDay(today, { day: 1, month: 1 });
  if (!before || newYear === undefined || isSolar(tokens, before.to)) return undefined;
  if (ahead && units !== undefined) return found(before.to, addDays(newYear, -ahead.value * units));
  const count = numberAt(tokens, before.to);
  const days = count && unitDays(tokens, count.to);
  if (count && days !== undefined) return found(count.to + 1, addDays(newYear, -count.value * days));
  return { to: before.to, days: [null, addDays(newYear, -1)], kind: 'date' };
};

/** "tháng giêng", "cuối tháng chạp" */
const lunarMonth: DayReader = (tokens, at, today) => {
  const part = phraseAt(monthParts, tokens, at);
  const begin = part?.to ?? at;
  const month = isMonthWord(tokens, begin) ? phraseAt(lunarMonths, tokens, begin + 1) : undefined;
  if (!month || numberAt(tokens, at - 1)) return undefined;
  const [first, last] = part?.value ?? [1, 30];
  const end = nextLunarDay(today, { day: last, month: month.value });
  const length = end === undefined ? 0 : Math.min(last, toLunar(end)?.day ?? last) - first;
  return { to: month.to, days: end === undefined ? undefined : [addDays(end, -length), end], kind: 'month' };
};

/** "rằm", "rằm tháng 8", "rằm tháng giêng" */
const fullMoon: DayReader = (tokens, at, today) => {
  if (!isFullMoon(tokens, at)) return undefined;
  const month = isMonthWord(tokens, at + 1) ? lunarMonthAt(tokens, at + 2) : undefined;
  return found(
    month?.to ?? at + 1,
    nextLunarDay(today, { day: 15, ...(month ? { month: month.value } : {}) }),
  );
};

/** "mùng 7 Tết", "28 Tết", "25 tháng chạp", "25 âm", "15 tháng 8 âm lịch", "15/8 âm", "mùng 3 tháng giêng". */
const lunarDay: DayReader = (tokens, at, today) => {
  const isFirst = isFirstTen(tokens, at);
  const isTwice = isFirst && isFirstTen(tokens, at + 1);
  const begin = at + (isTwice ? 2 : isFirst ? 1 : 0);
  const day = numberAt(tokens, begin);
  if (!day || day.value < 1 || day.value > 30) return undefined;
  const inMonth = lunarMonthAfter(tokens, day.to);
  const end = inMonth?.to ?? day.to;
  const hasSign = isLunar(tokens, end);
  if (isTet(tokens, end)) {
    if (isSolar(tokens, end + 1)) return found(end + 2, dayAndMonth(today, day.value, 1));
    return found(end + 1, nextLunarDay(today, { day: day.value, month: day.value >= oldYearFrom ? 12 : 1 }));
  }
  if (!hasSign && !inMonth?.isLunarName) return undefined;
  const to = hasSign ? end + 1 + (isLunarTail(tokens, end + 1) ? 1 : 0) : end;
  return found(to, nextLunarDay(today, { day: day.value, ...(inMonth ? { month: inMonth.value } : {}) }));
};

type LunarMonthFound = { value: number; to: number; isLunarName: boolean };

function lunarMonthAt(tokens: Tokens, at: number): LunarMonthFound | undefined {
  const named = phraseAt(lunarMonths, tokens, at);
  if (named) return { ...named, isLunarName: true };
  const number = numberAt(tokens, at);
  return number && number.value >= 1 && number.value <= 12 ? { ...number, isLunarName: false } : undefined;
}

/** "tháng chạp" or "/8" after the day. */
function lunarMonthAfter(tokens: Tokens, at: number): LunarMonthFound | undefined {
  if (isMonthWord(tokens, at)) return lunarMonthAt(tokens, at + 1);
  const next = tokens.list[at];
  if (next?.before !== '/') return phraseAt(lunarMonths, tokens, at) && lunarMonthAt(tokens, at);
  return lunarMonthAt(tokens, at);
}
