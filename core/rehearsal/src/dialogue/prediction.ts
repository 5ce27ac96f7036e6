import { type Clinic, type Slot, toLocal } from '@glowbot/core';
import type { CustomerRecord } from '../stage/customer.ts';

export type PredictedBooking = {
  treatment: string;
  date: string;
  time: string;
  phone: string | null;
  name: string | null;
  branch: string;
  staff: string;
  area?: string;
  people?: number;
};

export type Outcome =
  | 'booked'
  | 'rescheduled'
  | 'cancelled'
  | 'handoff'
  | 'opted_out'
  | 'answered'
  | 'abandoned';

export type Prediction = {
  id: string;
  outcome: Outcome;
  bookings: PredictedBooking[];
  handoffReason?: 'medical' | 'complaint' | 'human_request';
  replies: string[];
  optedOut?: boolean;
  cancelled?: boolean;
  bookingUnchanged?: boolean;
};

type Appointment = Pick<Slot, 'treatment' | 'start'> & { id: string };

/** How a dialogue ended: where the conversation is, and what became of the appointments it began with. */
export function outcomeOf(before: readonly Appointment[], after: CustomerRecord): Outcome {
  if (after.state.startsWith('handoff')) return 'handoff';
  if (after.optedOut) return 'opted_out';
  const done = after.commits.flatMap(({ calendar }) => calendar).map(({ kind }) => kind);
  const isNew = (one: Appointment) => !before.some((old) => isSame(old, one));
  const hasNew = after.appointments.some(isNew);
  const isGone = (old: Appointment) => !after.appointments.some((one) => isSame(old, one));
  const hasMoved = keysOf(after).some((key) => movedKeys.has(key));
  if (hasNew) return before.some(isGone) || hasMoved ? 'rescheduled' : 'booked';
  if (before.some(isGone) || (after.cancelled.length > 0 && done.length > 0)) return 'cancelled';
  return keysOf(after, 1).includes('defer.fine') ? 'abandoned' : 'answered';
}

/** What is said when an appointment has been moved. */
const movedKeys: ReadonlySet<string> = new Set(['moved.confirmed', 'reschedule.done']);

const isSame = (one: Appointment, other: Appointment) =>
  one.treatment === other.treatment && one.start === other.start;

/** The copy keys of what was said, in the last `turns` that said something. */
function keysOf({ commits }: CustomerRecord, turns = Number.POSITIVE_INFINITY): string[] {
  return commits
    .flatMap(({ outbox }) => outbox)
    .slice(-Math.min(turns, 10_000))
    .flatMap(({ plan }) => [...plan.says.map(({ key }) => key), ...(plan.ask ? [plan.ask.key] : [])]);
}

/** The reasons the sets know; whatever only a person can answer counts as wanting a person. */
export function handoffReasonOf({ handoffs }: CustomerRecord): Prediction['handoffReason'] {
  const reason = handoffs.findLast(({ isOpen }) => isOpen)?.reason;
  if (reason === undefined) return undefined;
  if (reason === 'medical' || reason === 'contraindication') return 'medical';
  return reason === 'complaint' ? 'complaint' : 'human_request';
}

export function toPredicted(record: CustomerRecord, clinic: Clinic): PredictedBooking[] {
  return record.appointments.map(({ treatment, area, branch, staff, start }) => ({
    treatment,
    ...toLocal(start, clinic.zone),
    phone: record.phone,
    name: record.name,
    branch,
    staff,
    ...(area === null ? {} : { area }),
  }));
}
