import {
  availability,
  type BusyPeriod,
  type Clinic,
  dayMs,
  type Explanation,
  type Instant,
  type Key,
  Refusal,
  type Slot,
  slotByHand,
  type SlotQuestion,
  visitOf,
} from '@glowbot/core';
import { z } from 'zod';

/** What staff ask for. Rules for customers may be set aside one by one, by name; there is no word for all of them. */
export const StaffWish = z.object({
  treatment: z.string(),
  area: z.string().optional(),
  branch: z.string().optional(),
  staff: z.string().optional(),
  room: z.string().optional(),
  start: z.number().int(),
  setAside: z
    .array(Refusal.exclude(['full']))
    .max(6)
    .default([]),
});
export type StaffWish = z.infer<typeof StaffWish>;

export type StaffSlot =
  | { kind: 'slot'; slot: Slot }
  | { kind: 'unknown'; what: 'treatment' | 'area' | 'branch' | 'staff' | 'room' }
  | { kind: 'refused'; explanation: Omit<Explanation, 'alternatives'> & { alternatives: Slot[] } };

const alternativesAtOnce = 3;

/** How much of the calendar is needed to answer about a start and the days around it. */
export const aroundMs = 10 * dayMs;

/** The slot that is wished for, or why not and what there is instead. `moving` is a booking that does not stand in its own way. */
export function staffSlot(
  clinic: Clinic,
  busy: readonly BusyPeriod[],
  now: Instant,
  wish: StaffWish,
  moving?: string,
): StaffSlot {
  const treatment = clinic.treatments.find(({ key }) => key === wish.treatment);
  if (!treatment) return { kind: 'unknown', what: 'treatment' };
  const missing = missingRecord(clinic, wish);
  if (missing) return { kind: 'unknown', what: missing };
  const question: SlotQuestion = {
    treatment,
    ...(wish.area === undefined ? {} : { area: wish.area }),
    ...(wish.branch === undefined ? {} : { branch: wish.branch }),
    ...(wish.staff === undefined ? {} : { staff: wish.staff }),
  };
  const times = availability(clinic, busy, now, moving);
  const explanation = times.explain(visitOf(question), wish.start, alternativesAtOnce);
  if (!explanation) {
    const slot = times.slotAt(question, wish.start);
    if (typeof slot !== 'string' && (wish.room === undefined || wish.room === slot.room))
      return { kind: 'slot', slot };
  }
  const byHand = explanation ? setAside(explanation.refusal, wish) : true;
  if (byHand && wish.branch !== undefined && wish.staff !== undefined) {
    const named = { ...question, branch: wish.branch, staff: wish.staff };
    const room = wish.room === undefined ? {} : { room: wish.room };
    const ignoring = moving === undefined ? [] : [moving];
    const slot = slotByHand(clinic, busy, now, { question: named, start: wish.start, ...room }, ...ignoring);
    if (slot !== 'full') return { kind: 'slot', slot };
  }
  const reason = explanation && !byHand ? explanation.refusal : 'full';
  return {
    kind: 'refused',
    explanation: {
      refusal: reason,
      hours: explanation?.hours ?? null,
      specialDay: explanation?.specialDay ?? null,
      alternatives: (
        explanation?.alternatives ?? times.visitsNear(visitOf(question), wish.start, alternativesAtOnce)
      ).flat(),
    },
  };
}

const setAside = (refusal: Refusal, wish: StaffWish) => wish.setAside.some((rule) => rule === refusal);

function missingRecord(clinic: Clinic, wish: StaffWish): 'area' | 'branch' | 'staff' | 'room' | undefined {
  const isThere = (records: readonly { key: Key }[], key: Key | undefined) =>
    key === undefined || records.some((record) => record.key === key);
  if (!isThere(clinic.branches, wish.branch)) return 'branch';
  if (!isThere(clinic.staff, wish.staff)) return 'staff';
  if (!isThere(clinic.rooms, wish.room)) return 'room';
  const areas = clinic.treatments.find(({ key }) => key === wish.treatment)?.variants ?? [];
  return wish.area === undefined || areas.some(({ area }) => area === wish.area) ? undefined : 'area';
}
