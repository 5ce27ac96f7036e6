import type { ClinicDays } from './clinic-days.ts';
import { addDays, type LocalDate, type LocalTime, toMinutes, weekdayOf } from './clinic-time.ts';
import type { Clinic, Key, Staff } from './clinic.ts';
import type { TimeSpan } from './slot.ts';

/** When people work: shifts without breaks and time off. Bookings are not its subject. */
export type Rota = {
  /** Who works at a branch on a day, and when. Worked out once for each day. */
  workingAt(branch: Key, date: LocalDate): ReadonlyMap<Key, readonly TimeSpan[]>;
  /** Everybody who may perform a treatment, in the records' order. */
  performers(treatment: Key): readonly Key[];
};

export function isWithin(spans: readonly TimeSpan[] | undefined, span: TimeSpan): boolean {
  return spans?.some(({ from, to }) => from <= span.from && span.to <= to) ?? false;
}

export function rotaOf(clinic: Clinic, at: ClinicDays): Rota {
  const byTreatment = new Map<Key, Key[]>();
  const byDay = new Map<string, Map<Key, TimeSpan[]>>();

  function workingTimes(person: Staff, branch: Key, date: LocalDate): TimeSpan[] {
    const weekday = weekdayOf(date);
    const between = (from: LocalTime, to: LocalTime) => ({
      from: at(date, toMinutes(from)),
      to: at(date, toMinutes(to)),
    });
    const shifts = person.shifts
      .filter((shift) => shift.branch === branch && shift.weekday === weekday)
      .map(({ from, to }) => between(from, to));
    const absences = [
      ...(person.breaks ?? [])
        .filter((pause) => pause.weekday === weekday)
        .map(({ from, to }) => between(from, to)),
      ...(person.timeOff ?? [])
        .filter((off) => off.from <= date && date <= off.to)
        .map(({ between: part }) =>
          part ? between(part.from, part.to) : { from: at(date, 0), to: at(addDays(date, 1), 0) },
        ),
    ];
    return absences.reduce(without, shifts);
  }

  return {
    workingAt(branch, date) {
      const name = `${branch} ${date}`;
      const known = byDay.get(name);
      if (known) return known;
      const found = new Map<Key, TimeSpan[]>();
      for (const person of clinic.staff) {
        const spans = workingTimes(person, branch, date);
        if (spans.length > 0) found.set(person.key, spans);
      }
      byDay.set(name, found);
      return found;
    },
    performers(treatment) {
      const known = byTreatment.get(treatment);
      if (known) return known;
      const found = clinic.staff.filter(({ skills }) => skills.includes(treatment)).map(({ key }) => key);
      byTreatment.set(treatment, found);
      return found;
    },
  };
}

function without(spans: readonly TimeSpan[], absence: TimeSpan): TimeSpan[] {
  return spans
    .flatMap(({ from, to }) => [
      { from, to: Math.min(to, absence.from) },
      { from: Math.max(from, absence.to), to },
    ])
    .filter(({ from, to }) => from < to);
}
