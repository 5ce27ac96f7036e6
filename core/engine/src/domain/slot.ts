import { z } from 'zod';
import { Key } from './clinic.ts';
import { Instant } from './clinic-time.ts';

/** A start that can be had: who does it where, and until when both are busy. `place` counts a room's beds from 1. */
export const Slot = z.object({
  treatment: Key,
  area: Key.optional(),
  branch: Key,
  staff: Key,
  room: Key,
  place: z.number().int().positive(),
  start: Instant,
  end: Instant,
});
export type Slot = z.infer<typeof Slot>;

/** Why a wished start cannot be had. */
export const Refusal = z.enum(['past', 'too-soon', 'too-far', 'closed', 'off-grid', 'no-staff', 'full']);
export type Refusal = z.infer<typeof Refusal>;
