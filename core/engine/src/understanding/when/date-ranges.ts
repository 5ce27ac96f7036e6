import { addDays, type LocalDate } from '../../domain/clinic-time.ts';
import { numberAt, wordSet } from '../text/numbers.ts';
import { phraseAt } from '../text/phrase-table.ts';
import type { Tokens } from '../text/tokens.ts';
import { addMonths, dateOf, monthOf, nextDayOfMonth } from './calendar.ts';
import { readEnglishDate, readNumericDate, readSpokenDate } from './calendar-dates.ts';
import { countedThings } from './calendar-words.ts';
import { isMovedBefore } from './changes.ts';
import type { DayFound, DayReader } from './day-found.ts';
import { readFestival } from './festivals.ts';
import { toLunar } from './lunar.ts';

const isDayWord = wordSet('ngày mùng mồng');
const isTo = wordSet('đến tới to');
const isHour = wordSet('h g giờ');
const isFrom = wordSet('từ');
const isOr = wordSet('hoặc hay và với or and');

/** "từ 10 đến 12/12", "10-12/12", "ngày 20 đến 25": two days of which only one, or none, names its month. */
export const readDayRange: DayReader = (tokens, at, today) => {
  const isNamed = isDayWord(tokens, at);
  const first = numberAt(tokens, isNamed ? at + 1 : at);
  if (!first || first.isWritten || first.value > 31) return undefined;
  if (isMovedBefore(tokens, at)) return undefined;
  const or = isOr(tokens, first.to) ? dateWithMonth(tokens, first.to + 1, today) : undefined;
  // "28 hoặc 29/11": neighbouring days of one month.
  if (or?.days?.[0] && Number(or.days[0].slice(8)) === first.value + 1) return between(first.value, or);
  const link = isTo(tokens, first.to) ? first.to + 1 : isDashed(tokens, first.to) ? first.to : undefined;
  if (link === undefined || isWrittenDate(tokens, at, isNamed)) return undefined;
  const end = isDayWord(tokens, link) ? link + 1 : link;
  const last = dateWithMonth(tokens, link, today);
  if (last) return between(first.value, last);
  const lunar = readFestival(tokens, link, today);
  if (lunar) return lunarBetween(first.value, lunar);
  const plain = numberAt(tokens, end);
  const isDay = plain && !isHour(tokens, plain.to) && !phraseAt(countedThings, tokens, plain.to);
  if (!isDay || !(isNamed || (isFrom(tokens, at - 1) && end > link))) return undefined;
  const from = nextDayOfMonth(today, first.value);
  const to = from && nextDayOfMonth(from, plain.value);
  return { to: plain.to, days: from && to ? [from, to] : undefined, kind: 'date' };
};

/** "ngày 3-12" is the third of December. */
function isWrittenDate({ list }: Tokens, at: number, isNamed: boolean): boolean {
  const month = list[at + 2];
  const isGlued = month?.before === '-' && month.digits !== undefined;
  return isNamed && isGlued && Number(month.digits) <= mostMonths && Number(list[at + 1]?.digits) >= 1;
}

const mostMonths = 12;

function isDashed(tokens: Tokens, at: number): boolean {
  return ['-', '–'].includes(tokens.list[at]?.before.trim() ?? '');
}

function dateWithMonth(tokens: Tokens, at: number, today: LocalDate): DayFound | undefined {
  const found =
    readNumericDate(tokens, at, today) ??
    readSpokenDate(tokens, at, today) ??
    readEnglishDate(tokens, at, today);
  return found?.days && found.dayOfMonth === undefined ? found : undefined;
}

/** "mùng 7 đến mùng 10 Tết": both days are lunar. */
function lunarBetween(day: number, last: DayFound): DayFound | undefined {
  const to = last.days?.[1];
  const lunarDay = to ? toLunar(to)?.day : undefined;
  if (!to || lunarDay === undefined || day >= lunarDay) return undefined;
  return { to: last.to, days: [addDays(to, day - lunarDay), to], kind: 'date' };
}

function between(day: number, last: DayFound): DayFound | undefined {
  const to = last.days?.[1];
  if (to === undefined || to === null) return undefined;
  const { year, month } = day > Number(to.slice(8)) ? addMonths(monthOf(to), -1) : monthOf(to);
  const from = dateOf(year, month, day);
  return { to: last.to, days: from ? [from, to] : undefined, kind: 'date' };
}
