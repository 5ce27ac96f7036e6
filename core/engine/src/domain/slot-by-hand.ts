import { type BusyPeriod, busyCalendar, occupant } from './busy.ts';
import { minuteMs, type Instant } from './clinic-time.ts';
import type { Clinic, Key } from './clinic.ts';
import { isPlaceFree, placesOf } from './places.ts';
import { occupiedBy, type Slot } from './slot.ts';
import { durationOf, type SlotQuestion } from './visit.ts';

export type ByHand = { question: SlotQuestion & { branch: Key; staff: Key }; start: Instant; room?: Key };

/**
 * A slot as a person of the clinic sets it, past the rules for customers: before opening, off the grid, with somebody who is not on
 * duty. What nobody can set aside stays: a person, a bed or a machine is there once.
 */
export function slotByHand(
  clinic: Clinic,
  periods: readonly BusyPeriod[],
  now: Instant,
  { question, start, room }: ByHand,
  ...ignoring: string[]
): Slot | 'full' {
  const { treatment, area, branch, staff } = question;
  const { prepMin, cleanUpMin } = treatment;
  const times = {
    start,
    end: start + durationOf(treatment, area) * minuteMs,
    ...(prepMin === undefined ? {} : { prepMin }),
    ...(cleanUpMin === undefined ? {} : { cleanUpMin }),
  };
  const span = occupiedBy(times);
  const busy = busyCalendar(periods, now, ignoring);
  const at = clinic.branches.find(({ key }) => key === branch);
  if (!at || !busy.isFree(occupant.staff(staff), span)) return 'full';
  const place = placesOf(clinic)(treatment, at).find(
    (candidate) => (room === undefined || candidate.room === room) && isPlaceFree(busy, candidate, span),
  );
  if (!place) return 'full';
  const { occupants: _, ...where } = place;
  return {
    treatment: treatment.key,
    ...(area === undefined ? {} : { area }),
    branch,
    staff,
    ...where,
    ...times,
  };
}
