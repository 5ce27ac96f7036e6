import { type BusyPeriod, occupiedBy, overlap, type TimeSpan } from '@glowbot/core';
import type { House } from './house.ts';
import { isOccupying } from './rows.ts';

/** What is busy within a span, buffers included, in order of time. */
export function busyBetween(house: House, clinicIds: readonly string[], span: TimeSpan): BusyPeriod[] {
  return [...house.appointments.values()]
    .filter((row) => clinicIds.includes(row.conversation.clinicId) && isOccupying(row))
    .map(({ id, heldUntil, slot }) => {
      const { from: start, to: end } = occupiedBy(slot);
      const { staff, room, place, machine = null } = slot;
      return { id, staff, room, place, machine, start, end, heldUntil };
    })
    .filter(({ start, end }) => overlap({ from: start, to: end }, span))
    .toSorted((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
}
