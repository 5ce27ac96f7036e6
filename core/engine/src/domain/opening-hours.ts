import type { Branch, Clinic, Span } from './clinic.ts';
import { type LocalDate, toMinutes, weekdayOf } from './clinic-time.ts';

type Days = { from: LocalDate; to: LocalDate };
const covers = (date: LocalDate) => (days: Days) => days.from <= date && date <= days.to;

/** When a branch is open on a day; undefined is a closed day. Its own exceptions go before the clinic's holidays, those before the week. */
export function openingOn(
  clinic: Pick<Clinic, 'holidays'>,
  branch: Branch,
  date: LocalDate,
): Span | undefined {
  const exception = branch.exceptions?.find(covers(date));
  if (exception) return exception.hours === 'closed' ? undefined : exception.hours;
  const weekly = branch.hours[weekdayOf(date)];
  if (!weekly) return undefined;
  const holiday = clinic.holidays.find(covers(date));
  if (!holiday) return weekly;
  if (holiday.closesAt === 'closed' || toMinutes(holiday.closesAt) <= toMinutes(weekly.open))
    return undefined;
  const closesEarly = toMinutes(holiday.closesAt) < toMinutes(weekly.close);
  return closesEarly ? { open: weekly.open, close: holiday.closesAt } : weekly;
}

/** The name of the holiday or exception that governs a day, for saying why: "Tết Nguyên đán". */
export function specialDay(
  clinic: Pick<Clinic, 'holidays'>,
  branch: Branch,
  date: LocalDate,
): string | undefined {
  return (branch.exceptions?.find(covers(date)) ?? clinic.holidays.find(covers(date)))?.name;
}
