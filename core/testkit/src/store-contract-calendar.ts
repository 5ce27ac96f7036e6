import { randomUUID } from 'node:crypto';
import type { CalendarChange, CommitResult, Slot } from '@glowbot/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  changesCalendar,
  commitOf,
  draft,
  hold,
  type House,
  houseOf,
  noon,
  type OpenStore,
  slotAt,
  type StoreSubject,
} from './store-contract-house.ts';

const minute = 60_000;

export function calendarContract(subject: StoreSubject): void {
  describe('the calendar', () => {
    let open: OpenStore;
    let house: House;
    beforeAll(async () => {
      open = await subject.open();
    });
    beforeEach(async () => {
      house = await houseOf(open.store);
    });
    afterAll(() => open.close());

    const wants = (changes: CalendarChange[], conversationId?: string): Promise<CommitResult | undefined> =>
      changesCalendar(house, changes, conversationId);
    const busy = async () =>
      (await house.store.busyBetween(house.scope, noon - 1, noon + 86_400_000)).map(({ id }) => id);
    const book = (slot: Slot, id: string): CalendarChange => ({ kind: 'book', id, slot, status: 'booked' });
    const committed = { kind: 'committed' };
    const taken = { kind: 'slot-taken' };

    it('gives one slot to one of fifty who want it at the same time', async () => {
      const worker = await house.worker();
      const conversations = await Promise.all(Array.from({ length: 50 }, () => house.says('mai 12h')));
      const loads = await house.store.claimTurns(worker, 100);
      expect(loads).toHaveLength(conversations.length);
      const commits = loads.map((load) => ({
        ...commitOf(load),
        calendar: [hold(slotAt(noon))],
        outbox: [draft()],
      }));
      const results = await house.store.commitTurns(worker, commits);
      expect(results.filter(({ kind }) => kind === 'committed')).toHaveLength(1);
      expect(results.filter(({ kind }) => kind === 'slot-taken')).toHaveLength(49);
      expect(await busy()).toHaveLength(1);
      expect(await house.store.claimSends(worker, 100)).toHaveLength(1);
    });

    it('undoes everything of a turn that lost its slot, and lets it decide again', async () => {
      await wants([hold(slotAt(noon))]);
      const conversationId = await house.says('em cũng muốn');
      const worker = await house.worker();
      const load = await house.claim(worker, conversationId);
      const lost = {
        ...commitOf(load),
        calendar: [hold(slotAt(noon))],
        outbox: [draft()],
        steps: [{ event: 'slot.held', from: 'a', to: 'b', detail: {}, at: noon }],
        customer: { name: 'Không ai' },
      };
      expect(await house.store.commitTurns(worker, [lost])).toEqual([taken]);
      expect(await house.store.claimSends(worker, 10)).toEqual([]);
      expect(await house.store.conversation(house.scope, conversationId)).toMatchObject({
        steps: [],
        customerName: null,
      });
      const again = { ...lost, calendar: [hold(slotAt(noon + 60 * minute))] };
      expect(await house.store.commitTurns(worker, [again])).toEqual([committed]);
      expect((await house.store.claimSends(worker, 10)).map(({ id }) => id)).toEqual([lost.outbox[0]?.id]);
    });

    it.each<[string, Partial<Slot>, { kind: string }]>([
      ['the same person in another room', { room: 'may' }, taken],
      ['another person at the same place', { staff: 'binh' }, taken],
      ['another person at the next place of the room', { staff: 'binh', place: 2 }, committed],
      [
        'the same person half an hour later',
        { place: 2, start: noon + 30 * minute, end: noon + 90 * minute },
        taken,
      ],
      [
        'the same person right afterwards',
        { start: noon + 60 * minute, end: noon + 120 * minute },
        committed,
      ],
    ])('beside a booking, answers %s', async (_, about, answer) => {
      await wants([hold(slotAt(noon))]);
      expect(await wants([hold(slotAt(noon, about))])).toEqual(answer);
    });

    it('keeps the calendars of two clinics apart', async () => {
      await wants([hold(slotAt(noon))]);
      const first = await busy();
      house = await houseOf(open.store);
      expect(await wants([hold(slotAt(noon))])).toEqual(committed);
      expect(await busy()).not.toEqual(first);
    });

    it('turns a hold into a booking in its own place', async () => {
      const conversationId = await house.says('chào');
      const held = hold(slotAt(noon));
      await wants([held], conversationId);
      const [period] = await house.store.busyBetween(house.scope, noon, noon + 1);
      expect(period).toEqual({
        id: held.id,
        staff: 'an',
        room: 'da',
        place: 1,
        machine: null,
        start: noon,
        end: noon + 60 * minute,
        heldUntil: held.until,
      });
      expect(
        await wants(
          [{ kind: 'book', id: held.id, slot: held.slot, status: 'awaiting_deposit' }],
          conversationId,
        ),
      ).toEqual(committed);
      expect(await house.store.busyBetween(house.scope, noon, noon + 1)).toEqual([
        { ...period, heldUntil: null },
      ]);
      expect(await wants([{ kind: 'attendance-confirmed', id: held.id }], conversationId)).toEqual(committed);
      const detail = await house.store.conversation(house.scope, conversationId);
      expect(detail?.appointments).toEqual([
        {
          id: held.id,
          status: 'awaiting_deposit',
          treatment: 'peel',
          area: null,
          branch: 'cs2',
          staff: 'an',
          room: 'da',
          start: noon,
          end: noon + 60 * minute,
        },
      ]);
    });

    it('books what was never held', async () => {
      expect(await wants([book(slotAt(noon), randomUUID())])).toEqual(committed);
      expect(await wants([book(slotAt(noon), randomUUID())])).toEqual(taken);
    });

    it('lets nobody make a booking of somebody else’s hold', async () => {
      const held = hold(slotAt(noon));
      await wants([held]);
      expect(await wants([book(held.slot, held.id)])).toEqual(taken);
      expect(await wants([{ kind: 'release', id: held.id }])).toEqual(committed);
      expect(await busy()).toEqual([held.id]);
    });

    it('gives a slot whose hold has run out to the next, and refuses it to the late one', async () => {
      const late = await house.says('chậm');
      const expired = hold(slotAt(noon), randomUUID(), Date.now() - 1);
      await wants([expired], late);
      const next = hold(slotAt(noon));
      expect(await wants([next])).toEqual(committed);
      expect(await wants([book(expired.slot, expired.id)], late)).toEqual(taken);
      expect(await busy()).toEqual([next.id]);
    });

    it('still makes a booking of a hold that has run out while nobody else wanted the slot', async () => {
      const late = await house.says('chậm');
      const expired = hold(slotAt(noon), randomUUID(), Date.now() - 1);
      await wants([expired], late);
      expect(await wants([book(expired.slot, expired.id)], late)).toEqual(committed);
    });

    it('moves a customer’s own hold to an overlapping time, in whatever order the changes come', async () => {
      const conversationId = await house.says('dời giúp em');
      const first = hold(slotAt(noon));
      await wants([first], conversationId);
      const later = hold(slotAt(noon + 30 * minute));
      expect(await wants([later, { kind: 'release', id: first.id }], conversationId)).toEqual(committed);
      expect(await busy()).toEqual([later.id]);
      const passing = hold(slotAt(noon + 60 * minute));
      const last = hold(slotAt(noon + 90 * minute));
      const changes: CalendarChange[] = [
        { kind: 'release', id: later.id },
        passing,
        { kind: 'release', id: passing.id },
        last,
      ];
      expect(await wants(changes, conversationId)).toEqual(committed);
      expect(await busy()).toEqual([last.id]);
    });

    it('never gives up a booking by a release that was meant for its hold', async () => {
      const conversationId = await house.says('đặt luôn');
      const held = hold(slotAt(noon));
      await wants([held], conversationId);
      await wants([book(held.slot, held.id)], conversationId);
      await wants([{ kind: 'release', id: held.id }], conversationId);
      expect(await busy()).toEqual([held.id]);
    });

    it('does not write an appointment with a record that does not exist', async () => {
      await expect(wants([hold(slotAt(noon, { staff: 'nobody' }))])).rejects.toThrow(/RECORD_MISSING/);
    });
  });
}
