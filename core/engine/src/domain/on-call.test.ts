import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smallClinic } from '../../fixtures/small-clinic.ts';
import { type Clinic, type Duty, HandoffReason, type OnCall } from './clinic.ts';
import { hourMs, type Instant, minuteMs, weekdays } from './clinic-time.ts';
import { callChain, type CallQuestion } from './on-call.ts';
import { uncoveredHours } from './uncovered-hours.ts';

const at = (local: string): Instant => Date.parse(`${local}:00+07:00`);

const every = (person: string, from: string, to: string, onHolidays = false): Duty[] =>
  weekdays.map((weekday) => ({ person, weekday, from, to, onHolidays }));

const way = (to: string) => [{ notifier: 'email', to }];

/** By day reception and a manager; a doctor each for day and night; the owner is never on duty. */
const onCall: OnCall = {
  people: [
    { key: 'lan', name: 'Lan', role: 'reception', ways: way('lan@example.test') },
    { key: 'mai', name: 'Mai', role: 'manager', phone: '0900 000 003', ways: [] },
    { key: 'bs-day', name: 'BS. Ngày', role: 'doctor', ways: way('ngay@example.test') },
    { key: 'bs-night', name: 'BS. Đêm', role: 'doctor', ways: way('dem@example.test') },
    { key: 'owner', name: 'Chủ', role: 'owner', ways: way('chu@example.test') },
  ],
  duties: [
    ...every('lan', '09:00', '18:00'),
    ...every('mai', '08:00', '20:00'),
    ...every('bs-day', '08:00', '20:00'),
    ...every('bs-night', '20:00', '08:00', true),
  ],
  chains: {
    human_request: {
      promiseMinutes: 30,
      steps: [
        { role: 'reception', minutes: 10 },
        { role: 'manager', minutes: 20 },
      ],
    },
    medical: {
      promiseMinutes: 15,
      steps: [
        { role: 'doctor', minutes: 3 },
        { role: 'doctor', minutes: 3 },
        { person: 'owner', minutes: 5 },
      ],
    },
  },
};
const clinic: Clinic = { ...smallClinic, onCall };

const ask = (question: Partial<CallQuestion>, asked: Clinic = clinic) =>
  callChain(asked, {
    reason: 'human_request',
    priority: 'normal',
    step: 1,
    at: at('2026-11-25T10:00'),
    ...question,
  });

/** Who is called one after the other when nobody ever answers, with the time of each call. */
function unanswered(question: Partial<CallQuestion>, asked: Clinic = clinic) {
  const calls: { person: string; toldAt: Instant }[] = [];
  let step = 1;
  let now = question.at ?? at('2026-11-25T10:00');
  for (;;) {
    const call = ask({ ...question, step, at: now }, asked);
    if (call.person === null || call.answerBy === null) return calls;
    calls.push({ person: call.person, toldAt: call.tellAt ?? now });
    step = call.step + 1;
    now = call.answerBy;
  }
}

describe('while somebody is on duty', () => {
  test('the first of the chain is told at once, with the minutes the clinic gave them', () => {
    expect(ask({})).toEqual({
      step: 1,
      person: 'lan',
      ways: way('lan@example.test'),
      tellAt: at('2026-11-25T10:00'),
      answerBy: at('2026-11-25T10:10'),
      expectedAt: at('2026-11-25T10:30'),
      isLast: false,
    });
  });

  test('nobody answers: the next is called, then both once more, then the chain is at its end', () => {
    expect(unanswered({}).map(({ person }) => person)).toEqual(['lan', 'mai', 'lan', 'mai']);
    expect(ask({ step: 4 }).isLast).toBe(true);
    expect(ask({ step: 5 })).toMatchObject({ person: null, answerBy: null, isLast: true });
  });

  test('a reason without a chain of its own goes the way of a wish for a person', () => {
    expect(ask({ reason: 'not_delivered' })).toEqual(ask({}));
  });

  test('a step whose people are off is passed over, and says so', () => {
    expect(ask({ at: at('2026-11-25T18:30') })).toMatchObject({ step: 2, person: 'mai' });
  });
});

describe('while nobody is on duty', () => {
  test('the first of the chain is told when their duty begins, and the customer is promised duty time only', () => {
    expect(ask({ at: at('2026-11-25T21:00') })).toMatchObject({
      person: 'lan',
      tellAt: at('2026-11-26T09:00'),
      answerBy: at('2026-11-26T09:10'),
      expectedAt: at('2026-11-26T09:30'),
    });
  });

  test('a promise that does not fit before closing goes on the next morning', () => {
    expect(ask({ at: at('2026-11-25T19:50') }).expectedAt).toBe(at('2026-11-26T08:20'));
  });

  test('a holiday is nobody’s duty unless the rota says so', () => {
    const newYear = at('2027-01-01T10:00');
    expect(ask({ at: newYear }).tellAt).toBe(at('2027-01-02T09:00'));
    expect(ask({ at: at('2026-12-24T12:00') }).tellAt).toBe(at('2026-12-25T09:00'));
    const emergency = ask({ reason: 'medical', priority: 'urgent', at: at('2027-01-01T22:00') });
    expect(emergency).toMatchObject({ person: 'bs-night', expectedAt: at('2027-01-01T22:15') });
  });

  test('whoever comes days later is not waited for', () => {
    const rare = {
      ...onCall,
      duties: [...every('mai', '08:00', '20:00'), ...every('lan', '09:00', '18:00').slice(0, 1)],
    };
    const wednesdayNight = { at: at('2026-11-25T21:00') };
    expect(ask(wednesdayNight, { ...clinic, onCall: rare }).person).toBe('mai');
  });
});

