import { dayMs, type Instant, LocalDate, LocalTime, toInstant } from '@glowbot/core';
import { z } from 'zod';

/** A time without a free start, as sets write it: instants, or days with or without hours. */

const moment = z.union([LocalTime, z.literal('24:00')]);
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d/);
const range = <T extends z.ZodType>(one: T) => z.tuple([one, one]);

const Instants = z.union([
  z.object({ from: instant, to: instant }).transform(({ from, to }) => [from, to] as const),
  z.object({ start: instant, end: instant }).transform(({ start, end }) => [start, end] as const),
  range(instant),
]);

const Hours = z.object({
  time: LocalTime.optional(),
  from: moment.optional(),
  to: moment.optional(),
  start: moment.optional(),
  end: moment.optional(),
  timeRange: range(moment).optional(),
  partOfDay: z.enum(['morning', 'noon', 'afternoon', 'evening']).optional(),
});

const partsOfDay = {
  morning: ['00:00', '12:00'],
  noon: ['11:00', '14:00'],
  afternoon: ['12:00', '18:00'],
  evening: ['17:00', '24:00'],
} as const;

const Days = z.union([
  z.object({ date: LocalDate }).extend(Hours.shape),
  z.object({ dateRange: range(LocalDate) }).extend(Hours.shape),
  LocalDate.transform((date) => ({ date })),
  z.tuple([LocalDate, moment, moment]).transform(([date, from, to]) => ({ date, from, to })),
]);

export const BusyTime = z.union([Instants, Days]);
export type BusyTime = z.infer<typeof BusyTime>;

export type Span = { start: Instant; end: Instant };

/** The spans of a busy time; a day alone is the whole day, and a lone hour is that start only. */
export function spansOf(busy: BusyTime, zone: string): Span[] {
  if (!('date' in busy || 'dateRange' in busy)) {
    return [{ start: Date.parse(busy[0]), end: Date.parse(busy[1]) }];
  }
  const hours = Hours.parse(busy);
  const part = hours.partOfDay ? partsOfDay[hours.partOfDay] : undefined;
  const from = hours.time ?? hours.from ?? hours.start ?? hours.timeRange?.[0] ?? part?.[0] ?? '00:00';
  const to = hours.to ?? hours.end ?? hours.timeRange?.[1] ?? part?.[1] ?? '24:00';
  return daysOf(busy).map((date) => {
    const midnight = toInstant({ date, time: '00:00' }, zone);
    const at = (time: string) => (time === '24:00' ? midnight + dayMs : toInstant({ date, time }, zone));
    return { start: at(from), end: hours.time === undefined ? at(to) : at(from) + 1 };
  });
}

function daysOf(busy: Exclude<BusyTime, readonly string[]>): LocalDate[] {
  if ('date' in busy) return [busy.date];
  const [first, last] = busy.dateRange;
  const days: LocalDate[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += dayMs) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}
