import { judge, RuleSet, standardRules } from '@glowbot/attribution';
import { History } from '@glowbot/attribution';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

type Line = {
  outcome: string;
  nth: number;
  kind: string;
  category: string;
  state: string;
  explanation: string[];
};
const lines = async () => (await world.api<{ lines: Line[] }>('/api/attribution?month=2026-11')).lines;
const settle = async () => (await world.api<{ added: number }>('/api/attribution/settle', 'POST')).added;

async function send(path: string, method: string, body: unknown) {
  return fetch(`${world.server.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${world.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** A customer who books with the assistant alone. Returns the appointment. */
async function books(channel: 'facebook' | 'zalo'): Promise<string> {
  const customer = world.customer(channel);
  await customer.says('đặt lịch chăm sóc da 3h chiều thứ 5 ở quận 7, tên Lan, sđt 0912345678');
  for (let tries = 0; tries < 4; tries += 1) {
    const { appointments } = await customer.conversation();
    const booked = appointments.find(({ status }) => status === 'booked');
    if (booked) return booked.id;
    await customer.says(tries === 0 ? 'dạ không có ạ' : 'dạ đúng rồi, chốt giúp em');
  }
  throw new RangeError('nothing was booked');
}

describe('a booking that the assistant made alone', () => {
  let outcome: string;

  test('is the assistant’s, with the rule, its evidence and why no other rule applied', async () => {
    outcome = await books('facebook');
    expect(await settle()).toBe(1);
    expect(await settle()).toBe(0);
    const [line, ...others] = await lines();
    expect(others).toEqual([]);
    expect(line).toMatchObject({ outcome, nth: 1, kind: 'verdict', category: 'by-assistant', state: 'open' });
    expect(line?.explanation[0]).toBe('Trợ lý tự chốt');
    expect(line?.explanation).toHaveLength(4);
  });

  test('that falls is reversed by a further line', async () => {
    expect((await send(`/api/appointments/${outcome}/cancel`, 'POST', { by: 'chị Hà' })).status).toBeLessThan(
      300,
    );
    expect(await settle()).toBe(1);
    expect((await lines()).map(({ kind, state }) => [kind, state])).toEqual([
      ['verdict', 'open'],
      ['reversal', 'fallen'],
    ]);
  });

  test('is corrected by a person with a reason, and by a further line', async () => {
    const wrong = await send(`/api/attribution/${outcome}/correct`, 'POST', {
      by: 'chị Hà',
      category: 'own',
    });
    expect(wrong.status).toBe(400);
    const body = { by: 'chị Hà', category: 'own', why: 'khách quen của phòng khám' };
    expect((await send(`/api/attribution/${outcome}/correct`, 'POST', body)).status).toBe(201);
    expect(await settle()).toBe(0);
    expect((await lines()).at(-1)).toMatchObject({ nth: 3, kind: 'correction', category: 'own' });
  });

  test('can be judged again from the books, years later, with the same verdict', async () => {
    const stored = await world.store.attributionLines(world.scope, [outcome]);
    for (const { history, verdict } of stored)
      expect(judge(History.parse(history), outcome, standardRules)).toEqual(verdict);
  });

  test('cannot be rewritten, by whatever statement', async () => {
    const table = 'attribution_lines';
    const asApp = `set role glowbot_app; select set_config('app.clinic_ids', (select '{' || string_agg(clinic_id::text, ',') || '}' from clinics), false);`;
    for (const statement of [`update ${table} set category = 'by-assistant'`, `delete from ${table}`])
      await expect(world.sql(`${asApp} ${statement}`)).rejects.toThrow(/permission denied/);
  });
});

test('rules are versions that follow each other, and an older verdict keeps the words of its own', async () => {
  const own = { ...standardRules, version: 2, rules: standardRules.rules.slice(0, 1) };
  expect(
    (await send('/api/attribution/rules', 'PUT', { by: 'chị Hà', rules: { ...own, version: 5 } })).status,
  ).toBe(409);
  expect((await send('/api/attribution/rules', 'PUT', { by: 'chị Hà', rules: own })).status).toBe(200);
  expect((await send('/api/attribution/rules', 'PUT', { by: 'chị Hà', rules: own })).status).toBe(409);
  expect(RuleSet.parse(await world.api('/api/attribution/rules')).version).toBe(2);
  expect((await lines())[0]?.explanation.join(' ')).toContain('Trợ lý chốt lịch');
});