describe('in an emergency', () => {
  const emergency = { reason: 'medical', priority: 'urgent' } as const;

  test('the doctor on duty is called first, then the one who is not, then the owner, three times over', () => {
    const night = unanswered({ ...emergency, at: at('2026-11-25T02:00') });
    expect(night.map(({ person }) => person)).toEqual(
      Array.from({ length: 3 }, () => ['bs-night', 'bs-day', 'owner']).flat(),
    );
    expect(night.map(({ toldAt }) => (toldAt - at('2026-11-25T02:00')) / minuteMs)).toEqual([
      0, 3, 6, 11, 14, 17, 22, 25, 28,
    ]);
  });

  test('with nobody on duty they are called all the same, but the customer is promised no more than the rota can keep', () => {
    const asleep = { ...clinic, onCall: { ...onCall, duties: every('bs-day', '08:00', '20:00') } };
    expect(ask({ ...emergency, at: at('2026-11-25T02:00') }, asleep)).toMatchObject({
      person: 'bs-day',
      tellAt: at('2026-11-25T02:00'),
      answerBy: at('2026-11-25T02:03'),
      expectedAt: at('2026-11-25T08:15'),
    });
  });

  test('without any rota nobody is called and no time is promised', () => {
    const nobody = { ...clinic, onCall: { people: [], duties: [], chains: {} } };
    expect(ask(emergency, nobody)).toMatchObject({ person: null, expectedAt: null, isLast: true });
  });
});

describe('a clinic that wrote no rota', () => {
  test('is covered by those its handoff records name, while it is open', () => {
    expect(ask({}, smallClinic)).toMatchObject({ person: 'human', answerBy: at('2026-11-25T10:15') });
    expect(ask({ reason: 'complaint' }, smallClinic).person).toBe('complaint');
    expect(ask({ reason: 'medical', priority: 'urgent' }, smallClinic).person).toBe('medical');
    expect(ask({ at: at('2026-11-25T20:00') }, smallClinic).tellAt).toBe(at('2026-11-26T09:00'));
  });

  test('is told that its nights have nobody for emergencies', () => {
    const holes = uncoveredHours(smallClinic);
    expect(new Set(holes.map(({ reason }) => reason))).toEqual(new Set(['medical']));
    expect(holes.slice(0, 2)).toEqual([
      { reason: 'medical', weekday: 'mon', from: '00:00', to: '09:00' },
      { reason: 'medical', weekday: 'mon', from: '18:00', to: '00:00' },
    ]);
  });
});

describe('holes in a rota', () => {
  test('there are none when doctors change over at eight and reception is there while a branch is open', () => {
    expect(uncoveredHours(clinic)).toEqual([]);
  });

  test('a missing night is found up to the minute, also from Sunday into Monday', () => {
    const duties = onCall.duties.filter(
      ({ person, weekday }) => !(person === 'bs-night' && weekday === 'sun'),
    );
    expect(uncoveredHours({ ...clinic, onCall: { ...onCall, duties } })).toEqual([
      { reason: 'medical', weekday: 'mon', from: '00:00', to: '08:00' },
      { reason: 'medical', weekday: 'sun', from: '20:00', to: '00:00' },
    ]);
  });

  test('a reason whose chain names nobody is a hole of its own', () => {
    const chains: OnCall['chains'] = {
      ...onCall.chains,
      complaint: { promiseMinutes: 60, steps: [{ role: 'lawyer', minutes: 30 }] },
    };
    const holes = uncoveredHours({ ...clinic, onCall: { ...onCall, chains } });
    expect(holes.filter(({ reason }) => reason === 'complaint')).toHaveLength(7);
  });
});

describe('at every instant, for every reason', () => {
  const question = fc.record({
    reason: fc.constantFrom(...HandoffReason.options),
    priority: fc.constantFrom('normal' as const, 'urgent' as const),
    at: fc.integer({ min: at('2026-11-20T00:00'), max: at('2027-01-20T00:00') }),
  });
  const anyClinic = fc.constantFrom(clinic, smallClinic);

  test('somebody is called, the clock only goes forward, and the chain ends', () => {
    fc.assert(
      fc.property(question, anyClinic, (asked, which) => {
        const calls = unanswered(asked, which);
        expect(calls.length).toBeGreaterThan(0);
        expect(calls.length).toBeLessThanOrEqual(9);
        const times = calls.map(({ toldAt }) => toldAt);
        expect(times).toEqual(times.toSorted((one, other) => one - other));
        expect(times[0]).toBeGreaterThanOrEqual(asked.at);
      }),
      { numRuns: 300 },
    );
  });

  test('nobody off duty is told before their duty begins, unless it is an emergency', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const { tellAt, person } = ask({ ...asked, priority: 'normal' });
        const clock = new Date((tellAt ?? 0) + 7 * hourMs).toISOString().slice(11, 16);
        if (person === 'lan') expect(clock >= '09:00' && clock < '18:00').toBe(true);
        if (person === 'mai') expect(clock >= '08:00' && clock < '20:00').toBe(true);
        expect(ask({ ...asked, priority: 'urgent' }).tellAt).toBe(asked.at);
      }),
      { numRuns: 300 },
    );
  });
});
