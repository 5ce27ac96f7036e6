import type { ClinicDays } from './clinic-days.ts';
import { addDays, type LocalDate, type LocalTime, toMinutes, weekdayOf } from './clinic-time.ts';
import type { Clinic, Key, Staff } from './clinic.ts';
import type { TimeSpan } from './slot.ts';

/** When people work: shifts without breaks and time off. Bookings are not its subject. */
export type Rota = {
  /** Whether a person is on duty at a branch for the whole span, which begins on this day. */
  isOnDuty(person: Staff, branch: Key, date: LocalDate, span: TimeSpan): boolean;
  /** Everybody who may perform a treatment, in the records' order. */
  performers(treatment: Key): readonly Staff[];
};

export function rotaOf(clinic: Clinic, at: ClinicDays): Rota {
  const byTreatment = new Map<Key, Staff[]>();
  const working = new Map<string, TimeSpan[]>();

  function workingOn(person: Staff, branch: Key, date: LocalDate): TimeSpan[] {
    const name = `${person.key} ${branch} ${date}`;
    const known = working.get(name);
    if (known) return known;
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
    const spans = absences.reduce(without, shifts);
    working.set(name, spans);
    return spans;
  }

  return {
    isOnDuty: (person, branch, date, span) =>
      workingOn(person, branch, date).some(({ from, to }) => from <= span.from && span.to <= to),
    performers(treatment) {
      const known = byTreatment.get(treatment);
      if (known) return known;
      const found = clinic.staff.filter((person) => person.skills.includes(treatment));
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
