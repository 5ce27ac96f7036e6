import { addDays, dayMs, type Instant, type LocalDate, minuteMs, toInstant } from './clinic-time.ts';

/** The instant of a minute of a day on the clinic's clock. */
export type ClinicDays = (date: LocalDate, minute: number) => Instant;

/**
 * Days of one zone, each looked up once: asking the zone's rules costs a thousand times an addition.
 * On a day that is not 24 hours long every minute is asked for by itself, so that nothing is assumed about daylight saving.
 */
export function clinicDays(zone: string): ClinicDays {
  const days = new Map<LocalDate, { start: Instant; end: Instant }>();
  const dayOf = (date: LocalDate) => {
    const known = days.get(date);
    if (known) return known;
    const midnight = (day: LocalDate) => toInstant({ date: day, time: '00:00' }, zone);
    const found = { start: midnight(date), end: midnight(addDays(date, 1)) };
    days.set(date, found);
    return found;
  };
  return (date, minute) => {
    const { start, end } = dayOf(date);
    if (end - start === dayMs) return start + minute * minuteMs;
    if (minute >= 24 * 60) return end;
    const hour = String(Math.floor(minute / 60)).padStart(2, '0');
    return toInstant({ date, time: `${hour}:${String(minute % 60).padStart(2, '0')}` }, zone);
  };
}
