import type { Instant } from './clinic-time.ts';
import type { Key } from './clinic.ts';

/** A period in which a member of staff and a place in a room are not free. */
export type BusyPeriod = {
  id: string;
  staff: Key;
  room: Key;
  place: number;
  start: Instant;
  end: Instant;
  /** Null for a booking; a hold past this instant no longer counts. */
  heldUntil: Instant | null;
};

/** Busy periods by what they occupy, so that a question looks only at its own. */
export type BusyCalendar = {
  isStaffFree(staff: Key, start: Instant, end: Instant): boolean;
  isPlaceFree(room: Key, place: number, start: Instant, end: Instant): boolean;
};

/** `ignoring` leaves out one period: a customer's own hold does not stand in the way of moving it. */
export function busyCalendar(periods: readonly BusyPeriod[], now: Instant, ignoring?: string): BusyCalendar {
  const byOccupant = new Map<string, BusyPeriod[]>();
  for (const period of periods) {
    if (period.id === ignoring || (period.heldUntil !== null && period.heldUntil <= now)) continue;
    for (const occupant of [`staff ${period.staff}`, `place ${period.room} ${period.place}`]) {
      const list = byOccupant.get(occupant);
      if (list) list.push(period);
      else byOccupant.set(occupant, [period]);
    }
  }
  const isFree = (occupant: string, start: Instant, end: Instant) =>
    !byOccupant.get(occupant)?.some((period) => period.start < end && start < period.end);
  return {
    isStaffFree: (staff, start, end) => isFree(`staff ${staff}`, start, end),
    isPlaceFree: (room, place, start, end) => isFree(`place ${room} ${place}`, start, end),
  };
}
