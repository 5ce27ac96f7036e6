import {
  availability,
  type BusyPeriod,
  type Clinic,
  type Treatment,
  type Visit,
  visitOf,
} from '@glowbot/core';
import { demoClinic } from '@glowbot/demo-clinic';

/** 1 March 2027, eight in the morning at the clinic: far from Tết, so that all days are open. */
const now = Date.UTC(2027, 2, 1, 1);
const minute = 60_000;
const day = 24 * 60 * minute;

type Case = {
  days: number;
  appointments: number;
  indexMs: number;
  questionMs: number;
  togetherMs: number;
  offered: number;
};

/** Ten people, six rooms of one bed, open twelve hours a day on a grid of half an hour, booked at random without overlap. */
function busyClinic(days: number, appointments: number) {
  const base = demoClinic();
  const [branch] = base.branches;
  const staffKeys = Array.from({ length: 10 }, (_, nth) => `staff${nth}`);
  const roomKeys = Array.from({ length: 6 }, (_, nth) => `room${nth}`);
  const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
  const open = { open: '08:00', close: '20:00' };
  const treatment: Treatment | undefined = base.treatments.find(({ key }) => key === 'peel');
  const [someone] = base.staff;
  if (!branch || !treatment || !someone) throw new RangeError('the demo clinic has no peel');
  const clinic: Clinic = {
    ...base,
    bookingRules: { ...base.bookingRules, maxAdvanceDays: days + 1 },
    branches: [{ ...branch, hours: Object.fromEntries(weekdays.map((weekday) => [weekday, open])) }],
    holidays: [],
    staff: staffKeys.map((key) => ({
      ...someone,
      key,
      skills: ['peel'],
      shifts: weekdays.map((weekday) => ({ branch: branch.key, weekday, from: '08:00', to: '20:00' })),
    })),
    rooms: roomKeys.map((key) => ({ key, branch: branch.key, name: key, capacity: 1, equipment: [] })),
    treatments: [{ ...treatment, rooms: roomKeys, cleanUpMin: 15 }],
  };
  return { clinic, periods: filled(days, appointments, staffKeys, roomKeys) };
}

/** Each appointment takes the next free half-hour cell of some room, with a person who is free then: dense and without overlap. */
function filled(days: number, appointments: number, staff: string[], rooms: string[]): BusyPeriod[] {
  const cells = days * 24;
  const periods: BusyPeriod[] = [];
  for (let nth = 0; nth < appointments; nth += 1) {
    const cell = Math.floor((nth * cells * rooms.length) / appointments);
    const lane = Math.floor(cell / cells);
    const start = now + Math.floor((cell % cells) / 24) * day + (cell % 24) * 30 * minute;
    periods.push({
      id: String(nth),
      staff: staff[lane] ?? '',
      room: rooms[lane] ?? '',
      place: 1,
      machine: null,
      start,
      end: start + 30 * minute,
      heldUntil: null,
    });
  }
  return periods;
}

function median(work: () => void, times = 15): number {
  const taken = Array.from({ length: times }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).toSorted((a, b) => a - b);
  return taken[Math.floor(times / 2)] ?? 0;
}

function measured(days: number, appointments: number): Case {
  const { clinic, periods } = busyClinic(days, appointments);
  const [treatment] = clinic.treatments;
  if (!treatment) throw new RangeError('the clinic has no treatment');
  const window = { from: '2027-03-01', to: '2029-12-31', earliest: 0, latest: 1440 };
  const alone = visitOf({ treatment });
  const pair: Visit = { parts: [{ treatment }, { treatment }], how: 'together' };
  const offered = availability(clinic, periods, now).visitsIn(alone, window, Infinity).length;
  /** The calendar is laid out at the first question about each person and room; a few starts ask about all of them. */
  const indexMs = median(() => void availability(clinic, periods, now).visitsIn(alone, window, 1));
  const wholeMs = median(() => void availability(clinic, periods, now).visitsIn(alone, window, Infinity));
  const pairMs = median(() => void availability(clinic, periods, now).visitsIn(pair, window, Infinity));
  return { days, appointments, indexMs, questionMs: wholeMs, togetherMs: pairMs, offered };
}

/** Every free start of a period, from a calendar that was just loaded: alone, and for two people together. */
export function availabilityFigures(): Case[] {
  for (let warm = 0; warm < 3; warm += 1) measured(30, 2_000);
  return [
    ...[0, 500, 2_000, 4_000].map((appointments) => measured(30, appointments)),
    ...[8_000, 24_000].map((appointments) => measured(appointments / 66, appointments)),
  ];
}

export function availabilityTable(cases: readonly Case[]): string {
  const ms = (value: number) => `${value.toFixed(1)} ms`.padStart(9);
  const lines = cases.map(
    ({ days, appointments, indexMs, questionMs, togetherMs, offered }) =>
      `${String(Math.round(days)).padStart(5)} ${String(appointments).padStart(13)} ${String(offered).padStart(8)} ${ms(indexMs)} ${ms(questionMs)} ${ms(togetherMs)}`,
  );
  return [
    'All free starts for 10 staff and 6 rooms, calendar just loaded; medians of 15',
    ' days  appointments  offered first one   one person  two people',
    ...lines,
    '',
  ].join('\n');
}
