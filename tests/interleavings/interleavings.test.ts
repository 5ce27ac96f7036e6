import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestStore, testStore } from '../postgres/test-database.ts';
import { type Ending, type GatedHouse, gatedHouse } from './house.ts';

/** Questions with answers that cannot be mistaken for one another. */
const questions = [
  ['với giá peel da nữa ạ', '600.000đ'],
  ['và giá trị mụn', '450.000đ'],
  ['với giá trị nám nữa', '1.500.000đ'],
  ['và giá csd nữa', '350.000đ'],
  ['với giá cấy meso', '1.800.000đ'],
  ['và giá phun mày', '2.200.000đ'],
  ['với giá tắm trắng', '650.000đ'],
] as const;

const runs = Number(process.env['GLOWBOT_INTERLEAVINGS'] ?? 30);

let database: TestStore;
beforeAll(async () => {
  database = await testStore();
});
afterAll(() => database.close());

type Move =
  | { kind: 'says' }
  | { kind: 'goes-on'; nth: number; ending: Ending }
  | { kind: 'time-passes' }
  | { kind: 'kill'; nth: number }
  | { kind: 'staff'; event: 'staff.tookOver' | 'staff.released' };

const goesOn = fc.record({
  kind: fc.constant('goes-on' as const),
  nth: fc.nat(6),
  ending: fc.oneof(
    { weight: 5, arbitrary: fc.constant<Ending>('sent') },
    { weight: 1, arbitrary: fc.constantFrom<Ending>('busy', 'lost-answer', 'lost-request') },
  ),
});
const says = fc.constant<Move>({ kind: 'says' });
const timePasses = fc.constant<Move>({ kind: 'time-passes' });
const kill = fc.record({ kind: fc.constant('kill' as const), nth: fc.nat(3) });
const staff = fc.record({
  kind: fc.constant('staff' as const),
  event: fc.constantFrom('staff.tookOver' as const, 'staff.released' as const),
});

async function move(house: GatedHouse, one: Move, said: number[]): Promise<void> {
  switch (one.kind) {
    case 'says': {
      const question = questions[said.length];
      if (!question) return;
      said.push(said.length);
      await house.says(question[0]);
      return;
    }
    case 'goes-on': {
      const waiting = house.held.waiting();
      const call = waiting[one.nth % Math.max(waiting.length, 1)];
      if (!call) return;
      if (call.name === 'send') house.vendor.endings.push(one.ending);
      await house.held.release(call);
      return;
    }
    case 'time-passes':
      await house.hasten();
      await house.poll();
      return;
    case 'kill':
      await house.kill(one.nth);
      return;
    case 'staff':
      await house.staff(one.event);
  }
}

/** Lets everything go on, in order and without faults, until nothing is left to do. */
async function goesToTheEnd(house: GatedHouse): Promise<void> {
  for (let rounds = 0; rounds < 60; rounds += 1) {
    for (let call = house.held.waiting()[0]; call; call = house.held.waiting()[0])
      await house.held.release(call);
    const [open] = await database.sql<{ left: number }>(
      `select (select count(*)::int from inbox where handled_at is null) +
              (select count(*)::int from outbox where state in ('queued', 'sending', 'unknown')) as left`,
    );
    if (open?.left === 0) return;
    await house.hasten();
    await house.poll();
  }
  throw new RangeError('something was left undone');
}

async function played(moves: readonly Move[]): Promise<{ house: GatedHouse; said: number[] }> {
  const house = await gatedHouse(database);
  await house.start();
  await house.start();
  const said: number[] = [];
  try {
    for (const one of moves) await move(house, one, said);
    await goesToTheEnd(house);
  } finally {
    await house.end();
  }
  return { house, said };
}

/** Which answers each message of the clinic gave, in the order of the questions. */
const answersIn = (text: string) =>
  questions.flatMap(([, price], nth) => (new RegExp(`(^|[^\\d.])${price}`).test(text) ? [nth] : []));

describe('whatever order the calls of two workers, the customer and the vendor take', () => {
  test('every message is answered by exactly one reply, in order, and never by one that newer words had outdated', async () => {
    const moves = fc.array(
      fc.oneof(
        { weight: 3, arbitrary: says },
        { weight: 12, arbitrary: goesOn },
        { weight: 2, arbitrary: timePasses },
        { weight: 1, arbitrary: kill },
      ),
      { minLength: 10, maxLength: 70 },
    );
    await fc.assert(
      fc.asyncProperty(moves, async (list: Move[]) => {
        const { house, said } = await played([{ kind: 'says' }, ...list]);
        expect(house.vendor.said.flatMap(({ text }) => answersIn(text))).toEqual(said);
        expect(house.allowed.filter(({ waiting }) => waiting > 0)).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  test('once a takeover is committed nothing of the bot begins to leave, until somebody releases', async () => {
    const moves = fc.array(
      fc.oneof(
        { weight: 3, arbitrary: says },
        { weight: 12, arbitrary: goesOn },
        { weight: 2, arbitrary: staff },
        { weight: 2, arbitrary: timePasses },
        { weight: 1, arbitrary: kill },
      ),
      { minLength: 10, maxLength: 70 },
    );
    await fc.assert(
      fc.asyncProperty(moves, async (list: Move[]) => {
        const { house } = await played([
          { kind: 'says' },
          ...list,
          { kind: 'staff', event: 'staff.tookOver' },
        ]);
        expect(house.allowed.filter(({ state }) => state.startsWith('handoff'))).toEqual([]);
        const given = house.vendor.said.flatMap(({ text }) => answersIn(text));
        expect(given).toEqual([...new Set(given)].toSorted((one, other) => one - other));
      }),
      { numRuns: runs },
    );
  });
});
