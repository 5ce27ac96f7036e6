import { z } from 'zod';
import { Key } from './clinic.ts';
import { Instant, minuteMs } from './clinic-time.ts';

const Minutes = z.number().int().positive();

/**
 * A start that can be had: who does it where, and from when to when the customer is there. `place` counts a room's beds from 1.
 * Preparation and clean-up come on top: the customer does not see them, but person, place and machine are busy.
 */
export const Slot = z.object({
  treatment: Key,
  area: Key.optional(),
  branch: Key,
  staff: Key,
  room: Key,
  place: z.number().int().positive(),
  machine: Key.optional(),
  start: Instant,
  end: Instant,
  prepMin: Minutes.optional(),
  cleanUpMin: Minutes.optional(),
});
export type Slot = z.infer<typeof Slot>;

/** Why a wished start cannot be had. */
export const Refusal = z.enum(['past', 'too-soon', 'too-far', 'closed', 'off-grid', 'no-staff', 'full']);
export type Refusal = z.infer<typeof Refusal>;

export type TimeSpan = { from: Instant; to: Instant };

/** When person, place and machine of a slot are busy. */
export function occupiedBy(slot: Pick<Slot, 'start' | 'end' | 'prepMin' | 'cleanUpMin'>): TimeSpan {
  return {
    from: slot.start - (slot.prepMin ?? 0) * minuteMs,
    to: slot.end + (slot.cleanUpMin ?? 0) * minuteMs,
  };
}

/** Ends are exclusive: what ends at three does not meet what begins at three. */
export function overlap(one: TimeSpan, other: TimeSpan): boolean {
  return one.from < other.to && other.from < one.to;
}
