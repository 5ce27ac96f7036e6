import type { TurnCommit, TurnLoad } from '../contracts/turn-store.ts';
import type { Clinic, Key } from '../domain/clinic.ts';
import {
  dayMs,
  hourMs,
  type Instant,
  minuteMs,
  type MonthDay,
  nextOf,
  toInstant,
  toLocal,
} from '../domain/clinic-time.ts';
import type { TimerName } from '../machines/effects.ts';

/** How long before a booking its reminders are due. */
const reminders = [
  { name: 'reminder24h', before: 24 * hourMs },
  { name: 'reminder2h', before: 2 * hourMs },
] as const;

export const reminderNames = (bookingId: string): TimerName[] =>
  reminders.map(({ name }) => `${name}:${bookingId}`);

/** The reminders of a booking that still lie ahead. */
export function remindersOf(
  bookingId: string,
  start: Instant,
  now: Instant,
): { name: TimerName; dueAt: Instant }[] {
  return reminders
    .map(({ name, before }) => ({ name: `${name}:${bookingId}`, dueAt: start - before }))
    .filter(({ dueAt }) => dueAt > now);
}

/** These say nothing to the customer and hold whatever the customer says; the others are reminders of some kind. */
const silentTimers: ReadonlySet<TimerName> = new Set(['hold', 'unattended']);

/** These are about a silence that has just ended. */
const silenceTimers: ReadonlySet<TimerName> = new Set(['silence', 'lead1', 'lead2']);

/**
 * Whoever is just speaking is not reminded: the reminder waits until the talk has gone on. And whoever of the clinic has just
 * answered, or promised to, is not passed over because their time ran out at the same moment.
 */
export function timersOf(
  { dueTimers }: TurnLoad,
  { isCustomerSpeaking, isAttended }: { isCustomerSpeaking: boolean; isAttended: boolean },
) {
  const names = dueTimers.map(({ name }) => name).filter((name) => !(isAttended && name === 'unattended'));
  if (!isCustomerSpeaking) return { firing: names, waiting: [] };
  return {
    firing: names.filter((name) => silentTimers.has(name)),
    waiting: names.filter((name) => !silentTimers.has(name) && !silenceTimers.has(name)),
  };
}

const reminderPauseMs = 10 * minuteMs;

/** Raises reminders again a little later, unless the turn has just cancelled them or set them anew. */
export function raisedLater(commit: TurnCommit, names: readonly TimerName[], now: Instant): TurnCommit {
  const decided = new Set([...commit.cancelTimers, ...commit.setTimers.map(({ name }) => name)]);
  const raised = names
    .filter((name) => !decided.has(name))
    .map((name) => ({ name, dueAt: now + reminderPauseMs }));
  return { ...commit, setTimers: [...commit.setTimers, ...raised] };
}

/** How long a slot is kept for a deposit, where the clinic has no rule of its own. */
const usualDepositHours = 24;

export function depositTimers(
  bookingIds: readonly string[],
  { bookingRules: { depositHours = usualDepositHours } }: Clinic,
  now: Instant,
): { name: TimerName; dueAt: Instant }[] {
  return bookingIds.map((id) => ({ name: `deposit:${id}`, dueAt: now + depositHours * hourMs }));
}

/** A birthday greeting comes in the morning, when people are awake. */
const birthdayAt = '09:00';

export function birthdayTimer(
  birthday: MonthDay,
  { zone }: Clinic,
  now: Instant,
): { name: TimerName; dueAt: Instant } {
  const date = nextOf(birthday, toLocal(now, zone).date);
  return { name: 'birthday', dueAt: toInstant({ date, time: birthdayAt }, zone) };
}

/** How long after a visit its customer is asked how it was. */
const reviewAfterMs = 3 * dayMs;
/** Names of check-ins have one digit. */
const mostCheckIns = 9;

/** After a visit: a check-in for each step of the treatment's aftercare, a review, and the next session when its interval has passed. */
export function careOf(
  bookingId: string,
  treatment: Key,
  clinic: Clinic,
  now: Instant,
): { name: TimerName; dueAt: Instant }[] {
  const record = clinic.treatments.find(({ key }) => key === treatment);
  if (!record) return [];
  const checkIns = record.aftercare.slice(0, mostCheckIns).map(({ afterHours }, nth) => ({
    name: `aftercare${nth}:${bookingId}`,
    dueAt: now + afterHours * hourMs,
  }));
  const rebook =
    record.rebookIntervalDays > 0
      ? [{ name: `rebook:${bookingId}`, dueAt: now + record.rebookIntervalDays * dayMs }]
      : [];
  return [...checkIns, { name: `review:${bookingId}`, dueAt: now + reviewAfterMs }, ...rebook];
}
