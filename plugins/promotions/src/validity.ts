import { daysBetween, type LocalDate, type Promotion } from '@glowbot/core';

export type Validity =
  | { kind: 'coming' }
  /** `daysLeft` is 0 on the last day. */
  | { kind: 'running'; daysLeft: number }
  | { kind: 'over' };

/** On a day of the clinic's own calendar. Both the first and the last day belong to the promotion, from midnight to midnight. */
export function validityOf({ validFrom, validTo }: Promotion, today: LocalDate): Validity {
  if (today < validFrom) return { kind: 'coming' };
  if (today > validTo) return { kind: 'over' };
  return { kind: 'running', daysLeft: daysBetween(today, validTo) };
}
