import { type Availability, availability } from '../domain/availability.ts';
import type { BusyPeriod } from '../domain/busy.ts';
import type { Clinic } from '../domain/clinic.ts';
import { type Instant, minuteMs, toLocal } from '../domain/clinic-time.ts';
import { callChain } from '../domain/on-call.ts';
import type { Slot } from '../domain/slot.ts';
import type { SlotQuestion, Visit } from '../domain/visit.ts';
import { slotsForWaiting } from '../domain/waiting.ts';
import type { InsideEffect } from '../machines/effects.ts';
import type { ConversationEvent } from '../machines/events.ts';
import type { Facts } from '../machines/facts.ts';
import type { Booking, Hold, Part } from '../machines/wish.ts';
import type { CalendarChange } from '../contracts/turn-store.ts';
import { foundBooking } from './found-booking.ts';
import { branchesFreeAt, offersAtOnce, timesFor, visitFor, waitingWish } from './wished-visit.ts';

/** What the calendar needs to answer a chart. `newId` is chance, brought in from outside. */
export type Calendar = {
  clinic: Clinic;
  busy: readonly BusyPeriod[];
  /** The bookings of this customer, and of nobody else. */
  bookings: readonly Booking[];
  now: Instant;
  newId: () => string;
};

export type Verdict = { event: ConversationEvent; changes: CalendarChange[] };

/** Answers an inside effect from the records and the calendar. What it promises becomes true at the commit, or not at all. */
export function verdictOn(effect: InsideEffect, facts: Facts, calendar: Calendar): Verdict {
  const { clinic, now } = calendar;
  const times = () =>
    availability(
      clinic,
      calendar.busy,
      now,
      ...(facts.hold?.parts.map(({ id }) => id) ?? []),
      facts.changing?.bookingId ?? undefined,
    );
  const only = (event: ConversationEvent): Verdict => ({ event, changes: [] });

  switch (effect.type) {
    case 'callStaff': {
      const { step, person, tellAt, answerBy, expectedAt } = callChain(clinic, { ...effect, at: now });
      return only({ type: 'staff.called', at: now, call: { step, person, tellAt, answerBy, expectedAt } });
    }
    case 'checkAvailability': {
      const visit = visitFor(effect.wish, clinic);
      const { start } = effect.wish;
      if (!visit || start === undefined) {
        return only({ type: 'availability.known', at: now, slot: null, branches: [] });
      }
      const free = times();
      const slots = free.visitAt(visit, start);
      const slot = typeof slots === 'string' ? null : (slots[0] ?? null);
      const branches = branchesFreeAt(free, visit, start, clinic);
      return only({ type: 'availability.known', at: now, slot, branches });
    }
    case 'findSlots': {
      const visit = visitFor(effect.wish, clinic);
      const slots = visit ? timesFor(times(), visit, effect.wish, clinic, now) : [];
      return only(
        slots.length > 0 ? { type: 'slots.found', at: now, slots } : { type: 'slots.none', at: now },
      );
    }
    case 'holdSlot': {
      const visit = visitFor(effect.wish, clinic);
      const { start } = effect.wish;
      if (!visit || start === undefined) return only({ type: 'slots.none', at: now });
      const free = times();
      const slots = free.visitAt(visit, start);
      if (typeof slots !== 'string') return held(slots, facts, calendar, 'slot.held');
      const near = free.visitsNear(visit, start, offersAtOnce);
      const alternatives = near.flatMap(([slot]) => slot ?? []);
      return only({ type: 'slot.refused', at: now, refusal: slots, alternatives });
    }
    case 'makeBooking': {
      const { hold } = facts;
      if (!hold || !isStillFree(times(), hold, clinic)) return only({ type: 'booking.refused', at: now });
      const bookings = hold.parts.map((part) => ({ ...part, status: statusOf(part, clinic) }));
      return {
        event: { type: 'booking.made', at: now, bookings },
        changes: bookings.map((booking, _, { length }) => ({
          kind: 'book',
          ...booking,
          ...(length > 1 ? { visit: hold.parts[0].id } : {}),
        })),
      };
    }
    case 'findBooking':
      return only(foundBooking(effect.change, effect.wish, calendar));
    case 'moveBooking': {
      const old = calendar.bookings.find(({ id }) => id === effect.bookingId);
      const { hold } = facts;
      if (!old || !hold || !isStillFree(times(), hold, clinic)) {
        return only({ type: 'booking.refused', at: now });
      }
      const [{ id: holdId, slot }] = hold.parts;
      return {
        event: { type: 'booking.moved', at: now, booking: { ...old, slot }, before: old.slot },
        changes: [{ kind: 'reschedule', id: old.id, hold: holdId, slot }],
      };
    }
    case 'cancelUnpaid':
    case 'cancelBooking': {
      const booking = calendar.bookings.find(({ id }) => id === effect.bookingId);
      const isSettled = effect.type === 'cancelUnpaid' && booking?.status !== 'awaiting_deposit';
      if (!booking || isSettled) return only({ type: 'booking.none', at: now });
      return {
        event: { type: 'booking.cancelled', at: now, booking },
        changes: [{ kind: 'cancel', id: booking.id }],
      };
    }
    case 'joinWaitingList': {
      const waiting = { id: calendar.newId(), wish: waitingWish(effect.wish, clinic, now), offered: [] };
      return {
        event: { type: 'waiting.joined', at: now, waiting },
        changes: [{ kind: 'join-waiting-list', id: waiting.id, wish: waiting.wish }],
      };
    }
    case 'takeFreed': {
      const treatment = clinic.treatments.find(({ key }) => key === facts.waiting?.wish.treatment);
      const slots = facts.waiting && treatment && slotsForWaiting(times(), treatment, facts.waiting);
      return slots ? held(slots, facts, calendar, 'slot.freed') : only({ type: 'slots.none', at: now });
    }
  }
}

