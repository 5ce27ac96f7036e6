import { LocalDate, LocalTime } from '@glowbot/core';

/** A day as people and machines write it: 25/11/2026, 25-11-2026, 2026-11-25. */
export function dayFrom(written: string): LocalDate | undefined {
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(written.trim()) ?? [];
  const iso = year === '' ? written.trim() : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = LocalDate.safeParse(iso);
  return date.success ? date.data : undefined;
}

/** A time as people and machines write it: 15:30, 15h30, 9h, 09:00:00. */
export function timeFrom(written: string): LocalTime | undefined {
  const [, hour = '', minute = ''] = /^(\d{1,2})[:h](\d{2})?(?::00)?$/i.exec(written.trim()) ?? [];
  if (hour === '') return undefined;
  const time = LocalTime.safeParse(`${hour.padStart(2, '0')}:${minute.padStart(2, '0') || '00'}`);
  return time.success ? time.data : undefined;
}

/** The day and the time as they are written in this country. */
export const dayTo = (date: LocalDate) => date.split('-').toReversed().join('/');
