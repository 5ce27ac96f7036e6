import { addDays, daysBetween, type LocalDate, weekdayOf, weekdays } from '../../domain/clinic-time.ts';

/** A day or a span of days; null leaves an end open. */
export type Days = readonly [first: LocalDate | null, last: LocalDate | null];

export type MonthOfYear = { year: number; month: number };

/** Nothing where the month has no such day. */
export function dateOf(year: number, month: number, day: number): LocalDate | undefined {
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 || day > daysIn({ year, month }))
    return undefined;
  const two = (part: number) => String(part).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
}

function daysIn({ year, month }: MonthOfYear): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function monthOf(date: LocalDate): MonthOfYear {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)) };
}

export function addMonths({ year, month }: MonthOfYear, months: number): MonthOfYear {
  const total = year * 12 + month - 1 + months;
  return { year: Math.floor(total / 12), month: (total % 12) + 1 };
}

/** The same day number some months on; the last day of a shorter month. */
export function sameDayLater(date: LocalDate, months: number): LocalDate | undefined {
  const later = addMonths(monthOf(date), months);
  return dateOf(later.year, later.month, Math.min(Number(date.slice(8)), daysIn(later)));
}

export function daysOfMonth(month: MonthOfYear, [first, last]: readonly [number, number] = [1, 31]): Days {
  const from = dateOf(month.year, month.month, first);
  const to = dateOf(month.year, month.month, Math.min(last, daysIn(month)));
  return [from ?? null, to ?? null];
}

/** Monday of the week that lies `weeks` from the one of `today`. */
export function mondayOf(today: LocalDate, weeks = 0): LocalDate {
  return addDays(today, weeks * 7 - weekdays.indexOf(weekdayOf(today)));
}

/** The next such weekday (Monday is 0), today included or not. */
export function nextWeekday(today: LocalDate, weekday: number, isTodayIncluded: boolean): LocalDate {
  const ahead = (weekday - weekdays.indexOf(weekdayOf(today)) + 7) % 7;
  return addDays(today, ahead === 0 && !isTodayIncluded ? 7 : ahead);
}

/** How long a date without a year may have passed and still be meant: the engine then says that it is past. */
const stillMeantDays = 31;

export function dayAndMonth(today: LocalDate, day: number, month: number): LocalDate | undefined {
  const { year } = monthOf(today);
  for (const candidate of [year - 1, year, year + 1, year + 2, year + 3, year + 4]) {
    const date = dateOf(candidate, month, day);
    if (date && daysBetween(date, today) <= stillMeantDays) return date;
  }
  return undefined;
}

/** The next day with this number, today included, in a month that has it. */
export function nextDayOfMonth(today: LocalDate, day: number): LocalDate | undefined {
  for (let ahead = 0; ahead < 3; ahead += 1) {
    const { year, month } = addMonths(monthOf(today), ahead);
    const date = dateOf(year, month, day);
    if (date && date >= today) return date;
  }
  return undefined;
}

/** The last day with this number before today. */
export function lastDayOfMonth(today: LocalDate, day: number): LocalDate | undefined {
  for (let ago = 0; ago < 3; ago += 1) {
    const { year, month } = addMonths(monthOf(today), -ago);
    const date = dateOf(year, month, day);
    if (date && date < today) return date;
  }
  return undefined;
}
