import { type Instant, minuteMs } from './clinic-time.ts';
import type { Key, Treatment } from './clinic.ts';
import type { TimeSpan } from './slot.ts';

/** What is asked of the calendar; a part left out may be anything. */
export type SlotQuestion = { treatment: Treatment; area?: Key; branch?: Key; staff?: Key };

/**
 * What is wanted in one go, at one branch. `together`: several people who begin at the same time, each with somebody of their own.
 * `in-a-row`: one person's treatments in this order, by one member of staff where that can be had, and only so with `oneStaff`.
 */
export type Visit = {
  parts: readonly [SlotQuestion, ...SlotQuestion[]];
  how: 'together' | 'in-a-row';
  oneStaff?: boolean;
};

export const visitOf = (question: SlotQuestion): Visit => ({ parts: [question], how: 'together' });

export function durationOf(treatment: Treatment, area: Key | undefined): number {
  const variant = treatment.variants.find((candidate) => candidate.area === area);
  return variant?.durationMin ?? treatment.durationMin;
}

export function isDoneAt(visit: Visit, branch: Key): boolean {
  return visit.parts.every(
    (part) =>
      part.treatment.branches.includes(branch) && (part.branch === undefined || part.branch === branch),
  );
}

/** One part of a visit with its times; who does it and where is still open. `busy` is the time with its buffers. */
export type TimedPart = { question: SlotQuestion; start: Instant; end: Instant; busy: TimeSpan };

const waitStepMinutes = 5;

/**
 * The ways in which a visit can lie when it begins at an instant, the shortest first. In a row each part follows the one before
 * at once, or after a wait of at most `longestWait` minutes: the same person may have to clean up and prepare.
 */
export function timingsOf(visit: Visit, start: Instant, longestWait: number): TimedPart[][] {
  const [first, ...rest] = visit.parts;
  if (visit.how === 'together') return [visit.parts.map((question) => timed(question, start))];
  const waits = Array.from({ length: Math.floor(longestWait / waitStepMinutes) + 1 }, (_, nth) => nth);
  let rows = [[timed(first, start)]];
  for (const question of rest) {
    rows = rows.flatMap((row) =>
      waits.map((wait) => [...row, timed(question, endOf(row) + wait * waitStepMinutes * minuteMs)]),
    );
  }
  return rows.toSorted((one, other) => endOf(one) - endOf(other));
}

export function endOf(parts: readonly TimedPart[]): Instant {
  return Math.max(...parts.map(({ end }) => end));
}

function timed(question: SlotQuestion, start: Instant): TimedPart {
  const { prepMin = 0, cleanUpMin = 0 } = question.treatment;
  const end = start + durationOf(question.treatment, question.area) * minuteMs;
  return {
    question,
    start,
    end,
    busy: { from: start - prepMin * minuteMs, to: end + cleanUpMin * minuteMs },
  };
}
