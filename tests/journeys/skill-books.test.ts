import { installSkill } from '@glowbot/core';
import { loyaltyPoints } from '@glowbot/own-skill';
import { keepBooks } from '@glowbot/server';
import { houseOf, noon, slotAt } from '@glowbot/testkit';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestStore, testStore } from '../postgres/test-database.ts';

let database: TestStore;
beforeAll(async () => {
  database = await testStore();
});
afterAll(() => database.close());

test('a visit that took place is observed once, however often the books are kept, and its points are given back to the skill', async () => {
  const { store } = database;
  const { scope } = await houseOf(store);
  const skills = [installSkill(loyaltyPoints)];
  const keep = () => keepBooks({ store, skills, clock: () => Date.now(), notice: () => {} }, scope);
  const [id, customer] = [randomUUID(), randomUUID()];
  const points = async () => (await store.skillFacts(scope, customer, noon)).books['loyalty-points'];
  await store.changeAppointment(scope, 'chị Hà', {
    kind: 'create',
    id,
    slot: slotAt(noon),
    status: 'booked',
    customer: { id: customer, name: 'Lan', phone: null },
  });
  await keep();
  expect(await points()).toBeUndefined();
  await store.changeAppointment(scope, 'chị Hà', { kind: 'mark', id, status: 'completed' });
  await keep();
  await keep();
  expect(await points()).toEqual({ customer: { points: 10 }, clinic: {} });
  await store.setSkill(scope, { skill: 'loyalty-points', isOn: false, version: 1, settings: {} });
  expect(await keep()).toBe(0);
});
