import { callChain, uncoveredHours } from '@glowbot/core';
import { expect, test } from 'vitest';
import { demoClinic } from './demo-clinic.ts';

test('every hour of the week has somebody for emergencies, and every open hour somebody for the rest', () => {
  expect(uncoveredHours(demoClinic())).toEqual([]);
});

test('an emergency on a Sunday night finds the doctor on duty, by all the ways the clinic wrote down', () => {
  const night = Date.parse('2026-11-29T23:30:00+07:00');
  const call = callChain(demoClinic(), { reason: 'medical', priority: 'urgent', step: 1, at: night });
  expect(call).toMatchObject({
    person: 'bs_lac',
    answerBy: night + 5 * 60_000,
    expectedAt: night + 15 * 60_000,
  });
  expect(call.ways.map(({ notifier }) => notifier)).toEqual(['sms', 'zalo', 'email']);
});
