import { describe, expect, test } from 'vitest';
import { nextLunarDay, toLunar } from './lunar.ts';

describe('the lunar calendar of Vietnam', () => {
  test.each([
    ['2026-01-20', '2026-02-17'],
    ['2026-11-25', '2027-02-06'],
    ['2027-11-25', '2028-01-26'],
    ['2028-11-25', '2029-02-13'],
    ['2029-11-25', '2030-02-02'],
  ])('seen from %s, Tết begins on %s', (today, tet) => {
    expect(nextLunarDay(today, { day: 1, month: 1 })).toBe(tet);
  });

  test.each([
    ['2026-11-09', 10],
    ['2026-12-09', 11],
    ['2027-01-08', 12],
    ['2027-02-06', 1],
    ['2027-03-08', 2],
    ['2027-04-07', 3],
    ['2027-08-02', 7],
    ['2027-09-01', 8],
  ])('%s begins lunar month %d', (date, month) => {
    expect(toLunar(date)).toEqual({ day: 1, month });
  });

  test('the last day before Tết answers to 30 even when the month has only 29 days', () => {
    expect(nextLunarDay('2027-01-18', { day: 30, month: 12 })).toBe('2027-02-05');
  });

  test('the sixth month of 2025 came twice, and the first of the two is meant', () => {
    expect(nextLunarDay('2025-06-20', { day: 1, month: 6 })).toBe('2025-06-25');
    expect(toLunar('2025-07-25')).toEqual({ day: 1, month: 6 });
    expect(toLunar('2025-08-23')).toEqual({ day: 1, month: 7 });
  });
});
