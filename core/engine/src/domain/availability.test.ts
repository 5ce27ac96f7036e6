import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smallClinic } from '../../fixtures/small-clinic.ts';
import { availability } from './availability.ts';
import type { BusyPeriod } from './busy.ts';
import { addDays, hourMs, minuteMs, toInstant, toLocal, toMinutes, weekdayOf } from './clinic-time.ts';
import type { Treatment } from './clinic.ts';
import { durationOf } from './visit.ts';

const zone = smallClinic.zone;
const at = (date: string, time: string) => toInstant({ date, time }, zone);
const now = at('2026-11-23', '10:00');

function treatmentOf(key: string): Treatment {
  const found = smallClinic.treatments.find((treatment) => treatment.key === key);
  if (!found) throw new Error(key);
  return found;
}
const peel = treatmentOf('peel');

const busy = (staff: string, room: string, place: number, start: number, end: number): BusyPeriod => ({
  id: `${staff} ${start}`,
  staff,
  room,
  place,
  machine: null,
  start,
  end,
  heldUntil: null,
});

describe('a wished start', () => {
  const times = availability(smallClinic, [], now);

  test('that is free names who does it and where', () => {
    expect(times.slotAt({ treatment: peel, branch: 'north' }, at('2026-11-24', '15:00'))).toEqual({
      treatment: 'peel',
      branch: 'north',
      staff: 'an',
      room: 'north-beds',
      place: 1,
      start: at('2026-11-24', '15:00'),
      end: at('2026-11-24', '16:00'),
    });
  });

  test.each([
    ['2026-11-23', '09:00', 'past'],
    ['2026-11-23', '10:30', 'too-soon'],
    ['2027-01-05', '09:00', 'too-far'],
    ['2026-11-24', '17:30', 'closed'],
    ['2026-12-24', '11:30', 'closed'],
    ['2026-11-24', '15:10', 'off-grid'],
  ])('%s %s is refused as %s', (date, time, refusal) => {
    expect(times.slotAt({ treatment: peel, branch: 'north' }, at(date, time))).toBe(refusal);
  });

  test('at a branch with nobody qualified on duty is refused for that reason', () => {
    expect(times.slotAt({ treatment: peel, branch: 'north', staff: 'binh' }, at('2026-11-24', '15:00'))).toBe(
      'no-staff',
    );
  });

  test('is full when the only qualified person is busy, although a bed is free', () => {
    const taken = [busy('an', 'north-beds', 2, at('2026-11-24', '15:30'), at('2026-11-24', '16:30'))];
    expect(
      availability(smallClinic, taken, now).slotAt(
        { treatment: peel, branch: 'north' },
        at('2026-11-24', '15:00'),
      ),
    ).toBe('full');
  });

  test('does not count holds that have run out, nor the customer’s own', () => {
    const start = at('2026-11-24', '15:00');
    const period = {
      ...busy('an', 'north-beds', 1, start, start + hourMs),
      id: 'mine',
      heldUntil: now + minuteMs,
    };
    const question = { treatment: peel, branch: 'north' };
    expect(availability(smallClinic, [period], now).slotAt(question, start)).toBe('full');
    expect(typeof availability(smallClinic, [period], now, 'mine').slotAt(question, start)).toBe('object');
    expect(typeof availability(smallClinic, [period], now + minuteMs).slotAt(question, start)).toBe('object');
  });

  test('takes as long as the area that is treated', () => {
    expect(durationOf(treatmentOf('filler'), 'cam')).toBe(90);
    expect(durationOf(treatmentOf('filler'), 'moi')).toBe(60);
  });
});

describe('free times', () => {
  test('name both branches where both are free', () => {
    const times = availability(smallClinic, [], now);
    expect(times.branchesFreeAt({ treatment: peel }, at('2026-11-24', '11:00'))).toEqual(['north', 'south']);
    expect(times.branchesFreeAt({ treatment: peel }, at('2026-11-25', '11:00'))).toEqual(['north']);
  });

  test('nearest to a taken start lie around it, in order', () => {
    const start = at('2026-11-24', '15:00');
    const taken = [busy('an', 'north-beds', 1, start, start + hourMs)];
    const found = availability(smallClinic, taken, now).nearest(
      { treatment: peel, branch: 'north' },
      start,
      2,
    );
    expect(found.map((slot) => toLocal(slot.start, zone).time)).toEqual(['14:00', '16:00']);
  });

  test('are exactly those that the rules allow, checked one by one by somebody slower', () => {
    const period = fc.record({
      staff: fc.constantFrom('an', 'binh'),
      room: fc.constantFrom('north-beds', 'south-bed'),
      place: fc.integer({ min: 1, max: 2 }),
      start: fc
        .integer({ min: 0, max: 7 * 24 * 4 })
        .map((quarter) => at('2026-11-23', '00:00') + quarter * 15 * minuteMs),
      minutes: fc.integer({ min: 15, max: 180 }),
    });
    fc.assert(
      fc.property(
        fc.array(period, { maxLength: 12 }),
        fc.constantFrom(...smallClinic.treatments),
        (taken, treatment) => {
          const periods = taken.map((p, index) => ({
            ...busy(p.staff, p.room, p.place, p.start, p.start + p.minutes * minuteMs),
            id: String(index),
          }));
          const found = availability(smallClinic, periods, now).freeIn(
            { treatment },
            { from: '2026-11-23', to: '2026-11-29', earliest: 0, latest: 24 * 60 },
            10_000,
          );
          expect(found.map((slot) => slot.start)).toEqual(slowly(treatment, periods));
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** Walks every five minutes of a week and asks the records directly. */
function slowly(treatment: Treatment, periods: readonly BusyPeriod[]): number[] {
  const starts: number[] = [];
  for (let day = 0; day < 7; day += 1) {
    const date = addDays('2026-11-23', day);
    const midnight = at(date, '00:00');
    const onDay = (time: string) => midnight + toMinutes(time) * minuteMs;
    for (let minute = 0; minute < 24 * 60; minute += 5) {
      const start = midnight + minute * minuteMs;
      const end = start + treatment.durationMin * minuteMs;
      const isPossible = smallClinic.branches.some((branch) => {
        const hours = branch.hours[weekdayOf(date)];
        if (!hours || !treatment.branches.includes(branch.key)) return false;
        const open = onDay(hours.open);
        if (start < open || end > onDay(hours.close)) return false;
        if ((start - open) % (30 * minuteMs) !== 0 || start < now + 60 * minuteMs) return false;
        const overlaps = (p: BusyPeriod) => p.start < end && start < p.end;
        const person = smallClinic.staff.some(
          (candidate) =>
            candidate.skills.includes(treatment.key) &&
            candidate.shifts.some(
              (shift) =>
                shift.branch === branch.key &&
                shift.weekday === weekdayOf(date) &&
                onDay(shift.from) <= start &&
                end <= onDay(shift.to),
            ) &&
            !periods.some((p) => p.staff === candidate.key && overlaps(p)),
        );
        const room = smallClinic.rooms.some(
          (candidate) =>
            candidate.branch === branch.key &&
            Array.from({ length: candidate.capacity }, (_, place) => place + 1).some(
              (place) => !periods.some((p) => p.room === candidate.key && p.place === place && overlaps(p)),
            ),
        );
        return person && room;
      });
      if (isPossible) starts.push(start);
    }
  }
  return starts;
}
