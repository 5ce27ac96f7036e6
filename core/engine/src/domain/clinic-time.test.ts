import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, nextOf, daysBetween, toInstant, toLocal, weekdayOf } from './clinic-time.ts';

const saigon = 'Asia/Ho_Chi_Minh';

describe('the clinic’s own calendar and clock', () => {
  test('shows tomorrow’s date while it is still yesterday in UTC', () => {
    expect(toLocal(Date.parse('2026-11-23T17:30:00Z'), saigon)).toEqual({
      date: '2026-11-24',
      time: '00:30',
    });
  });

  test('names the instant at which its clock shows a time', () => {
    expect(toInstant({ date: '2026-11-24', time: '15:00' }, saigon)).toBe(Date.parse('2026-11-24T08:00:00Z'));
  });

  test('goes there and back for every minute, also in zones that change their clocks', () => {
    const zone = fc.constantFrom(saigon, 'America/Los_Angeles', 'Pacific/Kiritimati', 'UTC', 'Europe/London');
    const minute = fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2030-12-31') });
    fc.assert(
      fc.property(zone, minute, (name, at) => {
        const instant = Math.floor(at / 60_000) * 60_000;
        const local = toLocal(instant, name);
        expect(toLocal(toInstant(local, name), name)).toEqual(local);
      }),
    );
  });

  test('knows when a day of every year comes next, and keeps the 29th of February on the 28th', () => {
    expect(nextOf('12-01', '2026-11-25')).toBe('2026-12-01');
    expect(nextOf('11-25', '2026-11-25')).toBe('2027-11-25');
    expect(nextOf('02-29', '2026-11-25')).toBe('2027-02-28');
    expect(nextOf('02-29', '2027-11-25')).toBe('2028-02-29');
  });

  test('knows the weekday and counts days across months, leap days and years', () => {
    expect(weekdayOf('2026-11-24')).toBe('tue');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysBetween('2026-12-31', '2027-03-01')).toBe(60);
  });
});
