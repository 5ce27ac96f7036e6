import { type Availability, availability, type Window } from '../domain/availability.ts';
import type { BusyPeriod } from '../domain/busy.ts';
import type { Clinic, Treatment } from '../domain/clinic.ts';
import { addDays, hourMs, type Instant, minuteMs, toLocal, toMinutes } from '../domain/clinic-time.ts';
import type { Slot } from '../domain/slot.ts';
import type { InsideEffect } from '../machines/effects.ts';
import type { ConversationEvent } from '../machines/events.ts';
import type { Facts } from '../machines/facts.ts';
import type { Wish } from '../machines/wish.ts';
import type { When } from '../understanding/understanding.ts';
import type { CalendarChange } from '../contracts/turn-store.ts';

/** What the calendar needs to answer a chart. `newId` is chance, brought in from outside. */
export type Calendar = {
  clinic: Clinic;
  busy: readonly BusyPeriod[];
  now: Instant;
  newId: () => string;
};

export type Verdict = { event: ConversationEvent; changes: CalendarChange[] };

/** How many times are offered at once: as many as a person keeps in mind. */
const offersAtOnce = 3;

/** Answers an inside effect from the records and the calendar. What it promises becomes true at the commit, or not at all. */
export function verdictOn(effect: InsideEffect, facts: Facts, calendar: Calendar): Verdict {
  const { clinic, now } = calendar;
  const times = availability(clinic, calendar.busy, now, facts.hold?.id);
  const only = (event: ConversationEvent): Verdict => ({ event, changes: [] });

  switch (effect.type) {
    case 'checkAvailability': {
      const { question, start } = questionOf(clinic, effect.wish);
      if (!question || start === undefined) {
        return only({ type: 'availability.known', at: now, slot: null, branches: [] });
      }
      const slot = times.slotAt(question, start);
      return only({
        type: 'availability.known',
        at: now,
        slot: typeof slot === 'string' ? null : slot,
        branches: times.branchesFreeAt(question, start),
      });
    }
    case 'findSlots': {
      const { question } = questionOf(clinic, effect.wish);
      const slots = question ? spread(freeFor(times, question, effect.wish.when, clinic, now)) : [];
      return only(
        slots.length > 0 ? { type: 'slots.found', at: now, slots } : { type: 'slots.none', at: now },
      );
    }
    case 'holdSlot': {
      const { question, start } = questionOf(clinic, effect.wish);
      if (!question || start === undefined) return only({ type: 'slots.none', at: now });
      const slot = times.slotAt(question, start);
      if (typeof slot === 'string') {
        const alternatives = times.nearest(question, start, offersAtOnce);
        return only({ type: 'slot.refused', at: now, refusal: slot, alternatives });
      }
      const hold = {
        id: calendar.newId(),
        slot,
        until: now + clinic.bookingRules.holdMinutes * minuteMs,
      };
      return { event: { type: 'slot.held', at: now, hold }, changes: [{ kind: 'hold', ...hold }] };
    }
    case 'makeBooking': {
      const { hold } = facts;
      const treatment = clinic.treatments.find((candidate) => candidate.key === hold?.slot.treatment);
      if (!hold || !treatment || !isStillFree(times, treatment, hold.slot)) {
        return only({ type: 'booking.refused', at: now });
      }
      const booking = {
        id: hold.id,
        slot: hold.slot,
        status: treatment.deposit > 0 ? ('awaiting_deposit' as const) : ('booked' as const),
      };
      return {
        event: { type: 'booking.made', at: now, booking },
        changes: [{ kind: 'book', ...booking }],
      };
    }
  }
}

/** A held slot may have lapsed meanwhile; the very same people and place must still be free. */
function isStillFree(times: Availability, treatment: Treatment, slot: Slot): boolean {
  const answer = times.slotAt(
    {
      treatment,
      ...(slot.area === undefined ? {} : { area: slot.area }),
      branch: slot.branch,
      staff: slot.staff,
    },
    slot.start,
  );
  return typeof answer !== 'string';
}

function questionOf(clinic: Clinic, wish: Wish) {
  const treatment = clinic.treatments.find((candidate) => candidate.key === wish.treatment);
  const question = treatment && {
    treatment,
    ...(wish.area === undefined ? {} : { area: wish.area }),
    ...(wish.branch === undefined ? {} : { branch: wish.branch }),
    ...(wish.staff === undefined ? {} : { staff: wish.staff }),
  };
  return { question, start: wish.start };
}

type Question = NonNullable<ReturnType<typeof questionOf>['question']>;

function freeFor(times: Availability, question: Question, when: When, clinic: Clinic, now: Instant): Slot[] {
  const wished = times.freeIn(question, windowOf(when, clinic, now), 60);
  if (wished.length > 0) return wished;
  const today = toLocal(now, clinic.zone).date;
  return times.freeIn(question, { from: today, to: addDays(today, 14), earliest: 0, latest: 24 * 60 }, 60);
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
    : [when.dateRange?.[0] ?? today, when.dateRange?.[1] ?? addDays(today, 14)];
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
