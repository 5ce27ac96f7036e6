import { expect, test } from 'vitest';
import { timesIn } from './page/times.js';

/** 24 November 2026, 00:30 in Ho Chi Minh City; still the day before in London. */
const now = Date.UTC(2026, 10, 23, 17, 30);
const hour = 3_600_000;

test('a list shows the hour of today, yesterday by name, and older days by date, on the clinic’s own calendar', () => {
  const { brief } = timesIn('vi');
  expect(brief(now - hour / 4, now)).toBe('00:15');
  expect(brief(now - hour, now)).toBe('Hôm qua');
  expect(brief(now - 48 * hour, now)).toBe('22/11');
});

test('an appointment says its hours and its day', () => {
  const start = now + 14.5 * hour;
  expect(timesIn('vi').period(start, start + 0.75 * hour, now)).toEqual({
    hours: '15:00–15:45',
    day: 'Hôm nay, thứ ba, 24/11/2026',
  });
  expect(timesIn('en').period(start + 24 * hour, start + 25 * hour, now).day).toMatch(
    /^Tomorrow, Wednesday,? 25\/11\/2026$/,
  );
  expect(timesIn('vi').period(start + 72 * hour, start + 73 * hour, now).day).toMatch(
    /^Thứ [Ss]áu, 27\/11\/2026$/,
  );
});

test('another zone is used when the API names one', () => {
  expect(timesIn('vi', 'Europe/London').clock(now)).toBe('17:30');
});
