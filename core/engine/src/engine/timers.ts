import { hourMs, type Instant } from '../domain/clinic-time.ts';
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
