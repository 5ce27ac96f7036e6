import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomBusy, randomClinic, treatmentKeys, trickyDays } from '../../fixtures/random-clinic.ts';
import { type Busy, dayOf, isoDay, possibleStarts, type Wanted } from '../../fixtures/slow-oracle.ts';
import { availability } from './availability.ts';
import type { BusyPeriod } from './busy.ts';
import type { Clinic, Treatment } from './clinic.ts';
import { minuteMs } from './clinic-time.ts';
import { occupiedBy, overlap, type Slot } from './slot.ts';
import type { Visit } from './visit.ts';

/** Local minutes since 1970 of a clock that is always seven hours ahead → instants. */
const instant = (local: number) => (local - 7 * 60) * minuteMs;
const local = (at: number) => at / minuteMs + 7 * 60;

const scene = fc.constantFrom(...trickyDays).chain((first) =>
  fc.record({
    first: fc.constant(first),
    clinic: randomClinic(first),
    busy: randomBusy,
    /** From the evening before to the second evening. */
    now: fc.integer({ min: -360, max: 1440 }),
    keys: fc.tuple(fc.constantFrom(...treatmentKeys), fc.constantFrom(...treatmentKeys)),
    staff: fc.option(fc.constantFrom('s1', 's2'), { nil: undefined, freq: 4 }),
    oneStaff: fc.boolean(),
  }),
);
type Scene = typeof scene extends fc.Arbitrary<infer T> ? T : never;

function treatmentOf(clinic: Clinic, key: string): Treatment {
  const found = clinic.treatments.find((treatment) => treatment.key === key);
  if (!found) throw new Error(key);
  return found;
}

function posed({ first, clinic, busy, now }: Scene, wanted: Wanted) {
  const midnight = dayOf(first) * 1440;
  const days = [0, 1, 2].map((nth) => dayOf(first) + nth);
  const present = midnight + now;
  const periods: BusyPeriod[] = busy.map(({ staff, room, place, machine, from, minutes, held }, nth) => ({
    id: String(nth),
    staff,
    room,
    place: room === null ? null : place,
    machine,
    start: instant(midnight + from),
    end: instant(midnight + from + minutes),
    heldUntil: held === 'booked' ? null : instant(present) + (held === 'held' ? 1 : 0),
  }));
  const counted: Busy[] = busy
    .filter(({ held }) => held !== 'lapsed')
    .map(({ staff, room, place, machine, from, minutes }) => ({
      ...(staff === null ? {} : { staff }),
      ...(room === null ? {} : { bed: `${room} ${place}` }),
      ...(machine === null ? {} : { machine }),
      from: midnight + from,
      to: midnight + from + minutes,
    }));
  const times = availability(clinic, periods, instant(present));
  const window = { from: isoDay(days[0] ?? 0), to: isoDay(days[2] ?? 0), earliest: 0, latest: 1440 };
  const [head, ...rest] = wanted.parts;
  if (!head) throw new Error('a visit of nothing');
  const visit: Visit = {
    how: wanted.how,
    parts: [head, ...rest],
    ...(wanted.oneStaff === undefined ? {} : { oneStaff: wanted.oneStaff }),
  };
  return {
    times,
    visit,
    offered: times.visitsIn(visit, window, 10_000),
    possible: possibleStarts(clinic, wanted, counted, present, days),
    periods: periods.filter(({ heldUntil }) => heldUntil === null || heldUntil > instant(present)),
  };
}

const startsOf = (visits: Slot[][]) => visits.map(([first]) => local(first?.start ?? 0));

/** No two slots of a visit, and no slot and a busy period, share a person, a bed or a machine. */
function clashes(slots: Slot[], periods: BusyPeriod[]): boolean {
  const held = slots.map((slot) => ({ ...slot, machine: slot.machine ?? null, ...occupiedBy(slot) }));
  const shares = (
    one: (typeof held)[number],
    other: { staff: string | null; room: string | null; place: number | null; machine: string | null },
  ) =>
    one.staff === other.staff ||
    (one.room === other.room && one.place === other.place) ||
    (one.machine !== null && one.machine === other.machine);
  return held.some(
    (one, nth) =>
      held.slice(nth + 1).some((other) => shares(one, other) && overlap(one, other)) ||
      periods.some((period) => shares(one, period) && overlap(one, { from: period.start, to: period.end })),
  );
}

function check(wantedOf: (scene: Scene) => Wanted, numRuns: number): void {
  fc.assert(
    fc.property(scene, (one) => {
      const { offered, possible, periods, times, visit } = posed(one, wantedOf(one));
      expect(startsOf(offered)).toEqual(possible);
      for (const slots of offered) expect(clashes(slots, periods)).toBe(false);
      const [some] = offered;
      if (some?.[0]) expect(times.visitAt(visit, some[0].start)).toEqual(some);
    }),
    { numRuns },
  );
}

describe('of a random clinic, exactly what the slow oracle allows is offered', () => {
  test('to one person, with somebody wished for or anybody', () => {
    check(({ clinic, keys: [key], staff }) => {
      const treatment = treatmentOf(clinic, key);
      return { how: 'together', parts: [{ treatment, ...(staff === undefined ? {} : { staff }) }] };
    }, 150);
  });

  test('to two people who come together', () => {
    check(
      ({ clinic, keys, staff }) => ({
        how: 'together',
        parts: [
          { treatment: treatmentOf(clinic, keys[0]), ...(staff === undefined ? {} : { staff }) },
          { treatment: treatmentOf(clinic, keys[1]) },
        ],
      }),
      100,
    );
  });

  test('to one person who has two treatments in a row, by one member of staff or several', () => {
    check(
      ({ clinic, keys, oneStaff }) => ({
        how: 'in-a-row',
        oneStaff,
        parts: keys.map((key) => ({ treatment: treatmentOf(clinic, key) })),
      }),
      100,
    );
  });

  test('and every start that is not offered is refused with a reason, with real alternatives beside it', () => {
    fc.assert(
      fc.property(scene, fc.integer({ min: 0, max: 3 * 288 - 1 }), (one, five) => {
        const treatment = treatmentOf(one.clinic, one.keys[0]);
        const { times, visit, possible } = posed(one, { how: 'together', parts: [{ treatment }] });
        const start = dayOf(one.first) * 1440 + five * 5;
        const explanation = times.explain(visit, instant(start), 3);
        expect(explanation === undefined).toBe(possible.includes(start));
        for (const [slot] of explanation?.alternatives ?? []) {
          expect(times.slotAt({ treatment }, slot?.start ?? 0)).toEqual(slot);
        }
        if (possible.length > 0 && explanation) expect(explanation.alternatives.length).toBeGreaterThan(0);
      }),
      { numRuns: 100 },
    );
  });
});
