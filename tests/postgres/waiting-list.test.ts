import { randomUUID } from 'node:crypto';
import type { CalendarChange, Slot, WaitingWish } from '@glowbot/core';
import { changesCalendar, commitOf, hold, type House, houseOf, noon, slotAt } from '@glowbot/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestStore, testStore } from './test-database.ts';

const hour = 3_600_000;
const day = 24 * hour;

let database: TestStore;
let house: House;
let now: number;
beforeAll(async () => {
  database = await testStore(() => now);
});
beforeEach(async () => {
  /** Monday noon, the day before the slot. */
  now = noon - day;
  house = await houseOf(database.store);
});
afterAll(() => database.close());

const tuesday: WaitingWish = {
  treatment: 'peel',
  from: '2026-11-24',
  to: '2026-11-24',
  earliest: 0,
  latest: 1440,
  people: 1,
};

const booked = async (slot: Slot) => {
  const conversationId = await house.says('đặt');
  const id = randomUUID();
  await changesCalendar(house, [{ kind: 'book', id, slot, status: 'booked' }], conversationId);
  return { conversationId, id };
};

async function waits(wish: Partial<WaitingWish> = {}) {
  const conversationId = await house.says('chờ giúp em');
  const id = randomUUID();
  await changesCalendar(
    house,
    [{ kind: 'join-waiting-list', id, wish: { ...tuesday, ...wish } }],
    conversationId,
  );
  return { conversationId, id };
}

/** Whose timers are due now; their turns are ended with the given changes. */
async function woken(answer: readonly CalendarChange[] = []): Promise<string[]> {
  const worker = await house.worker();
  const loads = await house.store.claimTurns(worker, 100);
  const names = loads.flatMap(({ dueTimers }) => dueTimers.map(({ name }) => name));
  for (const load of loads) await house.store.commitTurns(worker, [{ ...commitOf(load), calendar: answer }]);
  await house.store.retire(worker);
  return names.map((name) => name.replace('waiting:', ''));
}

describe('a cancelled booking', () => {
  test('wakes the first who waits for such a time, and nobody else', async () => {
    const { conversationId, id } = await booked(slotAt(noon));
    const first = await waits();
    await waits();
    expect(await woken()).toEqual([]);
    await changesCalendar(house, [{ kind: 'cancel', id }], conversationId);
    expect(await woken()).toEqual([first.id]);
    expect(await woken()).toEqual([]);
  });

  test.each<[string, Partial<WaitingWish>]>([
    ['another day', { from: '2026-11-25', to: '2026-11-30' }],
    ['another time of day', { earliest: 15 * 60 }],
    ['an earlier time of day', { latest: 10 * 60 }],
    ['another branch', { branch: 'cs1' }],
    ['another person', { staff: 'binh' }],
    ['a treatment that is not done there', { treatment: 'soi' }],
  ])('wakes nobody who waits for %s', async (_, wish) => {
    const { conversationId, id } = await booked(slotAt(noon));
    await waits(wish);
    await changesCalendar(house, [{ kind: 'cancel', id }], conversationId);
    expect(await woken()).toEqual([]);
  });

  test('is handed on by who is woken in vain, once round, and then rests', async () => {
    const { conversationId, id } = await booked(slotAt(noon));
    const first = await waits();
    const second = await waits();
    await changesCalendar(house, [{ kind: 'cancel', id }], conversationId);
    expect(await woken([{ kind: 'waiting-passed', id: first.id }])).toEqual([first.id]);
    expect(await woken([{ kind: 'waiting-passed', id: second.id }])).toEqual([second.id]);
    expect(await woken()).toEqual([]);
  });

  test('is offered to one at a time: the next hears of it when the first lets it go', async () => {
    const { conversationId, id } = await booked(slotAt(noon));
    const first = await waits();
    const second = await waits();
    await changesCalendar(house, [{ kind: 'cancel', id }], conversationId);
    const offer = { ...hold(slotAt(noon), randomUUID(), now + hour), waiting: first.id };
    expect(await woken([offer])).toEqual([first.id]);
    const [kept] = await database.sql<{ until: number }>(
      'select extract(epoch from offered_until)::float8 * 1000 as until from waiting_list where waiting_id = $1',
      [first.id],
    );
    expect(kept?.until).toBe(offer.until);
    expect(await woken()).toEqual([]);
    now = offer.until;
    await changesCalendar(house, [{ kind: 'release', id: offer.id }], first.conversationId);
    expect(await woken()).toEqual([second.id]);
  });

  test('wakes nobody who has left the list, nor the one who gave the slot up', async () => {
    const { conversationId, id } = await booked(slotAt(noon));
    const gone = await waits();
    await changesCalendar(house, [{ kind: 'leave-waiting-list', id: gone.id }], gone.conversationId);
    await changesCalendar(
      house,
      [{ kind: 'join-waiting-list', id: randomUUID(), wish: tuesday }],
      conversationId,
    );
    await changesCalendar(house, [{ kind: 'cancel', id }], conversationId);
    expect(await woken()).toEqual([]);
  });

  test('at night waits for the morning', async () => {
    const { conversationId, id } = await booked(slotAt(noon));
    const first = await waits();
    const nine = noon - day + 9 * hour;
    now = nine;
    await changesCalendar(house, [{ kind: 'cancel', id }], conversationId);
    expect(await woken()).toEqual([]);
    now = nine + 11 * hour - 1;
    expect(await woken()).toEqual([]);
    now = nine + 11 * hour;
    expect(await woken()).toEqual([first.id]);
  });

  test('that is over wakes nobody', async () => {
    const { conversationId, id } = await booked(slotAt(noon));
    await waits();
    now = noon;
    await changesCalendar(house, [{ kind: 'cancel', id }], conversationId);
    expect(await woken()).toEqual([]);
  });
});

