import { describe, expect, test } from 'vitest';
import { at, keys, now, talk } from '../../fixtures/talk.ts';
import { smallClinic } from '../../fixtures/small-clinic.ts';
import type { Booking } from './wish.ts';

const booking = (nth: number, date: string, time: string): Booking => ({
  id: `10000000-0000-4000-8000-00000000000${nth}`,
  status: 'booked',
  slot: {
    treatment: 'care',
    branch: 'south',
    staff: 'binh',
    room: 'south-bed',
    place: 1,
    start: at(date, time),
    end: at(date, time) + 3_600_000,
  },
});
const tuesday = booking(1, '2026-11-24', '10:00');
const weekLater = booking(2, '2026-12-01', '11:00');

describe('moving a booking', () => {
  test('names old and new, and is done only after a yes; the booking keeps its id', () => {
    const c = talk({ bookings: [tuesday] });
    expect(keys(c.hears(['reschedule'], { when: { date: '2026-12-01', time: '14:00' } }))).toEqual([
      'ask.move',
    ]);
    expect(c.bookings()).toEqual([tuesday]);
    const effects = c.hears(['confirm_yes']);
    expect(keys(effects)).toEqual(['move.done']);
    expect(c.bookings()).toMatchObject([{ id: tuesday.id, slot: { start: at('2026-12-01', '14:00') } }]);
    expect(effects).toContainEqual({
      type: 'scheduleReminders',
      bookingId: tuesday.id,
      start: at('2026-12-01', '14:00'),
    });
    expect(c.state()).toBe('automated.idle');
    expect(c.facts().changing).toBeNull();
  });

  test('a new day keeps the hour, a new hour keeps the day', () => {
    const c = talk({ bookings: [tuesday] });
    c.hears(['reschedule'], { when: { date: '2026-12-01' } });
    expect(c.facts().hold?.parts[0].slot.start).toBe(at('2026-12-01', '10:00'));
    c.hears(['give_time'], { when: { time: '14:00' } });
    expect(c.facts().hold?.parts[0].slot.start).toBe(at('2026-12-01', '14:00'));
  });

  test('"dời lịch thứ 3" names the old day: the new time is asked for', () => {
    const c = talk({ bookings: [tuesday] });
    expect(keys(c.hears(['reschedule'], { when: { date: '2026-11-24' } }))).toEqual(['ask.timeChoices']);
  });

  test('of several, the one that was named is moved; otherwise the customer is asked which', () => {
    const named = talk({ bookings: [tuesday, weekLater] });
    expect(keys(named.hears(['reschedule'], { when: { date: '2026-12-01' } }))).toEqual(['ask.timeChoices']);
    expect(named.facts().changing?.bookingId).toBe(weekLater.id);
    const unclear = talk({ bookings: [tuesday, weekLater] });
    expect(keys(unclear.hears(['reschedule']))).toEqual(['ask.whichBooking']);
    unclear.hears(['choose_option'], { option: 2 });
    expect(unclear.facts().changing?.bookingId).toBe(weekLater.id);
  });

  test('shortly before it begins is for staff to decide, who are told; cancelling needs nobody', () => {
    const clinic = { ...smallClinic, bookingRules: { ...smallClinic.bookingRules, moveHours: 2 } };
    const late = () => talk({ clinic, bookings: [tuesday], now: at('2026-11-24', '09:10') });
    const c = late();
    const effects = c.hears(['reschedule'], { when: { date: '2026-12-01' } });
    expect(keys(effects)).toEqual(['move.refused', 'handoff.person']);
    expect(effects).toContainEqual({ type: 'openHandoff', reason: 'late_change', priority: 'normal' });
    expect(c.bookings()).toEqual([tuesday]);
    const early = talk({ clinic, bookings: [tuesday], now: at('2026-11-24', '08:00') });
    expect(keys(early.hears(['reschedule'], { when: { date: '2026-12-01' } }))).not.toContain('move.refused');
    expect(keys(late().hears(['cancel']))).toEqual(['ask.cancel']);
  });

  test('"thôi để lịch cũ" keeps the booking and gives the held slot back', () => {
    const c = talk({ bookings: [tuesday] });
    c.hears(['reschedule'], { when: { date: '2026-12-01' } });
    const held = c.facts().hold?.parts[0].id;
    const effects = c.hears(['defer']);
    expect(keys(effects)).toEqual(['move.kept']);
    expect(effects).toContainEqual({ type: 'releaseHold', ids: [held] });
    expect(c.bookings()).toEqual([tuesday]);
  });

  test('whoever cannot come to what they were reminded of is asked for another time', () => {
    const c = talk();
    c.hears(['book'], {
      treatments: ['care'],
      when: { date: '2026-11-24', time: '10:00' },
      name: 'Lan',
      phone: '0912345678',
    });
    c.hears(['confirm_yes']);
    const id = c.facts().bookings[0]?.id ?? '';
    c.timer(`reminder24h:${id}`);
    expect(keys(c.hears(['confirm_no']))).toEqual(['ask.timeChoices']);
    expect(c.facts().changing).toEqual({ kind: 'move', bookingId: id });
  });
});

describe('cancelling a booking', () => {
  test('asks once, and does it after a yes', () => {
    const c = talk({ bookings: [tuesday] });
    expect(keys(c.hears(['cancel']))).toEqual(['ask.cancel']);
    expect(c.bookings()).toEqual([tuesday]);
    const effects = c.hears(['confirm_yes']);
    expect(keys(effects)).toEqual(['cancel.done']);
    expect(effects).toContainEqual({ type: 'cancelReminders', bookingId: tuesday.id });
    expect(c.bookings()).toEqual([]);
  });

  test('"hủy đi" is a yes to the question whether to cancel', () => {
    const c = talk({ bookings: [tuesday] });
    c.hears(['cancel']);
    expect(keys(c.hears(['cancel', 'confirm_yes']))).toEqual(['cancel.done']);
  });

  test('a no keeps it', () => {
    const c = talk({ bookings: [tuesday] });
    c.hears(['cancel']);
    expect(keys(c.hears(['confirm_no']))).toEqual(['cancel.kept']);
    expect(c.bookings()).toEqual([tuesday]);
    expect(c.facts().changing).toBeNull();
  });

  test('becomes a move when the customer would rather come another day', () => {
    const c = talk({ bookings: [tuesday] });
    c.hears(['cancel']);
    expect(keys(c.hears(['reschedule'], { when: { date: '2026-12-01' } }))).toEqual(['ask.move']);
  });

  test('of a booking that this customer does not have goes to a person, and shows nothing', () => {
    const c = talk();
    expect(keys(c.hears(['cancel'], { phone: '0904000555' }))).toEqual(['handoff.bookingNotFound']);
    expect(c.state()).toBe('handoff.waitingForStaff');
  });

  test('before anything is booked drops the wish', () => {
    const c = talk();
    c.hears(['book'], { treatments: ['care'], when: { date: '2026-11-24', time: '10:00' } });
    expect(keys(c.hears(['cancel']))).toEqual(['defer.fine']);
  });
});

test('a question in between is answered, and the cancellation is asked about again', () => {
  const c = talk({ bookings: [tuesday] });
  c.hears(['cancel']);
  expect(keys(c.hears(['smalltalk']))).toContain('ask.cancel');
  expect(now).toBeGreaterThan(0);
});
