import { randomUUID } from 'node:crypto';
import type { CalendarStore, Slot, StaffChange, Store } from '@glowbot/core';
import { changesCalendar, hold, type House, houseOf, noon, slotAt } from '@glowbot/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestStore, testStore } from './test-database.ts';

const hour = 3_600_000;
const minute = 60_000;
const day = 24 * hour;

let database: TestStore;
let store: Store & CalendarStore;
let house: House;
let now: number;
beforeAll(async () => {
  database = await testStore(() => now);
  store = database.store;
});
beforeEach(async () => {
  now = noon - 2 * day;
  house = await houseOf(store);
});
afterAll(() => database.close());

const change = (wanted: StaffChange) => store.changeAppointment(house.scope, 'Tiên', wanted);
const lan = { id: randomUUID(), name: 'Lan', phone: null };

async function made(slot: Slot = slotAt(noon), status: 'booked' | 'awaiting_deposit' = 'booked') {
  const id = randomUUID();
  const customer = { ...lan, id: randomUUID() };
  const result = await change({ kind: 'create', id, slot, status, customer });
  return { id, result };
}

const statusOf = async (id: string) => (await store.appointment(house.scope, id))?.status;

describe('staff', () => {
  test('book for a customer who never wrote, and see it in the calendar with its buffers', async () => {
    const slot = slotAt(noon, { prepMin: 5, cleanUpMin: 10, treatment: 'laser', machine: 'diode-1' });
    const { id, result } = await made(slot);
    expect(result.kind).toBe('done');
    const [appointment] = await store.appointmentsBetween(house.scope, { from: noon, to: noon + minute });
    expect(appointment).toMatchObject({ id, slot, status: 'booked', source: 'staff', conversationId: null });
    expect(appointment?.customer.name).toBe('Lan');
  });

  test.each<[string, Partial<Slot>, string]>([
    ['the person', { room: 'may' }, 'staff'],
    ['the place', { staff: 'binh' }, 'room'],
    ['the machine', { staff: 'binh', place: 2 }, 'machine'],
  ])('are refused what is taken, and told that it is %s', async (_, about, what) => {
    const machine = { treatment: 'laser', machine: 'diode-1' };
    await made(slotAt(noon, machine));
    const { result } = await made(slotAt(noon, { ...machine, ...about }));
    expect(result).toEqual({ kind: 'taken', what });
  });

  test('cannot book over a slot that is being held in a chat, but over one that ran out', async () => {
    await changesCalendar(house, [hold(slotAt(noon), randomUUID(), now + 10 * minute)]);
    expect((await made()).result).toMatchObject({ kind: 'taken' });
    now += 10 * minute;
    expect((await made()).result.kind).toBe('done');
  });

  test('move a booking; its reminders move with it', async () => {
    const conversationId = await house.says('đặt');
    const id = randomUUID();
    await changesCalendar(
      house,
      [{ kind: 'book', id, slot: slotAt(noon), status: 'booked' }],
      conversationId,
    );
    const slot = slotAt(noon + 3 * hour);
    expect(await change({ kind: 'move', id, slot })).toMatchObject({
      kind: 'done',
      appointment: { moves: 1, slot },
    });
    const timers = await database.sql<{ name: string; due: number }>(
      'select name, extract(epoch from due_at)::float8 * 1000 as due from timers where conversation_id = $1 order by name',
      [conversationId],
    );
    expect(timers).toEqual([
      { name: `reminder24h:${id}`, due: slot.start - day },
      { name: `reminder2h:${id}`, due: slot.start - 2 * hour },
    ]);
    await change({ kind: 'cancel', id });
    expect(await database.sql('select 1 from timers where conversation_id = $1', [conversationId])).toEqual(
      [],
    );
  });

  test('cancel, and wake who waits for the time', async () => {
    const { id } = await made();
    const conversationId = await house.says('chờ');
    const waiting = randomUUID();
    const wish = {
      treatment: 'peel',
      from: '2026-11-24',
      to: '2026-11-24',
      earliest: 0,
      latest: 1440,
      people: 1,
    };
    await changesCalendar(house, [{ kind: 'join-waiting-list', id: waiting, wish }], conversationId);
    expect(await store.waitingList(house.scope)).toMatchObject([{ id: waiting, from: '2026-11-24' }]);
    await change({ kind: 'cancel', id });
    expect(
      await database.sql('select name from timers where conversation_id = $1', [conversationId]),
    ).toEqual([{ name: `waiting:${waiting}` }]);
  });

  test('say who arrived, was done or did not come, and may take a mistake back', async () => {
    const { id } = await made();
    for (const status of ['arrived', 'completed'] as const) {
      expect((await change({ kind: 'mark', id, status })).kind).toBe('done');
      expect(await statusOf(id)).toBe(status);
    }
    expect(await change({ kind: 'mark', id, status: 'no_show' })).toEqual({
      kind: 'not-now',
      status: 'completed',
    });
    expect((await change({ kind: 'mark', id, status: 'booked' })).kind).toBe('done');
    expect((await change({ kind: 'mark', id, status: 'no_show' })).kind).toBe('done');
    expect((await made()).result.kind).toBe('done');
    expect(await change({ kind: 'mark', id, status: 'booked' })).toMatchObject({ kind: 'taken' });
  });

  test('mark a deposit as received once, which makes the booking stand', async () => {
    const { id, result } = await made(slotAt(noon, { treatment: 'laser' }), 'awaiting_deposit');
    expect(result).toMatchObject({ appointment: { deposit: { amount: 200_000, state: 'due' } } });
    const received: StaffChange = { kind: 'settle-deposit', id, state: 'received' };
    expect(await change(received)).toMatchObject({
      kind: 'done',
      appointment: { status: 'booked', deposit: { state: 'received' } },
    });
    expect(await change(received)).toEqual({ kind: 'not-now', status: 'booked' });
    expect((await change({ kind: 'settle-deposit', id, state: 'returned' })).kind).toBe('done');
  });

  test('are named beside what they changed', async () => {
    const { id } = await made();
    await change({ kind: 'cancel', id });
    const changes = await database.sql(
      'select changed_by, status from appointment_changes where appointment_id = $1 order by seq',
      [id],
    );
    expect(changes).toEqual([
      { changed_by: 'Tiên', status: 'booked' },
      { changed_by: 'Tiên', status: 'cancelled' },
    ]);
  });

  test('change nothing of another clinic', async () => {
    const { id } = await made();
    const theirs = await houseOf(store);
    expect(await store.changeAppointment(theirs.scope, 'x', { kind: 'cancel', id })).toEqual({
      kind: 'not-found',
    });
    expect(await store.appointment(theirs.scope, id)).toBeUndefined();
    expect(await statusOf(id)).toBe('booked');
  });
});

