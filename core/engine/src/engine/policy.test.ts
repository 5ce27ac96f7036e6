import { describe, expect, test } from 'vitest';
import { hourMs, toInstant } from '../domain/clinic-time.ts';
import { policy } from './policy.ts';

const zone = 'Asia/Ho_Chi_Minh';
const channel = { replyWindow: { freeMs: 48 * hourMs, meteredMs: 168 * hourMs } };
const at = (time: string) => toInstant({ date: '2026-11-24', time }, zone);
const reminder = (now: number, spokeHoursAgo: number, optedOut = false) =>
  policy({ proactive: true, optedOut, customerSpokeAt: now - spokeHoursAgo * hourMs }, channel, zone, now);
const answer = (now: number, spokeHoursAgo: number) =>
  policy(
    { proactive: false, optedOut: true, customerSpokeAt: now - spokeHoursAgo * hourMs },
    channel,
    zone,
    now,
  );

describe('an answer', () => {
  test('is allowed at night, and after an opt-out: the customer asked', () => {
    expect(answer(at('23:30'), 0)).toEqual({ kind: 'allowed' });
  });

  test('is withheld once the channel’s window has closed', () => {
    expect(answer(at('10:00'), 169)).toEqual({ kind: 'withheld', why: 'window-closed' });
  });
});

describe('a reminder', () => {
  test.each(['07:00', '12:00', '21:59'])('may go at %s', (time) => {
    expect(reminder(at(time), 1)).toEqual({ kind: 'allowed' });
  });

  test.each([
    ['22:00', 9],
    ['23:30', 7.5],
    ['06:59', 1 / 60],
  ])('at %s waits for the morning', (time, hours) => {
    expect(reminder(at(time), 1)).toEqual({ kind: 'postponed', afterMs: hours * hourMs, why: 'quiet-hours' });
  });

  test('is never sent to somebody who opted out, nor where it would cost', () => {
    expect(reminder(at('10:00'), 1, true)).toEqual({ kind: 'withheld', why: 'opted-out' });
    expect(reminder(at('10:00'), 49)).toEqual({ kind: 'withheld', why: 'window-metered' });
  });
});
