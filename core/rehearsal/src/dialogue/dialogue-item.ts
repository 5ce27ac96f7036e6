import { LocalDate, LocalTime } from '@glowbot/core';
import { z } from 'zod';

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

const moment = z.union([LocalTime, z.literal('24:00')]);

/** A time without a free start, written in any of the usual ways; a day alone is the whole day. */
export const BusyTime = z.union([
  z
    .object({ from: z.string().datetime({ offset: true }), to: z.string().datetime({ offset: true }) })
    .transform(({ from, to }) => ({ from, to })),
  z
    .object({ start: z.string().datetime({ offset: true }), end: z.string().datetime({ offset: true }) })
    .transform(({ start, end }) => ({ from: start, to: end })),
  z
    .object({
      date: LocalDate,
      time: LocalTime.optional(),
      from: moment.optional(),
      to: moment.optional(),
      start: moment.optional(),
      end: moment.optional(),
      timeRange: z.tuple([moment.nullable(), moment.nullable()]).optional(),
    })
    .transform(({ date, time, from, to, start, end, timeRange }) => ({
      date,
      from: time ?? from ?? start ?? timeRange?.[0] ?? '00:00',
      to: to ?? end ?? timeRange?.[1] ?? (time === undefined ? '24:00' : null),
    })),
  z.tuple([LocalDate, moment, moment]).transform(([date, from, to]) => ({ date, from, to })),
]);
export type BusyTime = z.infer<typeof BusyTime>;

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
