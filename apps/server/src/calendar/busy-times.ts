import { addDays, dayMs, type Instant, minuteMs, type TimeSpan, toInstant } from '@glowbot/core';
import ICAL from 'ical.js';
import { z } from 'zod';

export type BusyTimes = { kind: 'times'; times: TimeSpan[] } | { kind: 'unreadable' };

/** A rule that repeats every second for ever must end somewhere; one of every day since 1990 must not. */
const mostOccurrences = 20_000;
const mostTimes = 5_000;

/**
 * When somebody is busy within a span, read from their own calendar: what is not cancelled and not marked as free, with its
 * repetitions. Nothing else of it is looked at; titles and guests are nobody's business here.
 */
export function busyTimesIn(text: string, within: TimeSpan, zone: string): BusyTimes {
  let events: ICAL.Event[];
  try {
    events = eventsOf(ICAL.Component.fromString(text));
  } catch {
    return { kind: 'unreadable' };
  }
  const times: TimeSpan[] = [];
  try {
    for (const event of events) {
      if (!isBusy(event.component)) continue;
      for (const span of occurrences(event, within, zoneOf(event, zone))) {
        if (span.from < within.to && within.from < span.to && span.from < span.to) times.push(span);
        /** Half of what is busy would be worse than what was known before. */
        if (times.length > mostTimes) return { kind: 'unreadable' };
      }
    }
  } catch {
    return { kind: 'unreadable' };
  }
  return { kind: 'times', times: times.toSorted((a, b) => a.from - b.from) };
}

/** Each event with the exceptions to its repetition. */
function eventsOf(calendar: ICAL.Component): ICAL.Event[] {
  const components = calendar.getAllSubcomponents('vevent');
  const isException = (component: ICAL.Component) => component.hasProperty('recurrence-id');
  const exceptions = components.filter(isException);
  return components
    .filter((component) => !isException(component))
    .map((component) => {
      const uid = component.getFirstPropertyValue('uid');
      const own = exceptions.filter((exception) => exception.getFirstPropertyValue('uid') === uid);
      return new ICAL.Event(component, { exceptions: own, strictExceptions: false });
    });
}

function isBusy(component: ICAL.Component): boolean {
  const value = (name: string) => String(component.getFirstPropertyValue(name) ?? '').toUpperCase();
  return value('status') !== 'CANCELLED' && value('transp') !== 'TRANSPARENT';
}

const Occurrence = z.object({
  item: z.instanceof(ICAL.Event),
  startDate: z.instanceof(ICAL.Time),
  endDate: z.instanceof(ICAL.Time),
});

function* occurrences(event: ICAL.Event, within: TimeSpan, zone: string): Generator<TimeSpan> {
  if (!event.isRecurring()) {
    yield spanOf(event.startDate, event.endDate, zone);
    return;
  }
  const iterator = event.iterator();
  /** Years of past days are walked over quickly; a single one may have been moved into the span. */
  const isPlain = Object.keys(event.exceptions).length === 0;
  const lasts = event.duration.toSeconds() * 1000 + dayMs;
  for (let count = 0; count < mostOccurrences; count += 1) {
    const next = iterator.next();
    const from = next && instantOf(next, zone);
    if (from === undefined || from === null || from >= within.to) return;
    if (isPlain && from + lasts < within.from) continue;
    const { item, startDate, endDate } = Occurrence.parse(event.getOccurrenceDetails(next));
    if (isBusy(item.component)) yield spanOf(startDate, endDate, zone);
  }
  throw new RangeError('a calendar repeats without end');
}

function spanOf(start: ICAL.Time, end: ICAL.Time, zone: string): TimeSpan {
  /** Seconds are rounded away from what is free. */
  const from = Math.floor(instantOf(start, zone) / minuteMs) * minuteMs;
  const to = Math.ceil(instantOf(end, zone) / minuteMs) * minuteMs;
  return start.isDate && to <= from
    ? { from, to: toInstant({ date: addDays(dateOf(start), 1), time: '00:00' }, zone) }
    : { from, to };
}

const two = (value: number) => String(value).padStart(2, '0');
const dateOf = ({ year, month, day }: ICAL.Time) =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;

/**
 * A whole day is the clinic's; so is a time without a zone. A zone is read as the file defines it, and one that it only names by its
 * name; definitions stay with their file, for the library's common list of zones would carry one clinic's into another's.
 */
function instantOf(time: ICAL.Time, zone: string): Instant {
  const clock = { date: dateOf(time), time: time.isDate ? '00:00' : `${two(time.hour)}:${two(time.minute)}` };
  if (time.isDate) return toInstant(clock, zone);
  if (time.zone === ICAL.Timezone.utcTimezone || time.zone !== ICAL.Timezone.localTimezone)
    return time.toUnixTime() * 1000;
  return toInstant(clock, zone);
}

/** The zone of times without a definition: the one they name, or else the clinic's. */
function zoneOf({ component }: ICAL.Event, zone: string): string {
  const named = component.getFirstProperty('dtstart')?.getParameter('tzid');
  return typeof named === 'string' && isZone(named) ? named : zone;
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
