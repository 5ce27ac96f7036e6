import type { CopyKey } from '../copy/copy-key.ts';
import type { ChoiceSpec, CopyFacts } from './effects.ts';
import type { Facts } from './facts.ts';
import type { Booking, Hold, Part, Wish } from './wish.ts';

type Sentence = { key: CopyKey; facts: CopyFacts };

/** An appointment as sentences name it. */
export const visitOf = ({ slot }: Pick<Part, 'slot'>) => ({
  treatment: slot.treatment,
  area: slot.area ?? null,
  branch: slot.branch,
  staff: slot.staff,
  start: slot.start,
});

/** The one sentence of a pair that fits how many appointments the visit takes, with all that a summary names. */
export function summary({ hold, name, phone }: Facts, keys: { one: CopyKey; several: CopyKey }): Sentence {
  const [first, ...others] = hold?.parts ?? [];
  if (!first) return { key: keys.one, facts: {} };
  return others.length === 0
    ? { key: keys.one, facts: { ...visitOf(first), name, phone } }
    : { key: keys.several, facts: { visits: [first, ...others].map(visitOf), name, phone } };
}

/** A move names both times. */
export function moveOf(facts: Facts): CopyFacts {
  const old = changedBooking(facts);
  const part = facts.hold?.parts[0];
  return part && old ? { ...visitOf(part), oldStart: old.slot.start, oldBranch: old.slot.branch } : {};
}

/** What is kept for the customer, and until when. */
export function keptOf({ hold }: Facts): CopyFacts {
  const part = hold?.parts[0];
  return part ? { start: part.slot.start, branch: part.slot.branch, until: hold.until } : {};
}

/** A day and an hour as far as they were wished for. */
export function wishedOf({ treatment, when }: Wish): CopyFacts {
  return {
    treatment: treatment ?? null,
    date: when.date ?? null,
    time: when.time ?? null,
    part: when.partOfDay ?? null,
    from: when.timeRange?.[0] ?? null,
    to: when.timeRange?.[1] ?? null,
  };
}

/** The booking that is being moved or cancelled. */
export function changedBooking({ bookings, changing }: Facts): Booking | undefined {
  return bookings.find(({ id }) => id === changing?.bookingId);
}

export function bookingChoice({ id, slot }: Booking): ChoiceSpec {
  return { kind: 'booking', booking: id, treatment: slot.treatment, start: slot.start, branch: slot.branch };
}

export const idsOf = (hold: Hold | null): string[] => hold?.parts.map(({ id }) => id) ?? [];