describe('a booking that moves', () => {
  test('wakes who waits for its old time', async () => {
    const { conversationId, id } = await booked(slotAt(noon));
    const first = await waits({ latest: 12 * 60 });
    const held = { ...hold(slotAt(noon + 3 * hour)), replaces: id };
    const changes: CalendarChange[] = [held, { kind: 'reschedule', id, slot: held.slot, hold: held.id }];
    await changesCalendar(house, changes, conversationId);
    expect(await woken()).toEqual([first.id]);
  });
});

describe('what happened to an appointment', () => {
  test('is noted with who did it, and what was before', async () => {
    const { conversationId, id } = await booked(slotAt(noon));
    const slot = slotAt(noon + 3 * hour, { staff: 'binh' });
    const move: CalendarChange = { kind: 'reschedule', id, slot, hold: randomUUID() };
    await changesCalendar(house, [move], conversationId);
    await changesCalendar(house, [{ kind: 'cancel', id }], conversationId);
    const changes = await database.sql(
      `select changed_by, status_before, status, staff_before, staff_key, starts_before is not null as moved
       from appointment_changes where appointment_id = $1 order by seq`,
      [id],
    );
    expect(changes).toEqual([
      {
        changed_by: 'customer',
        status_before: null,
        status: 'booked',
        staff_before: null,
        staff_key: 'an',
        moved: false,
      },
      {
        changed_by: 'customer',
        status_before: 'booked',
        status: 'booked',
        staff_before: 'an',
        staff_key: 'binh',
        moved: true,
      },
      {
        changed_by: 'customer',
        status_before: 'booked',
        status: 'cancelled',
        staff_before: 'binh',
        staff_key: 'binh',
        moved: true,
      },
    ]);
  });

  test('a booking that waits for its deposit says how much', async () => {
    const id = randomUUID();
    const slot = slotAt(noon, { treatment: 'laser' });
    await changesCalendar(house, [{ kind: 'book', id, slot, status: 'awaiting_deposit' }]);
    expect(
      await database.sql('select amount::int, state from deposits where appointment_id = $1', [id]),
    ).toEqual([{ amount: 200_000, state: 'due' }]);
  });
});
