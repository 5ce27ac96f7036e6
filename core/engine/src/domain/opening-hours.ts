import type { Branch, Clinic, Span } from './clinic.ts';
import { type LocalDate, toMinutes, weekdayOf } from './clinic-time.ts';

/** When a branch is open on a day, holidays included; undefined is a closed day. */
export function openingOn(
  clinic: Pick<Clinic, 'holidays'>,
  branch: Branch,
  date: LocalDate,
): Span | undefined {
  const weekly = branch.hours[weekdayOf(date)];
  if (!weekly) return undefined;
  const holiday = clinic.holidays.find((candidate) => candidate.from <= date && date <= candidate.to);
  if (!holiday) return weekly;
  if (holiday.closesAt === 'closed') return undefined;
  const closesEarly = toMinutes(holiday.closesAt) < toMinutes(weekly.close);
  return closesEarly ? { open: weekly.open, close: holiday.closesAt } : weekly;
}
