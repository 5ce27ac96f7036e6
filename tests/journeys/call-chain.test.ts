import { type HandoffRecord, minuteMs } from '@glowbot/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

test('the chain goes on by the clock, and over a restart, until somebody takes the conversation', async () => {
  const customer = world.customer('zalo');
  const told = () => world.alerts.length;
  const records = async () => (await world.api<{ handoffs: HandoffRecord[] }>('/api/handoffs')).handoffs;
  const next = async (minutes: number) => {
    const before = told();
    world.passes(minutes * minuteMs);
    await expect.poll(told, { timeout: 10_000 }).toBeGreaterThan(before);
    return world.alerts.slice(before).map(({ to }) => to);
  };
  await customer.says('cho mình gặp nhân viên tư vấn');
  const { id } = await customer.conversation();
  await expect
    .poll(() => world.alerts.map(({ to }) => to), { timeout: 10_000 })
    .toEqual(['letan@lacdien.example']);
  expect(await next(16)).toEqual(['tien@lacdien.example']);
  await world.restart();
  const heard = world.simulator.sends(customer.id).length;
  expect(await next(60)).toEqual(['bs.nghi@lacdien.example']);
  const [patience] = (await world.simulator.waitForSends(customer.id, heard + 1, 10_000)).slice(heard);
  expect(patience?.text).toMatch(/xin lỗi|thông cảm/u);
  const [{ calls } = { calls: [] }] = await records();
  expect(calls.map(({ step, person }) => [step, person])).toEqual([
    [1, 'le_tan'],
    [2, 'cskh_tien'],
    [3, 'bs_nghi'],
  ]);
  const times = calls.map(({ calledAt }) => calledAt);
  expect(times).toEqual(times.toSorted((one, other) => one - other));
  await world.api(`/api/conversations/${id}/take-over`, 'POST');
  await expect.poll(async () => (await customer.conversation()).state).toBe('handoff.withStaff');
  const after = told();
  world.passes(600 * minuteMs);
  await customer.conversation();
  expect(told()).toBe(after);
});
