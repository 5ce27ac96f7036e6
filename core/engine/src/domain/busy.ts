import type { Instant } from './clinic-time.ts';
import type { Key } from './clinic.ts';
import type { TimeSpan } from './slot.ts';

/** A period in which a member of staff, a place in a room or a machine is not free; buffers are part of it. */
export type BusyPeriod = {
  id: string;
  /** Null where the period takes nobody, or nothing of that kind. */
  staff: Key | null;
  room: Key | null;
  place: number | null;
  machine: Key | null;
  start: Instant;
  end: Instant;
  /** Null for a booking; a hold past this instant no longer counts. */
  heldUntil: Instant | null;
};

/** What can be busy, named so that the three kinds never meet. */
export const occupant = {
  staff: (key: Key) => `staff ${key}`,
  place: (room: Key, place: number) => `place ${room} ${place}`,
  machine: (key: Key) => `machine ${key}`,
};

/** Busy periods by what they occupy. A question costs the logarithm of one occupant's periods, however many others there are. */
export type BusyCalendar = { isFree(occupant: string, span: TimeSpan): boolean };

/** `ignoring` leaves periods out: a customer's own hold or old booking does not stand in the way of moving it. */
export function busyCalendar(
  periods: readonly BusyPeriod[],
  now: Instant,
  ignoring: readonly (string | undefined)[] = [],
): BusyCalendar {
  const listed = new Map<string, TimeSpan[]>();
  const add = (name: string, { start, end }: BusyPeriod) => {
    const span = { from: start, to: end };
    const list = listed.get(name);
    if (list) list.push(span);
    else listed.set(name, [span]);
  };
  for (const period of periods) {
    if (ignoring.includes(period.id) || (period.heldUntil !== null && period.heldUntil <= now)) continue;
    if (period.staff !== null) add(occupant.staff(period.staff), period);
    if (period.room !== null) add(occupant.place(period.room, period.place ?? 1), period);
    if (period.machine !== null) add(occupant.machine(period.machine), period);
  }
  const merged = new Map<string, TimeSpan[]>();
  /** Put in order at the first question about it: most occupants are never asked about. */
  const spansOf = (name: string): readonly TimeSpan[] => {
    const known = merged.get(name);
    if (known) return known;
    const spans = merge(listed.get(name) ?? []);
    merged.set(name, spans);
    return spans;
  };
  return {
    isFree(name, span) {
      const before = lastBefore(spansOf(name), span.to);
      return before === undefined || before.to <= span.from;
    },
  };
}

/** In order, with everything that touches made one; afterwards ends are in the same order as starts. */
function merge(spans: readonly TimeSpan[]): TimeSpan[] {
  const result: TimeSpan[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else result.push({ ...span });
  }
  return result;
}

/** The last of the ordered spans that begins before an instant. */
function lastBefore(spans: readonly TimeSpan[], instant: Instant): TimeSpan | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const span = spans[middle];
    if (span && span.from < instant) low = middle + 1;
    else high = middle;
  }
  return spans[low - 1];
}
