import { describe, expect, test } from 'vitest';
import { busyTimesIn } from './busy-times.ts';

const zone = 'Asia/Ho_Chi_Minh';
const at = (local: string) => Date.parse(`${local}:00+07:00`);
const within = { from: at('2026-11-23T00:00'), to: at('2027-02-28T00:00') };

const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//x//', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]) => [
  'BEGIN:VEVENT',
  'UID:a@example',
  'DTSTAMP:20261101T000000Z',
  ...lines,
  'END:VEVENT',
];
const timesOf = (text: string) => {
  const read = busyTimesIn(text, within, zone);
  return read.kind === 'times' ? read.times.map(({ from, to }) => [from, to]) : read.kind;
};

describe('the busy times of a private calendar', () => {
  test.each<[string, string[], [string, string]]>([
    [
      'in UTC',
      ['DTSTART:20261125T020000Z', 'DTEND:20261125T030000Z'],
      ['2026-11-25T09:00', '2026-11-25T10:00'],
    ],
    [
      'in a zone that is only named',
      ['DTSTART;TZID=Asia/Tokyo:20261125T120000', 'DTEND;TZID=Asia/Tokyo:20261125T130000'],
      ['2026-11-25T10:00', '2026-11-25T11:00'],
    ],
    [
      'without a zone, on the clinic’s clock',
      ['DTSTART:20261125T120000', 'DURATION:PT45M'],
      ['2026-11-25T12:00', '2026-11-25T12:45'],
    ],
    [
      'with seconds, rounded away from what is free',
      ['DTSTART:20261125T020030Z', 'DTEND:20261125T023010Z'],
      ['2026-11-25T09:00', '2026-11-25T09:31'],
    ],
    ['for a whole day', ['DTSTART;VALUE=DATE:20261231'], ['2026-12-31T00:00', '2027-01-01T00:00']],
    [
      'over Tết, many days at once',
      ['DTSTART;VALUE=DATE:20270204', 'DTEND;VALUE=DATE:20270211'],
      ['2027-02-04T00:00', '2027-02-11T00:00'],
    ],
  ])('%s', (_, lines, [from, to]) => {
    expect(timesOf(calendar(...event(...lines)))).toEqual([[at(from), at(to)]]);
  });

  test('come in a zone as the file itself defines it, and the definition is forgotten with the file', () => {
    const own = [
      'BEGIN:VTIMEZONE',
      'TZID:Asia/Tokyo',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0200',
      'END:STANDARD',
      'END:VTIMEZONE',
    ];
    const lines = event('DTSTART;TZID=Asia/Tokyo:20261125T120000', 'DURATION:PT1H');
    expect(timesOf(calendar(...own, ...lines))).toEqual([[at('2026-11-25T17:00'), at('2026-11-25T18:00')]]);
    expect(timesOf(calendar(...lines))).toEqual([[at('2026-11-25T10:00'), at('2026-11-25T11:00')]]);
  });

  test('repeat by their rule, without the days that are taken out, and with those that were moved', () => {
    const rule = event(
      'DTSTART:20261102T020000Z',
      'DTEND:20261102T030000Z',
      'RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20261221T235959Z',
      'EXDATE:20261130T020000Z',
    );
    const moved = event(
      'RECURRENCE-ID:20261207T020000Z',
      'DTSTART:20261208T060000Z',
      'DTEND:20261208T070000Z',
    );
    expect(timesOf(calendar(...rule, ...moved))).toEqual(
      ['2026-11-23T09:00', '2026-12-08T13:00', '2026-12-14T09:00', '2026-12-21T09:00'].map((from) => [
        at(from),
        at(from) + 3_600_000,
      ]),
    );
  });

  test('of every day since 1990 are still there', () => {
    const read = timesOf(calendar(...event('DTSTART:19900101T020000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY')));
    expect(read).toHaveLength(97);
  });

  test('leave out what is cancelled or marked as free', () => {
    const lines = ['DTSTART:20261125T020000Z', 'DTEND:20261125T030000Z'];
    expect(timesOf(calendar(...event(...lines, 'STATUS:CANCELLED')))).toEqual([]);
    expect(timesOf(calendar(...event(...lines, 'TRANSP:TRANSPARENT')))).toEqual([]);
  });

  test.each([
    ['no calendar', 'xin chào'],
    ['half a calendar', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT'],
    [
      'a rule that repeats every second for ever',
      calendar(...event('DTSTART:20200101T000000Z', 'DURATION:PT1S', 'RRULE:FREQ=SECONDLY')),
    ],
    ['an event without a beginning', calendar(...event('SUMMARY:x'))],
  ])('cannot be read from %s, and that is said', (_, text) => {
    expect(timesOf(text)).toBe('unreadable');
  });
});
