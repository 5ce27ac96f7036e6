import { type BusyPeriod, busyCalendar } from './busy.ts';
import { clinicDays } from './clinic-days.ts';
import type { Branch, Clinic, Key, Span } from './clinic.ts';
import { addDays, dayMs, type Instant, type LocalDate, minuteMs, toLocal, toMinutes } from './clinic-time.ts';
import { openingOn, specialDay } from './opening-hours.ts';
import { placesOf } from './places.ts';
import { rotaOf } from './rota.ts';
import { seatVisit } from './seat-visit.ts';
import type { Refusal, Slot } from './slot.ts';
import { endOf, isDoneAt, type SlotQuestion, timingsOf, type Visit, visitOf } from './visit.ts';

/** Which days and times of day a visit may begin, all on the clinic's clock; ends are inclusive. */
export type Window = { from: LocalDate; to: LocalDate; earliest: number; latest: number };

/** Why a start cannot be had, with what a person would add: the hours of that day, and what it is called when it is a special one. */
export type Explanation = {
  refusal: Refusal;
  hours: Span | null;
  specialDay: string | null;
  alternatives: Slot[][];
};

/** The calendar of one clinic at one moment. Pure arithmetic: the same question gets the same answer. */
export type Availability = {
  /** The slot that starts exactly then, or why there is none (the reason closest to success). */
  slotAt(question: SlotQuestion, start: Instant): Slot | Refusal;
  /** Branches at which that start is free. */
  branchesFreeAt(question: SlotQuestion, start: Instant): Key[];
  /** The first free slots inside a window, one per start, in order of time. */
  freeIn(question: SlotQuestion, window: Window, limit: number): Slot[];
  /** The first free slots of all. */
  soonest(question: SlotQuestion, limit: number): Slot[];
  /** Free slots nearest to a wished start, in order of time: of the week around it, or else of all days. */
  nearest(question: SlotQuestion, start: Instant, limit: number): Slot[];
  /** The same questions about several people or several treatments; a slot for each part, in the parts' order. */
  visitAt(visit: Visit, start: Instant): Slot[] | Refusal;
  visitsIn(visit: Visit, window: Window, limit: number): Slot[][];
  visitsNear(visit: Visit, start: Instant, limit: number): Slot[][];
  /** Undefined when the start can be had. */
  explain(visit: Visit, start: Instant, limit: number): Explanation | undefined;
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

const wholeDay = { earliest: 0, latest: 24 * 60 };

/** `ignoring`: ids of periods that do not count, as a customer's own hold or the booking that is being moved. */
export function availability(
  clinic: Clinic,
  periods: readonly BusyPeriod[],
  now: Instant,
  ...ignoring: (string | undefined)[]
): Availability {
  const at = clinicDays(clinic.zone);
  const desk = {
    busy: busyCalendar(periods, now, ignoring),
    rota: rotaOf(clinic, at),
    places: placesOf(clinic),
  };
  const { slotStepMinutes, minLeadMinutes, maxAdvanceDays } = clinic.bookingRules;
  const today = toLocal(now, clinic.zone).date;
  const lastDay = addDays(today, maxAdvanceDays);
  const branchesOf = (visit: Visit) => clinic.branches.filter(({ key }) => isDoneAt(visit, key));

  const known = new Map<string, { opens: Instant; closes: Instant } | null>();
  /** A branch's day as instants, looked up once. */
  function hoursOn(branch: Branch, date: LocalDate) {
    const name = `${branch.key} ${date}`;
    const before = known.get(name);
    if (before !== undefined) return before;
    const hours = openingOn(clinic, branch, date);
    const found = hours
      ? { opens: at(date, toMinutes(hours.open)), closes: at(date, toMinutes(hours.close)) }
      : null;
    known.set(name, found);
    return found;
  }

  function seatAt(visit: Visit, branch: Branch, date: LocalDate, start: Instant): Slot[] | Refusal {
    if (start <= now) return 'past';
    if (start < now + minLeadMinutes * minuteMs) return 'too-soon';
    if (date > lastDay) return 'too-far';
    const hours = hoursOn(branch, date);
    if (!hours || start < hours.opens) return 'closed';
    let refusal: Refusal = 'closed';
    for (const parts of timingsOf(visit, start, slotStepMinutes)) {
      if (endOf(parts) > hours.closes) continue;
      if ((start - hours.opens) % (slotStepMinutes * minuteMs) !== 0) return 'off-grid';
      const seated = seatVisit(desk, visit, parts, branch, date);
      if (typeof seated !== 'string') return seated;
      refusal = closer(refusal, seated);
    }
    return refusal;
  }

  function startsOn(branches: readonly Branch[], date: LocalDate, { earliest, latest }: Window): Instant[] {
    const starts = new Set<Instant>();
    for (const branch of branches) {
      const hours = openingOn(clinic, branch, date);
      if (!hours) continue;
      const close = toMinutes(hours.close);
      for (let minute = toMinutes(hours.open); minute < close; minute += slotStepMinutes) {
        if (minute >= earliest && minute <= latest) starts.add(at(date, minute));
      }
    }
    return [...starts].toSorted((a, b) => a - b);
  }

  function firstSeat(visit: Visit, branches: readonly Branch[], date: LocalDate, start: Instant) {
    let refusal: Refusal = 'past';
    for (const branch of branches) {
      const seated = seatAt(visit, branch, date, start);
      if (typeof seated !== 'string') return seated;
      refusal = closer(refusal, seated);
    }
    return refusal;
  }

  const visitAt = (visit: Visit, start: Instant) =>
    firstSeat(visit, branchesOf(visit), toLocal(start, clinic.zone).date, start);

  function visitsIn(visit: Visit, window: Window, limit: number): Slot[][] {
    const branches = branchesOf(visit);
    const found: Slot[][] = [];
    const from = window.from < today ? today : window.from;
    const to = window.to > lastDay ? lastDay : window.to;
    for (let date = from; date <= to; date = addDays(date, 1)) {
      for (const start of startsOn(branches, date, window)) {
        if (found.length >= limit) return found;
        const seated = firstSeat(visit, branches, date, start);
        if (typeof seated !== 'string') found.push(seated);
      }
    }
    return found;
  }

  function visitsNear(visit: Visit, start: Instant, limit: number): Slot[][] {
    const wished = start > now ? start : now;
    const from = toLocal(wished - dayMs, clinic.zone).date;
    const distance = ([first]: Slot[]) => Math.abs((first?.start ?? 0) - wished);
    const nearestOf = (days: Pick<Window, 'from' | 'to'>) =>
      visitsIn(visit, { ...days, ...wholeDay }, Infinity)
        .toSorted((a, b) => distance(a) - distance(b))
        .slice(0, limit)
        .toSorted(([a], [b]) => (a?.start ?? 0) - (b?.start ?? 0));
    const around = nearestOf({ from, to: addDays(from, 8) });
    return around.length > 0 ? around : nearestOf({ from: today, to: lastDay });
  }

  function explain(visit: Visit, start: Instant, limit: number): Explanation | undefined {
    const refusal = visitAt(visit, start);
    if (typeof refusal !== 'string') return undefined;
    const { date } = toLocal(start, clinic.zone);
    const [branch] = branchesOf(visit);
    return {
      refusal,
      hours: (branch && openingOn(clinic, branch, date)) ?? null,
      specialDay: (branch && specialDay(clinic, branch, date)) ?? null,
      alternatives: visitsNear(visit, start, limit),
    };
  }

  return {
    visitAt,
    visitsIn,
    visitsNear,
    explain,
    slotAt: (question, start) => single(visitAt(visitOf(question), start)),
    freeIn: (question, window, limit) => visitsIn(visitOf(question), window, limit).flat(),
    soonest: (question, limit) =>
      visitsIn(visitOf(question), { from: today, to: lastDay, ...wholeDay }, limit).flat(),
    nearest: (question, start, limit) => visitsNear(visitOf(question), start, limit).flat(),
    branchesFreeAt(question, start) {
      const { date } = toLocal(start, clinic.zone);
      const visit = visitOf(question);
      return branchesOf(visit)
        .filter((branch) => typeof seatAt(visit, branch, date, start) !== 'string')
        .map(({ key }) => key);
    },
  };
}

function closer(one: Refusal, other: Refusal): Refusal {
  return closeness.indexOf(other) > closeness.indexOf(one) ? other : one;
}

function single(answer: Slot[] | Refusal): Slot | Refusal {
  return typeof answer === 'string' ? answer : (answer[0] ?? 'full');
}
