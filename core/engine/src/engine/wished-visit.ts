import type { Availability, Window } from '../domain/availability.ts';
import type { Clinic } from '../domain/clinic.ts';
import { addDays, hourMs, type Instant, toLocal, toMinutes } from '../domain/clinic-time.ts';
import type { Slot } from '../domain/slot.ts';
import type { SlotQuestion, Visit } from '../domain/visit.ts';
import type { WaitingWish } from '../domain/waiting.ts';
import type { Wish } from '../machines/wish.ts';
import type { When } from '../understanding/understanding.ts';

/** How many times are offered at once: as many as a person keeps in mind. */
export const offersAtOnce = 3;

/** How far ahead the calendar is searched where the customer named no day. */
const searchDays = 14;
const searched = 60;

/** A wish as the calendar is asked for it; undefined while its treatment is not known to the clinic. */
export function visitFor(wish: Wish, clinic: Clinic): Visit | undefined {
  const place = {
    ...(wish.branch === undefined ? {} : { branch: wish.branch }),
    ...(wish.staff === undefined ? {} : { staff: wish.staff }),
  };
  const questionOf = (key: string | undefined, area?: string): SlotQuestion | undefined => {
    const treatment = clinic.treatments.find((candidate) => candidate.key === key);
    return treatment && { treatment, ...(area === undefined ? {} : { area }), ...place };
  };
  const first = questionOf(wish.treatment, wish.area);
  if (!first) return undefined;
  const others = (wish.also ?? []).map((key) => questionOf(key)).filter((part) => part !== undefined);
  if (others.length > 0) return { parts: [first, ...others], how: 'in-a-row' };
  /** The wished person can be with one of several people only; the others come to whoever is free. */
  const { staff: _, ...anyone } = first;
  const companions = Array.from({ length: (wish.people ?? 1) - 1 }, () => anyone);
  return { parts: [first, ...companions], how: 'together' };
}

/** Branches at which the whole visit can begin then. */
export function branchesFreeAt(times: Availability, visit: Visit, start: Instant, clinic: Clinic): string[] {
  return clinic.branches
    .map(({ key }) => key)
    .filter((branch) => {
      const [first, ...others] = visit.parts;
      if (first.branch !== undefined && first.branch !== branch) return false;
      const there: Visit = {
        ...visit,
        parts: [{ ...first, branch }, ...others.map((part) => ({ ...part, branch }))],
      };
      return typeof times.visitAt(there, start) !== 'string';
    });
}

/** First slots of the visits that can be had as wished; failing that, of the next two weeks. */
export function timesFor(
  times: Availability,
  visit: Visit,
  { when }: Wish,
  clinic: Clinic,
  now: Instant,
): Slot[] {
  const firsts = (window: Window) =>
    spread(times.visitsIn(visit, window, searched).flatMap(([slot]) => slot ?? []));
  const wished = firsts(windowOf(when, clinic, now));
  if (wished.length > 0) return wished;
  const today = toLocal(now, clinic.zone).date;
  return firsts({ from: today, to: addDays(today, searchDays), earliest: 0, latest: 24 * 60 });
}

/** A place on the waiting list is for the same days and hours as the wish that was full. */
export function waitingWish(wish: Wish, clinic: Clinic, now: Instant): WaitingWish {
  const { treatment = '', area, branch, staff, people = 1 } = wish;
  return {
    treatment,
    ...(area === undefined ? {} : { area }),
    ...(branch === undefined ? {} : { branch }),
    ...(staff === undefined ? {} : { staff }),
    ...windowOf(wish.when, clinic, now),
    people: Math.min(people, 4),
  };
}

/** Minutes of the day that each part of it means. */
const partsOfDay = {
  morning: [0, 11 * 60 + 59],
  noon: [11 * 60, 13 * 60 + 59],
  afternoon: [12 * 60, 17 * 60 + 59],
  evening: [17 * 60, 24 * 60],
} as const;

function windowOf(when: When, clinic: Clinic, now: Instant): Window {
  const today = toLocal(now, clinic.zone).date;
  const [from, to] = when.date
    ? [when.date, when.date]
    : [when.dateRange?.[0] ?? today, when.dateRange?.[1] ?? addDays(today, searchDays)];
  const part = when.partOfDay ? partsOfDay[when.partOfDay] : undefined;
  const [rangeFrom, rangeTo] = when.timeRange ?? [null, null];
  return {
    from,
    to,
    earliest: when.time ? toMinutes(when.time) : rangeFrom ? toMinutes(rangeFrom) : (part?.[0] ?? 0),
    latest: when.time ? toMinutes(when.time) : rangeTo ? toMinutes(rangeTo) : (part?.[1] ?? 24 * 60),
  };
}

/** A few slots that differ: at least two hours apart, so that the choice is a real one. */
function spread(slots: readonly Slot[]): Slot[] {
  const chosen: Slot[] = [];
  for (const slot of slots) {
    const last = chosen.at(-1);
    if (!last || slot.start - last.start >= 2 * hourMs) chosen.push(slot);
    if (chosen.length === offersAtOnce) return chosen;
  }
  return chosen;
}
