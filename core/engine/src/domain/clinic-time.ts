import { z } from 'zod';

/** A moment in time: milliseconds since 1970-01-01T00:00Z. */
export const Instant = z.number().int();
export type Instant = z.infer<typeof Instant>;

/** A day on the clinic's own calendar, YYYY-MM-DD. It is not an instant: the zone is the clinic's. */
export const LocalDate = z.iso.date();
export type LocalDate = z.infer<typeof LocalDate>;

/** A time of day on the clinic's own clock, HH:mm. */
export const LocalTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export type LocalTime = z.infer<typeof LocalTime>;

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** One formatter per zone: building one costs a thousand times more than using it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(zone, formatter);
  }
  return formatter;
}

export type LocalDateTime = { date: LocalDate; time: LocalTime };

/** What the clinic's calendar and clock show at an instant. */
export function toLocal(instant: Instant, zone: string): LocalDateTime {
  const shown = new Date(instant + offsetFrom(instant, zone)).toISOString();
  return { date: shown.slice(0, 10), time: shown.slice(11, 16) };
}

/** Clocks are put forward and back at full quarters of an hour, so one offset holds for the whole of it. */
const quarterMs = 15 * 60_000;
/** Two months of quarters: asking the zone's rules costs six times as much as remembering them. */
const mostOffsets = 6_000;
const offsets = new Map<string, Map<number, number>>();

function offsetFrom(instant: Instant, zone: string): number {
  let known = offsets.get(zone);
  if (!known || known.size >= mostOffsets) {
    known = new Map<number, number>();
    offsets.set(zone, known);
  }
  const quarter = Math.floor(instant / quarterMs);
  let offset = known.get(quarter);
  if (offset === undefined) {
    const begins = quarter * quarterMs;
    const parts: Record<string, string> = {};
    for (const part of formatterFor(zone).formatToParts(begins)) parts[part.type] = part.value;
    const { year, month, day, hour, minute } = parts;
    offset = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00Z`) - begins;
    known.set(quarter, offset);
  }
  return offset;
}

/**
 * The instant at which the clinic's clock shows `date` `time`.
 * A clock time skipped by a daylight-saving jump resolves to the instant just after the jump.
 */
export function toInstant({ date, time }: LocalDateTime, zone: string): Instant {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  const offsetAt = (instant: Instant) => {
    const local = toLocal(instant, zone);
    return Date.parse(`${local.date}T${local.time}:00Z`) - Math.floor(instant / minuteMs) * minuteMs;
  };
  const guess = asUtc - offsetAt(asUtc);
  return asUtc - offsetAt(guess);
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / dayMs;
}

/** A day of every year, MM-DD. */
export const MonthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
export type MonthDay = z.infer<typeof MonthDay>;

/** When a day of every year comes next, after the day of today; the 29th of February is kept on the 28th where there is none. */
export function nextOf(day: MonthDay, today: LocalDate): LocalDate {
  const year = Number(today.slice(0, 4));
  const [first, second] = [year, year + 1].map((one) => {
    const date = `${one}-${day}`;
    return LocalDate.safeParse(date).success ? date : `${one}-02-28`;
  });
  return first !== undefined && first > today ? first : (second ?? today);
}

export function weekdayOf(date: LocalDate): Weekday {
  const sundayFirst = new Date(`${date}T00:00Z`).getUTCDay();
  return weekdays[(sundayFirst + 6) % 7] ?? 'mon';
}

/** Minutes since midnight: '09:30' → 570. */
export function toMinutes(time: LocalTime): number {
  const [hours, minutes] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}