describe('a secret link', () => {
  test('opens the calendar it was made for, until it is revoked', async () => {
    const { id, token } = await store.issueFeed(house.scope, { kind: 'staff', key: 'an', shows: 'busy' });
    const opened = await store.openFeed(token);
    expect(opened?.subject).toEqual({ kind: 'staff', key: 'an', shows: 'busy' });
    expect(opened?.scope.clinicIds).toEqual([house.clinicId]);
    expect(await store.openFeed(token.slice(1))).toBeUndefined();
    expect(await store.feeds(house.scope)).toMatchObject([{ id, kind: 'staff', key: 'an' }]);
    const theirs = await houseOf(store);
    expect(await store.revokeFeed(theirs.scope, id)).toBe(false);
    expect(await store.revokeFeed(house.scope, id)).toBe(true);
    expect(await store.openFeed(token)).toBeUndefined();
    expect(await store.feeds(house.scope)).toEqual([]);
  });
});

describe('busy times from elsewhere', () => {
  test('are busy for their person only, and replaced as a whole', async () => {
    const id = await store.addBusySource(house.scope, 'an', 'https://calendar.example/an.ics');
    const [sealed] = await database.sql<{ address: string }>(
      'select address from busy_sources where source_id = $1',
      [id],
    );
    expect(sealed?.address).not.toContain('calendar.example');
    const times = [{ from: noon, to: noon + hour }];
    await store.storeBusyTimes(house.scope, id, { kind: 'times', times });
    expect(await store.busyBetween(house.scope, noon, noon + minute)).toEqual([
      {
        id: `${id} 1`,
        staff: 'an',
        room: null,
        place: null,
        machine: null,
        start: noon,
        end: noon + hour,
        heldUntil: null,
      },
    ]);
    await store.storeBusyTimes(house.scope, id, { kind: 'trouble', why: 'unreachable' });
    expect(await store.busySources(house.scope)).toMatchObject([
      { id, staff: 'an', address: 'https://calendar.example/an.ics', trouble: 'unreachable' },
    ]);
    expect(await store.busyBetween(house.scope, noon, noon + minute)).toHaveLength(1);
    await store.storeBusyTimes(house.scope, id, { kind: 'times', times: [] });
    expect(await store.busyBetween(house.scope, noon, noon + minute)).toEqual([]);
  });

  test('are looked for again when their source has not been read for a while', async () => {
    const id = await store.addBusySource(house.scope, 'an', 'https://calendar.example/an.ics');
    const stale = async (before: number) =>
      (await store.staleBusySources(before, 1000)).filter((source) => source.clinicId === house.clinicId);
    expect(await stale(0)).toMatchObject([{ id }]);
    await store.storeBusyTimes(house.scope, id, { kind: 'times', times: [] });
    expect(await stale(Date.now() - hour)).toEqual([]);
    expect(await stale(Date.now() + hour)).toMatchObject([{ id }]);
    expect(await store.removeBusySource(house.scope, id)).toBe(true);
    expect(await stale(Date.now() + hour)).toEqual([]);
  });
});

describe('an import', () => {
  test('is written as a whole or not at all', async () => {
    const customers = [{ id: randomUUID(), name: 'Lan', phone: null, optedOut: false, birthday: '11-30' }];
    const [customer] = customers;
    const row = (start: number) => ({
      id: randomUUID(),
      customerId: customer?.id ?? '',
      slot: slotAt(start),
      status: 'booked' as const,
    });
    const clash = row(noon);
    const rows = { customers, appointments: [row(noon), row(noon + hour), clash] };
    expect(await store.importRows(house.scope, rows)).toEqual({ kind: 'taken', id: clash.id });
    expect(await store.customers(house.scope)).toEqual([]);
    const appointments = rows.appointments.slice(0, 2);
    expect(await store.importRows(house.scope, { customers, appointments })).toEqual({ kind: 'done' });
    expect(await store.customers(house.scope)).toEqual(customers);
    expect(await store.appointmentsBetween(house.scope, { from: noon, to: noon + day })).toHaveLength(2);
  });
});
