import { LocalDate, LocalTime } from '@glowbot/core';
import { z } from 'zod';
import { BusyTime } from './busy-time.ts';

/** One scripted dialogue of a set, without what is expected of it. */

const Turn = z.union([
  z.string().transform((text) => ({ text, afterMinutes: undefined })),
  z.object({ text: z.string(), afterMinutes: z.number().nonnegative().optional() }),
]);

export const ExistingBooking = z.object({
  treatment: z.string(),
  date: LocalDate,
  time: LocalTime,
  branch: z.string().optional(),
  area: z.string().optional(),
  staff: z.string().optional(),
  people: z.number().int().positive().optional(),
  phone: z.string().optional(),
  name: z.string().optional(),
});
export type ExistingBooking = z.infer<typeof ExistingBooking>;

const Answers = z.partialRecord(
  z.enum(['name', 'phone', 'branch', 'confirm', 'staff', 'deposit', 'other']),
  z.string(),
);
export type Answers = z.infer<typeof Answers>;

export const DialogueItem = z.object({
  id: z.string(),
  now: z.string(),
  setup: z
    .object({ busy: z.array(BusyTime).default([]), existingBookings: z.array(ExistingBooking).default([]) })
    .default({ busy: [], existingBookings: [] }),
  turns: z.array(Turn),
  answers: Answers.default({}),
  tags: z.array(z.string()).default([]),
});
export type DialogueItem = z.infer<typeof DialogueItem>;
