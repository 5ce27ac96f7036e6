import { randomUUID } from 'node:crypto';
import type { CalendarChange, Slot } from '@glowbot/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  changesCalendar,
  hold,
  type House,
  houseOf,
  noon,
  type OpenStore,
  slotAt,
  type StoreSubject,
} from './store-contract-house.ts';

const minute = 60_000;
const hour = 60 * minute;

/** Bookings that move and are given up, and slots with buffers and machines. */
export function movesContract(subject: StoreSubject): void {
  describe('a booking', () => {
    let open: OpenStore;
    let house: House;
    let conversationId: string;
    let id: string;
    beforeAll(async () => {
      open = await subject.open();
    });
    beforeEach(async () => {
      house = await houseOf(open.store);
      conversationId = await house.says('chào');
      id = randomUUID();
      expect(await mine([book(slotAt(noon), id)])).toEqual(committed);
    });
    afterAll(() => open.close());

    const committed = { kind: 'committed' };
    const taken = { kind: 'slot-taken' };
    const book = (slot: Slot, about: string = randomUUID()): CalendarChange => ({
      kind: 'book',
      id: about,
      slot,
      status: 'booked',
    });
    const mine = (changes: CalendarChange[]) => changesCalendar(house, changes, conversationId);
    const another = (changes: CalendarChange[]) => changesCalendar(house, changes);
    const appointments = async () =>
      ((await house.store.conversation(house.scope, conversationId))?.appointments ?? []).map(
        ({ id: about, status, start }) => ({ id: about, status, start }),
      );

    it('moves to the slot held for it, keeps its id, and frees its old time', async () => {
      const held = { ...hold(slotAt(noon + 3 * hour)), replaces: id };
      expect(await mine([held])).toEqual(committed);
      expect(await mine([{ kind: 'reschedule', id, slot: held.slot, hold: held.id }])).toEqual(committed);
      expect(await appointments()).toContainEqual({ id, status: 'booked', start: noon + 3 * hour });
      expect(await another([hold(slotAt(noon + 3 * hour))])).toEqual(taken);
      expect(await another([hold(slotAt(noon))])).toEqual(committed);
    });

    it('blocks its old time and the new one until the move is agreed to', async () => {
      const held = { ...hold(slotAt(noon + 3 * hour)), replaces: id };
      await mine([held]);
      expect(await another([hold(slotAt(noon))])).toEqual(taken);
      expect(await another([hold(slotAt(noon + 3 * hour))])).toEqual(taken);
    });

    it('moves by half an hour, although it overlaps itself', async () => {
      const slot = slotAt(noon + 30 * minute);
      const held = { ...hold(slot), replaces: id };
      expect(await mine([held])).toEqual(committed);
      expect(await mine([{ kind: 'reschedule', id, slot, hold: held.id }])).toEqual(committed);
      expect(await another([hold(slotAt(noon - 30 * minute))])).toEqual(committed);
      expect(await another([hold(slotAt(noon + hour))])).toEqual(taken);
    });

    it('moves in one turn with the hold that was made for it', async () => {
      const slot = slotAt(noon + 30 * minute);
      const held = { ...hold(slot), replaces: id };
      expect(await mine([held, { kind: 'reschedule', id, slot, hold: held.id }])).toEqual(committed);
      expect(await appointments()).toContainEqual({ id, status: 'booked', start: slot.start });
    });

    it('stays where it was when the new slot is lost', async () => {
      const slot = slotAt(noon + 3 * hour);
      const held = { ...hold(slot, randomUUID(), Date.now() - 1), replaces: id };
      await mine([held]);
      expect(await another([book(slot)])).toEqual(committed);
      expect(await mine([{ kind: 'reschedule', id, slot, hold: held.id }])).toEqual(taken);
      expect(await appointments()).toContainEqual({ id, status: 'booked', start: noon });
      expect(await another([hold(slotAt(noon))])).toEqual(taken);
    });

    it('gives no licence to overlap somebody else’s', async () => {
      const theirs = randomUUID();
      await another([book(slotAt(noon + 3 * hour), theirs)]);
      expect(await mine([{ ...hold(slotAt(noon + 3 * hour)), replaces: theirs }])).toEqual(taken);
    });

    it('is moved and cancelled by its own conversation only', async () => {
      const slot = slotAt(noon + 3 * hour);
      expect(await another([{ kind: 'cancel', id }])).toEqual(committed);
      expect(await another([{ kind: 'reschedule', id, slot, hold: randomUUID() }])).toEqual(taken);
      expect(await appointments()).toEqual([{ id, status: 'booked', start: noon }]);
    });

    it('is free for others once it is cancelled, and stays cancelled', async () => {
      expect(await mine([{ kind: 'cancel', id }])).toEqual(committed);
      expect(await appointments()).toEqual([{ id, status: 'cancelled', start: noon }]);
      expect(await another([hold(slotAt(noon))])).toEqual(committed);
      expect(await mine([{ kind: 'cancel', id }])).toEqual(committed);
    });

    it('for two people is held and booked as two appointments, or not at all', async () => {
      const visit = randomUUID();
      const start = noon + 3 * hour;
      const pair = [
        { ...hold(slotAt(start)), visit },
        { ...hold(slotAt(start, { staff: 'binh', place: 2 })), visit },
      ];
      expect(await mine(pair)).toEqual(committed);
      const next = [hold(slotAt(start + hour)), hold(slotAt(start, { staff: 'an', room: 'may' }))];
      expect(await another(next)).toEqual(taken);
      expect(await another([hold(slotAt(start + hour))])).toEqual(committed);
      const bookings = pair.map(({ id: about, slot }) => ({ ...book(slot, about), visit }));
      expect(await mine(bookings)).toEqual(committed);
    });

    const later = noon + 5 * hour;
    const device = { treatment: 'laser', machine: 'diode-1' };
    it.each<[string, Partial<Slot>, Partial<Slot>, { kind: string }]>([
      [
        'another person in the minutes of clean-up',
        { cleanUpMin: 15 },
        { start: later + hour, end: later + 2 * hour },
        taken,
      ],
      [
        'the moment the clean-up is over',
        { cleanUpMin: 15 },
        { start: later + hour + 15 * minute, end: later + 2 * hour },
        committed,
      ],
      [
        'a slot whose preparation would begin too early',
        {},
        { start: later + hour, end: later + 2 * hour, prepMin: 5 },
        taken,
      ],
      ['the same machine in another room', device, { ...device, staff: 'binh', room: 'may' }, taken],
      [
        'another machine of the same kind',
        device,
        { ...device, machine: 'diode-2', staff: 'binh', room: 'may' },
        committed,
      ],
    ])('of others answers %s', async (_, first, second, answer) => {
      expect(await another([hold(slotAt(later, first))])).toEqual(committed);
      expect(await another([hold(slotAt(later, second))])).toEqual(answer);
    });

    it('is busy with its buffers and its machine', async () => {
      const slot = slotAt(later, { ...device, prepMin: 5, cleanUpMin: 10 });
      const held = hold(slot);
      await mine([held]);
      const periods = await house.store.busyBetween(house.scope, later - 3 * minute, later);
      expect(periods).toEqual([
        {
          id: held.id,
          staff: 'an',
          room: 'da',
          place: 1,
          machine: 'diode-1',
          start: later - 5 * minute,
          end: later + hour + 10 * minute,
          heldUntil: held.until,
        },
      ]);
    });
  });
}
