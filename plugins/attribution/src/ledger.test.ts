import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Booking, History } from './history.ts';
import { judge } from './judge.ts';
import { type NewEntry, nextEntries } from './ledger.ts';
import { outcomesOf, stateOf } from './outcomes.ts';
import { standardRules } from './rules.ts';

const day = 86_400_000;
type Status = Booking['changes'][number]['status'];

/** Bookings of one customer: made on a day, then what became of it on which day. */
function customer(
  ...bookings: [id: string, treatment: string, madeOn: number, ...changes: [Status, number][]][]
): History {
  return {
    customer: 'k',
    touches: [],
    words: bookings.map(([id, , madeOn]) => ({ id: `bot ${id}`, at: madeOn * day - 1, author: 'bot' })),
    bookings: bookings.map(([id, treatment, madeOn, ...changes]) => ({
      id,
      treatment,
      madeAt: madeOn * day,
      madeBy: 'chat',
      changes: [
        { at: madeOn * day, status: 'booked' },
        ...changes.map(([status, on]) => ({ status, at: on * day })),
      ],
    })),
  };
}

const outcomes = (history: History) =>
  outcomesOf(history, standardRules.sameOutcomeDays).map((outcome) => [
    outcome.bookings.map(({ id }) => id).join('+'),
    stateOf(outcome),
  ]);

test('a booking made instead of a fallen one of the same treatment is the same outcome', () => {
  expect(outcomes(customer(['a', 'peel', 1, ['cancelled', 2]], ['b', 'peel', 5, ['completed', 9]]))).toEqual([
    ['a+b', 'completed'],
  ]);
  expect(
    outcomes(
      customer(['a', 'peel', 1, ['no_show', 3]], ['b', 'peel', 4, ['cancelled', 6]], ['c', 'peel', 8]),
    ),
  ).toEqual([['a+b+c', 'open']]);
});

test('another treatment, a later time, and a next session are outcomes of their own', () => {
  expect(outcomes(customer(['a', 'peel', 1, ['cancelled', 2]], ['b', 'meso', 5]))).toEqual([
    ['a', 'fallen'],
    ['b', 'open'],
  ]);
  expect(outcomes(customer(['a', 'peel', 1, ['cancelled', 2]], ['b', 'peel', 33]))).toHaveLength(2);
  expect(outcomes(customer(['a', 'peel', 1, ['cancelled', 2]], ['b', 'peel', 32]))).toHaveLength(1);
  expect(outcomes(customer(['a', 'peel', 1, ['completed', 2]], ['b', 'peel', 20]))).toHaveLength(2);
});

/** Writes down what a history leads to, as often as it is looked at. */
function book(history: History, written: NewEntry[] = []): NewEntry[] {
  const [outcome] = outcomesOf(history, standardRules.sameOutcomeDays);
  const verdict = outcome && judge(history, outcome.first, standardRules);
  if (!outcome || !verdict) return written;
  return [...written, ...nextEntries(written, outcome.first, verdict, stateOf(outcome))];
}

test('an outcome that falls reverses its line by another line, also in a later month, and comes back the same way', () => {
  const first = book(customer(['a', 'peel', 1]));
  const arrived = book(customer(['a', 'peel', 1, ['arrived', 3]]), first);
  const fell = book(customer(['a', 'peel', 1, ['arrived', 3], ['cancelled', 40]]), arrived);
  const again = book(
    customer(['a', 'peel', 1, ['arrived', 3], ['cancelled', 40]], ['b', 'peel', 45, ['completed', 50]]),
    fell,
  );
  expect(again.map(({ kind, state, category }) => `${kind} ${state} ${category}`)).toEqual([
    'verdict open by-assistant',
    'standing arrived by-assistant',
    'reversal fallen by-assistant',
    'standing completed by-assistant',
  ]);
  expect(again.slice(0, 3)).toEqual(fell);
});

test('looked at again, nothing is added; and a person’s correction stands above the rules', () => {
  const history = customer(['a', 'peel', 1, ['arrived', 3]]);
  const written = book(history);
  expect(book(history, written)).toEqual(written);
  const [entry] = written;
  if (!entry) throw new RangeError('nothing was written');
  const corrected: NewEntry[] = [
    ...written,
    { ...entry, kind: 'correction', category: 'own', by: 'chị Hà', why: 'khách quen' },
  ];
  expect(book(history, corrected)).toEqual(corrected);
  const fallen = book(customer(['a', 'peel', 1, ['arrived', 3], ['cancelled', 5]]), corrected);
  expect(fallen.at(-1)).toMatchObject({ kind: 'reversal', category: 'own' });
});

const statuses = fc.constantFrom<Status>('arrived', 'completed', 'no_show', 'cancelled', 'booked');

test('whatever happens, what is written is only added to, and its last line says how things are', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(statuses, fc.integer({ min: 2, max: 400 })), { maxLength: 8 }), (all) => {
      const changes = all.toSorted((one, other) => one[1] - other[1]);
      let written: NewEntry[] = [];
      for (let known = 0; known <= changes.length; known += 1) {
        const history = customer(['a', 'peel', 1, ...changes.slice(0, known)]);
        const after = book(history, written);
        expect(after.slice(0, written.length)).toEqual(written);
        const [outcome] = outcomesOf(history, standardRules.sameOutcomeDays);
        expect(after.at(-1)?.state).toBe(outcome && stateOf(outcome));
        written = after;
      }
    }),
  );
});