/** How long a freed slot is kept for whoever waits, where the clinic has no rule of its own. */
const usualOfferMinutes = 60;

/** Keeps the slots of a visit for the time the clinic allows. */
function held(
  slots: readonly Slot[],
  facts: Facts,
  { clinic, now, newId }: Calendar,
  type: 'slot.held' | 'slot.freed',
): Verdict {
  const [first, ...others] = slots.map((slot): Part => ({ id: newId(), slot }));
  if (!first) return { event: { type: 'slots.none', at: now }, changes: [] };
  const { holdMinutes, offerMinutes = usualOfferMinutes } = clinic.bookingRules;
  const minutes = type === 'slot.freed' ? offerMinutes : holdMinutes;
  const hold: Hold = { parts: [first, ...others], until: now + minutes * minuteMs };
  const replaces = facts.changing?.bookingId;
  const waiting = type === 'slot.freed' ? facts.waiting?.id : undefined;
  const changes = hold.parts.map(
    (part): CalendarChange => ({
      kind: 'hold',
      ...part,
      until: hold.until,
      ...(others.length > 0 ? { visit: first.id } : {}),
      ...(typeof replaces === 'string' ? { replaces } : {}),
      ...(waiting === undefined ? {} : { waiting }),
    }),
  );
  const { date, time } = toLocal(first.slot.start, clinic.zone);
  const wish = {
    treatment: first.slot.treatment,
    ...(first.slot.area === undefined ? {} : { area: first.slot.area }),
    branch: first.slot.branch,
    ...(hold.parts.length > 1 ? { people: hold.parts.length } : {}),
    when: { date, time },
    start: first.slot.start,
  };
  return {
    event: type === 'slot.held' ? { type, at: now, hold } : { type, at: now, hold, wish },
    changes,
  };
}

function statusOf({ slot }: Part, clinic: Clinic): Booking['status'] {
  const treatment = clinic.treatments.find(({ key }) => key === slot.treatment);
  return (treatment?.deposit ?? 0) > 0 ? 'awaiting_deposit' : 'booked';
}

/** A held visit may have lapsed meanwhile; the very same people must still be free for all of it. */
function isStillFree(times: Availability, hold: Hold, clinic: Clinic): boolean {
  const questions = hold.parts.map(({ slot }): SlotQuestion | undefined => {
    const treatment = clinic.treatments.find(({ key }) => key === slot.treatment);
    const { area, branch, staff } = slot;
    return treatment && { treatment, ...(area === undefined ? {} : { area }), branch, staff };
  });
  const [first, ...others] = questions;
  if (!first || others.some((question) => question === undefined)) return false;
  const [{ slot }] = hold.parts;
  const isInARow = hold.parts.some((part) => part.slot.start !== slot.start);
  const visit: Visit = {
    parts: [first, ...others.filter((question) => question !== undefined)],
    how: isInARow ? 'in-a-row' : 'together',
  };
  return typeof times.visitAt(visit, slot.start) !== 'string';
}
