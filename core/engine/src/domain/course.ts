import type { Clinic, Key, Treatment } from './clinic.ts';
import { addDays, daysBetween, type LocalDate } from './clinic-time.ts';
import { openingOn } from './opening-hours.ts';
import { rulesOf } from './treatment-rules.ts';

export type CourseQuestion = {
  treatment: Treatment;
  /** The day on which everything must be over: a wedding, the first day of Tết. */
  eventDate: LocalDate;
  sessions: number;
  branch?: Key;
};

export type Course =
  | {
      fits: true;
      /** The latest first day with which all sessions still fit. */
      lastSafeStart: LocalDate;
      /** A day for each session, in order, the last as late as is safe. */
      days: [LocalDate, ...LocalDate[]];
      /** Whether there is time for the best interval, or only for the shortest. */
      pace: 'best' | 'shortest';
    }
  | {
      fits: false;
      lastSafeStart: LocalDate;
      /** How many sessions would still fit from today on. */
      sessionsThatFit: number;
    };

/** The last day on which a course may begin so that nothing of it shows at the event: downtime and intervals counted back. */
export function lastSafeStart(treatment: Treatment, eventDate: LocalDate, sessions: number): LocalDate {
  const { downtimeDays, interval } = rulesOf(treatment);
  return addDays(eventDate, -(downtimeDays + 1) - (sessions - 1) * Math.max(interval.minDays, 1));
}

/**
 * "Kịp Tết, kịp cưới không?" The course is laid backwards from the event, on days when a branch that does the treatment is open.
 * The day of the event itself is kept free.
 */
export function courseBefore(clinic: Clinic, question: CourseQuestion, today: LocalDate): Course {
  const { treatment, eventDate, sessions } = question;
  const { interval, downtimeDays } = rulesOf(treatment);
  const openDay = dayFinder(clinic, question, today);
  const lastDay = addDays(eventDate, -(downtimeDays + 1));
  const laidBack = (gap: number): LocalDate[] => {
    const days: LocalDate[] = [];
    let latest: LocalDate = lastDay;
    for (let nth = 0; nth < sessions; nth += 1) {
      const day = openDay(latest);
      if (day === undefined) break;
      days.unshift(day);
      latest = addDays(day, -Math.max(gap, 1));
    }
    return days;
  };
  const shortest = laidBack(interval.minDays);
  const [earliest] = shortest;
  if (earliest === undefined || shortest.length < sessions) {
    return {
      fits: false,
      lastSafeStart: lastSafeStart(treatment, eventDate, sessions),
      sessionsThatFit: shortest.length,
    };
  }
  const best = laidBack(Math.max(interval.bestDays, interval.minDays));
  const isBest = best.length === sessions;
  const [first, ...rest] = isBest ? best : shortest;
  return {
    fits: true,
    lastSafeStart: earliest,
    days: [first ?? earliest, ...rest],
    pace: isBest ? 'best' : 'shortest',
  };
}

/** The last open day up to a day, or undefined when that would be before anything can be done: a patch test takes its days. */
function dayFinder(clinic: Clinic, { treatment, branch }: CourseQuestion, today: LocalDate) {
  const branches = clinic.branches.filter(
    ({ key }) => treatment.branches.includes(key) && (branch === undefined || branch === key),
  );
  const hoursBefore = Math.max(0, ...rulesOf(treatment).prerequisites.map((needed) => needed.hoursBefore));
  const firstDay = addDays(today, Math.ceil(hoursBefore / 24));
  return (latest: LocalDate): LocalDate | undefined => {
    for (let day = latest; daysBetween(firstDay, day) >= 0; day = addDays(day, -1)) {
      if (branches.some((candidate) => openingOn(clinic, candidate, day) !== undefined)) return day;
    }
    return undefined;
  };
}
