import { addDays, dayMs, type Instant, type LocalDate, minuteMs, toInstant } from './clinic-time.ts';

/** The instant of a minute of a day on the clinic's clock. */
export type ClinicDays = (date: LocalDate, minute: number) => Instant;

/**
 * Days of one zone, each looked up once: asking the zone's rules costs a thousand times an addition.
 * On a day that is not 24 hours long every minute is asked for by itself, so that nothing is assumed about daylight saving.
 */
export function clinicDays(zone: string): ClinicDays {
  const midnights = new Map<LocalDate, Instant>();
  const midnight = (date: LocalDate): Instant => {
    const known = midnights.get(date);
    if (known !== undefined) return known;
    const found = toInstant({ date, time: '00:00' }, zone);
    midnights.set(date, found);
    return found;
  };
  return (date, minute) => {
    const start = midnight(date);
    if (midnight(addDays(date, 1)) - start === dayMs) return start + minute * minuteMs;
    const hour = String(Math.floor(minute / 60)).padStart(2, '0');
    const rest = String(minute % 60).padStart(2, '0');
    return minute >= 24 * 60
      ? midnight(addDays(date, 1))
      : toInstant({ date, time: `${hour}:${rest}` }, zone);
  };
}
