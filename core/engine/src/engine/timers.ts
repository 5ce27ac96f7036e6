import type { TurnCommit, TurnLoad } from '../contracts/turn-store.ts';
import { hourMs, type Instant, minuteMs } from '../domain/clinic-time.ts';
import type { TimerName } from '../machines/effects.ts';

/** How long before a booking its reminders are due. */
const reminders = [
  { name: 'reminder24h', before: 24 * hourMs },
  { name: 'reminder2h', before: 2 * hourMs },
] as const;

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

/** Whoever is just speaking is not reminded: the reminder waits until the talk has gone on. */
export function timersOf({ dueTimers }: TurnLoad, isCustomerSpeaking: boolean) {
  const names = dueTimers.map(({ name }) => name);
  const waits = (name: TimerName) => isCustomerSpeaking && !silentTimers.has(name);
  return { firing: names.filter((name) => !waits(name)), waiting: names.filter(waits) };
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
