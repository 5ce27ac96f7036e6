import type { LocalDate } from '../../domain/clinic-time.ts';
import type { Tokens } from '../text/tokens.ts';
import type { Days } from './calendar.ts';

/** A day or span of days said at one place of a message. */
export type DayFound = {
  to: number;
  /** Nothing when the words were read and mean no day: an impossible date, "mai mốt", a fraction. */
  days: Days | undefined;
  kind: 'relative' | 'weekday' | 'week' | 'date' | 'month';
  /** Said without its week or month, which other words may still name. */
  weekday?: number;
  dayOfMonth?: number;
};

export type DayReader = (tokens: Tokens, at: number, today: LocalDate) => DayFound | undefined;

export function oneDay(date: LocalDate | undefined): Days | undefined {
  return date === undefined ? undefined : [date, date];
}
