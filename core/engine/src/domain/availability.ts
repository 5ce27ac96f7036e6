import { type BusyCalendar, type BusyPeriod, busyCalendar } from './busy.ts';
import type { Branch, Clinic, Key, Staff, Treatment } from './clinic.ts';
import {
  addDays,
  dayMs,
  type Instant,
  type LocalDate,
  minuteMs,
  toInstant,
  toLocal,
  toMinutes,
  weekdayOf,
} from './clinic-time.ts';
import { openingOn } from './opening-hours.ts';
import type { Refusal, Slot } from './slot.ts';

/** What is asked of the calendar; a part left out may be anything. */
export type SlotQuestion = { treatment: Treatment; area?: Key; branch?: Key; staff?: Key };

/** Which days and times of day are welcome, all on the clinic's clock; ends are inclusive. */
export type Window = { from: LocalDate; to: LocalDate; earliest: number; latest: number };

/** The calendar of one clinic at one moment. Pure arithmetic: the same question gets the same answer. */
export type Availability = {
  /** The slot that starts exactly then, or why there is none (the reason closest to success). */
  slotAt(question: SlotQuestion, start: Instant): Slot | Refusal;
  /** Branches at which that start is free. */
  branchesFreeAt(question: SlotQuestion, start: Instant): Key[];
  /** The first free slots inside a window, one per start, in order of time. */
  freeIn(question: SlotQuestion, window: Window, limit: number): Slot[];
  /** Free slots of the same or following days, nearest to a wished start first. */
  nearest(question: SlotQuestion, start: Instant, limit: number): Slot[];
};

/** From far from bookable to nearly bookable: of several reasons the last is the one worth saying. */
const closeness: readonly Refusal[] = [
  'past',
  'too-far',
  'too-soon',
  'closed',
  'off-grid',
  'no-staff',
  'full',
];

export function durationOf(treatment: Treatment, area: Key | undefined): number {
  const variant = treatment.variants.find((candidate) => candidate.area === area);
  return variant?.durationMin ?? treatment.durationMin;
}

export function availability(
  clinic: Clinic,
  periods: readonly BusyPeriod[],
  now: Instant,
  ignoring?: string,
): Availability {
  const busy = busyCalendar(periods, now, ignoring);
  const today = toLocal(now, clinic.zone).date;
  const lastDay = addDays(today, clinic.bookingRules.maxAdvanceDays);

  const branchesOf = (question: SlotQuestion): Branch[] =>
    clinic.branches.filter(
      (branch) =>
        question.treatment.branches.includes(branch.key) &&
        (question.branch === undefined || question.branch === branch.key),
    );

  function slotAtBranch(question: SlotQuestion, branch: Branch, start: Instant): Slot | Refusal {
    const { date, time } = toLocal(start, clinic.zone);
    const end = start + durationOf(question.treatment, question.area) * minuteMs;
    if (start <= now) return 'past';
    if (start < now + clinic.bookingRules.minLeadMinutes * minuteMs) return 'too-soon';
    if (date > lastDay) return 'too-far';
    const open = openingOn(clinic, branch, date);
    if (!open || start < at(date, open.open) || end > at(date, open.close)) return 'closed';
    if ((toMinutes(time) - toMinutes(open.open)) % clinic.bookingRules.slotStepMinutes !== 0)
      return 'off-grid';
    const onShift = clinic.staff.filter((person) => isOnShift(person, question, branch, date, start, end));
    if (onShift.length === 0) return 'no-staff';
    const person = onShift.find((candidate) => busy.isStaffFree(candidate.key, start, end));
    const place = freePlace(clinic, busy, question.treatment, branch, start, end);
    if (!person || !place) return 'full';
    return {
      treatment: question.treatment.key,
      ...(question.area === undefined ? {} : { area: question.area }),
      branch: branch.key,
      staff: person.key,
      ...place,
      start,
      end,
    };
  }

  const at = (date: LocalDate, time: string) => toInstant({ date, time }, clinic.zone);

  function isOnShift(
    person: Staff,
    question: SlotQuestion,
    branch: Branch,
    date: LocalDate,
    start: Instant,
    end: Instant,
  ): boolean {
    if (!person.skills.includes(question.treatment.key)) return false;
    if (question.staff !== undefined && question.staff !== person.key) return false;
    return person.shifts.some(
      (shift) =>
        shift.branch === branch.key &&
        shift.weekday === weekdayOf(date) &&
        at(date, shift.from) <= start &&
        end <= at(date, shift.to),
    );
  }

  function slotAt(question: SlotQuestion, start: Instant): Slot | Refusal {
    let refusal: Refusal = 'past';
    for (const branch of branchesOf(question)) {
      const answer = slotAtBranch(question, branch, start);
      if (typeof answer !== 'string') return answer;
      if (closeness.indexOf(answer) > closeness.indexOf(refusal)) refusal = answer;
    }
    return refusal;
  }

  function freeOn(question: SlotQuestion, date: LocalDate, earliest: number, latest: number): Slot[] {
    const starts = new Set<Instant>();
    for (const branch of branchesOf(question)) {
      const open = openingOn(clinic, branch, date);
      if (!open) continue;
      const step = clinic.bookingRules.slotStepMinutes;
      for (let minute = toMinutes(open.open); minute < toMinutes(open.close); minute += step) {
        if (minute >= earliest && minute <= latest) {
          starts.add(at(date, open.open) + (minute - toMinutes(open.open)) * minuteMs);
        }
      }
    }
    return [...starts]
      .toSorted((a, b) => a - b)
      .map((start) => slotAt(question, start))
      .filter((answer) => typeof answer !== 'string');
  }

  function freeIn(question: SlotQuestion, window: Window, limit: number): Slot[] {
    const found: Slot[] = [];
    const from = window.from < today ? today : window.from;
    const to = window.to > lastDay ? lastDay : window.to;
    for (let date = from; date <= to && found.length < limit; date = addDays(date, 1)) {
      found.push(...freeOn(question, date, window.earliest, window.latest));
    }
    return found.slice(0, limit);
  }

  return {
    slotAt,
    freeIn,
    branchesFreeAt: (question, start) =>
      branchesOf(question)
        .filter((branch) => typeof slotAtBranch(question, branch, start) !== 'string')
        .map((branch) => branch.key),
    nearest(question, start, limit) {
      const wished = start > now ? start : now;
      const from = toLocal(wished - dayMs, clinic.zone).date;
      const week = { from, to: addDays(from, 8), earliest: 0, latest: 24 * 60 };
      return freeIn(question, week, 400)
        .toSorted((a, b) => Math.abs(a.start - wished) - Math.abs(b.start - wished))
        .slice(0, limit)
        .toSorted((a, b) => a.start - b.start);
    },
  };
}

function freePlace(
  clinic: Clinic,
  busy: BusyCalendar,
  treatment: Treatment,
  branch: Branch,
  start: Instant,
  end: Instant,
): { room: Key; place: number } | undefined {
  for (const room of clinic.rooms) {
    if (room.branch !== branch.key || !treatment.rooms.includes(room.key)) continue;
    for (let place = 1; place <= room.capacity; place += 1) {
      if (busy.isPlaceFree(room.key, place, start, end)) return { room: room.key, place };
    }
  }
  return undefined;
}
