import { z } from 'zod';
import type { Availability } from './availability.ts';
import { Key, type Treatment } from './clinic.ts';
import { Instant, LocalDate } from './clinic-time.ts';
import type { Slot } from './slot.ts';
import type { SlotQuestion, Visit } from './visit.ts';

/** What somebody on the waiting list would come for. Days and minutes of the day are the clinic's; ends are inclusive. */
export const WaitingWish = z.object({
  treatment: Key,
  area: Key.optional(),
  branch: Key.optional(),
  staff: Key.optional(),
  from: LocalDate,
  to: LocalDate,
  earliest: z.number().int().min(0).max(1440),
  latest: z.number().int().min(0).max(1440),
  /** How many come together. */
  people: z.number().int().min(1).max(4),
});
export type WaitingWish = z.infer<typeof WaitingWish>;

/** One customer's place on the waiting list, as their conversation knows it. */
export const Waiting = z.object({
  id: z.uuid(),
  wish: WaitingWish,
  /** Starts offered already: the same one is not offered twice. */
  offered: z.array(Instant),
});
export type Waiting = z.infer<typeof Waiting>;

/** The first slots that fulfil the wish and were not offered before; one for each person. */
export function slotsForWaiting(
  times: Availability,
  treatment: Treatment,
  { wish, offered }: Waiting,
): Slot[] | undefined {
  const question: SlotQuestion = {
    treatment,
    ...(wish.area === undefined ? {} : { area: wish.area }),
    ...(wish.branch === undefined ? {} : { branch: wish.branch }),
    ...(wish.staff === undefined ? {} : { staff: wish.staff }),
  };
  const others = Array.from({ length: wish.people - 1 }, () => question);
  const visit: Visit = { parts: [question, ...others], how: 'together' };
  return times
    .visitsIn(visit, wish, offered.length + 1)
    .find(([first]) => first !== undefined && !offered.includes(first.start));
}
