import type { Clinic, Duty, Holiday, Key } from './clinic.ts';
import {
  addDays,
  type Instant,
  type LocalDate,
  minuteMs,
  toInstant,
  toLocal,
  toMinutes,
  weekdayOf,
} from './clinic-time.ts';

/** Part of the week's rota on the calendar: from an instant up to, not including, another. */
export type Stretch = { person: Key; from: Instant; to: Instant };

type Rota = { clinic: Pick<Clinic, 'zone' | 'holidays'>; duties: readonly Duty[] };

/** No clinic closes for longer; a rota empty for so many days is empty. */
const horizonDays = 45;

/** The stretches of duty of these people that end after `at`, in order of their beginning. */
export function* dutyAfter(
  { clinic, duties }: Rota,
  people: readonly Key[],
  at: Instant,
): Generator<Stretch> {
  const own = duties.filter(({ person }) => people.includes(person));
  if (own.length === 0) return;
  const today = toLocal(at, clinic.zone).date;
  /** A night that began yesterday may still last. */
  for (let day = -1; day <= horizonDays; day += 1) {
    const date = addDays(today, day);
    const weekday = weekdayOf(date);
    const holiday = clinic.holidays.find(({ from, to }) => from <= date && date <= to);
    const stretches = own
      .filter((duty) => duty.weekday === weekday)
      .map((duty) => {
        const from = toInstant({ date, time: duty.from }, clinic.zone);
        const lasts = (toMinutes(duty.to) - toMinutes(duty.from) + 24 * 60) % (24 * 60) || 24 * 60;
        const closing =
          holiday && !duty.onHolidays ? closingOf(holiday.closesAt, date, clinic.zone) : Infinity;
        return { person: duty.person, from, to: Math.min(from + lasts * minuteMs, closing) };
      })
      .filter(({ from, to }) => from < to && at < to);
    yield* stretches.toSorted((one, other) => one.from - other.from);
  }
}

/** A day that is closed ends before it begins. */
function closingOf(closesAt: Holiday['closesAt'], date: LocalDate, zone: string): Instant {
  return closesAt === 'closed' ? 0 : toInstant({ date, time: closesAt }, zone);
}

/** When so many minutes of duty will have passed, whoever of these people is on; undefined when there is no such time. */
export function afterDutyMinutes(
  rota: Rota,
  people: readonly Key[],
  at: Instant,
  minutes: number,
): Instant | undefined {
  let left = minutes * minuteMs;
  let counted = at;
  for (const { from, to } of dutyAfter(rota, people, at)) {
    const start = Math.max(counted, from);
    if (to - start >= left) return start + left;
    left -= Math.max(0, to - start);
    counted = Math.max(counted, to);
  }
  return undefined;
}
