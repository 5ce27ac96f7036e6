import { dayMs, hourMs } from '@glowbot/core';
import type { Booking, History } from './history.ts';
import type { Condition } from './rules.ts';

/** Whether a condition holds, and the events that show it: those that meet it, or those that speak against it. */
export type Finding = { isMet: boolean; evidence: string[] };

/** Only what happened up to the booking counts; at the same moment counts as before. */
export function find(condition: Condition, booking: Booking, { touches, words }: History): Finding {
  const { madeAt, madeBy } = booking;
  const isWithin = (at: number, ms: number) => at <= madeAt && madeAt - at <= ms;
  switch (condition.kind) {
    case 'made-by':
      return { isMet: condition.by.includes(madeBy), evidence: [booking.id] };
    case 'touch': {
      const found = touches.filter(
        ({ kind, at }) => condition.of.includes(kind) && isWithin(at, condition.withinDays * dayMs),
      );
      return { isMet: found.length > 0, evidence: found.map(({ id }) => id) };
    }
    case 'staff-silent': {
      const found = words.filter(
        ({ author, at }) => author === 'staff' && isWithin(at, condition.withinHours * hourMs),
      );
      return { isMet: found.length === 0, evidence: found.map(({ id }) => id) };
    }
    case 'assistant-spoke': {
      const found = words.filter(
        ({ author, at }) => author === 'bot' && isWithin(at, condition.withinHours * hourMs),
      );
      return { isMet: found.length > 0, evidence: found.slice(-1).map(({ id }) => id) };
    }
  }
}
