import { dayMs, daysBetween, hourMs, type Instant, type LocalDate, toLocal } from './clinic-time.ts';
import type { Clinic, Key, Treatment } from './clinic.ts';
import type { Prerequisite } from './treatment-graph.ts';
import { rulesOf } from './treatment-rules.ts';

/** What is known of one customer; a part that is not known is left out and is not held against them. */
export type CustomerHistory = {
  /** Appointments that took place or are booked, in any order. */
  appointments: readonly { treatment: Key; at: Instant; status: 'done' | 'planned' }[];
  age?: number;
  isPregnant?: boolean;
  isBreastfeeding?: boolean;
  /** Whether a parent or guardian comes along. */
  withGuardian?: boolean;
};

/** Why a treatment may not be booked then. `from` is the first day on which this reason is gone, where a day can cure it. */
export type Objection =
  | { reason: 'needs-consultation' | 'needs-patch-test'; treatment: Key }
  | { reason: 'too-soon-after-session'; from: LocalDate }
  | { reason: 'too-close-to'; treatment: Key; from: LocalDate | null }
  | { reason: 'too-young'; minAge: number }
  | { reason: 'needs-guardian' }
  | { reason: 'pregnancy' | 'breastfeeding'; who: 'nobody' | 'doctor-decides' };

export type MayBeBooked = { may: true } | { may: false; objections: [Objection, ...Objection[]] };

const comingOfAge = 18;

/** Whether the rules let this customer have the treatment at that time, and everything that speaks against it. */
export function mayBeBooked(
  clinic: Clinic,
  treatment: Treatment,
  history: CustomerHistory,
  when: Instant,
): MayBeBooked {
  const [first, ...others] = [
    ...aboutThePerson(treatment, history),
    ...prerequisitesMissing(treatment, history, when),
    ...tooClose(clinic, treatment, history, when),
  ];
  return first ? { may: false, objections: [first, ...others] } : { may: true };
}

function aboutThePerson(treatment: Treatment, history: CustomerHistory): Objection[] {
  const { pregnancy, breastfeeding } = rulesOf(treatment);
  const found: Objection[] = [];
  if (history.age !== undefined && history.age < treatment.minAge) {
    found.push({ reason: 'too-young', minAge: treatment.minAge });
  } else if (history.age !== undefined && history.age < comingOfAge && history.withGuardian !== true) {
    found.push({ reason: 'needs-guardian' });
  }
  const who = (rule: 'doctor' | 'refused') => (rule === 'doctor' ? 'doctor-decides' : 'nobody');
  if (history.isPregnant === true && pregnancy !== 'allowed')
    found.push({ reason: 'pregnancy', who: who(pregnancy) });
  if (history.isBreastfeeding === true && breastfeeding !== 'allowed')
    found.push({ reason: 'breastfeeding', who: who(breastfeeding) });
  return found;
}

/** A planned appointment counts as well: a consultation just before the treatment is a consultation. */
function prerequisitesMissing(
  treatment: Treatment,
  { appointments }: CustomerHistory,
  when: Instant,
): Objection[] {
  const isMet = ({ treatment: needed, hoursBefore, validDays }: Prerequisite) =>
    appointments.some(
      ({ treatment: had, at }) =>
        had === needed && at < when && when - at >= hoursBefore * hourMs && when - at <= validDays * dayMs,
    );
  return rulesOf(treatment)
    .prerequisites.filter((prerequisite) => !isMet(prerequisite))
    .map(({ kind, treatment: needed }) => ({
      reason: kind === 'consultation' ? ('needs-consultation' as const) : ('needs-patch-test' as const),
      treatment: needed,
    }));
}

function tooClose(
  clinic: Clinic,
  treatment: Treatment,
  { appointments }: CustomerHistory,
  when: Instant,
): Objection[] {
  const day = (instant: Instant) => toLocal(instant, clinic.zone).date;
  const found: Objection[] = [];
  for (const { treatment: other, at } of appointments) {
    const days = daysBetween(day(at), day(when));
    const { minDays } = rulesOf(treatment).interval;
    if (other === treatment.key && Math.abs(days) < minDays) {
      found.push({ reason: 'too-soon-after-session', from: day(at + minDays * dayMs) });
    }
    for (const { apart, isAfter } of apartFrom(clinic, treatment, other)) {
      const isTooClose = days >= 0 ? days < apart : !isAfter && -days < apart;
      if (isTooClose)
        found.push({
          reason: 'too-close-to',
          treatment: other,
          from: days >= 0 ? day(at + apart * dayMs) : null,
        });
    }
  }
  return found;
}

/** The distance two treatments must keep, from whichever record says so. */
function apartFrom(clinic: Clinic, treatment: Treatment, other: Key): { apart: number; isAfter: boolean }[] {
  const own = rulesOf(treatment)
    .apart.filter((rule) => rule.treatment === other)
    .map(({ days, order }) => ({ apart: days, isAfter: order === 'after' }));
  const record = clinic.treatments.find(({ key }) => key === other);
  const theirs = record
    ? rulesOf(record)
        .apart.filter((rule) => rule.treatment === treatment.key && rule.order === 'either')
        .map(({ days }) => ({ apart: days, isAfter: false }))
    : [];
  return [...own, ...theirs];
}
