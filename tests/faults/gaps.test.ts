import { randomUUID } from 'node:crypto';
import { type KeepingDesk, startAccountKeeper } from '@glowbot/core';
import { createConnectors } from '@glowbot/server';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Channel, startWorld, vendor, type World } from '../journeys/world.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
  /** The clinic has been connected for an hour, and the server has just looked: the next look is the test's. */
  await world.sql(
    'update accounts set reconcile_looked_at = now(), connected_at = to_timestamp($1::float8 / 1000)',
    [world.clock() - 3_600_000],
  );
});
afterEach(() => world.close());

/** One look at the vendors' lists, as the keeper takes every few minutes. */
async function look(): Promise<void> {
  const { simulator, store, clock } = world;
  const connectors = createConnectors({
    facebook: { ...vendor.facebook, graphUrl: simulator.url, dialogUrl: simulator.url },
    zalo: { ...vendor.zalo, openapiUrl: simulator.url, oauthUrl: simulator.url },
  });
  const desk: KeepingDesk = {
    store,
    connectors: new Map(connectors.map((connector) => [connector.channel, connector])),
    pause: async () => {},
    accountsLink: () => '',
  };
  const parts = {
    store,
    notifiers: new Map(),
    clock,
    newId: () => randomUUID(),
    idOf: world.idOf,
    notice: () => {},
  };
  await world.sql('update accounts set reconcile_claimed_at = null');
  const keeper = startAccountKeeper(parts, desk, () => () => {}, -1e12);
  await keeper.stop();
}

const quiet = () =>
  vi.waitFor(
    async () => expect(await world.sql('select 1 from inbox where handled_at is null')).toEqual([]),
    { timeout: 30_000, interval: 100 },
  );

async function saidBy(customerId: string) {
  return world.sql<{ id: string; late: boolean; text: string }>(
    `select event_id as id, position('"isLate":true' in event) > 0 as late, event::json->>'text' as text
     from inbox join conversations c using (clinic_id, conversation_id)
     where c.contact_id = $1 and position('"kind":"message"' in event) > 0 order by at, seq`,
    [customerId],
  );
}

describe.each<Channel>(['zalo', 'facebook'])('webhooks that never come (%s)', (channel) => {
  test('one in twenty is found at the next look, once, in order, marked late, and answered', async () => {
    world.simulator.setAftermath({ receipts: false, echoes: 'withheld' });
    const people = Array.from({ length: 10 }, () =>
      world.simulator.createCustomer({ channel, name: 'Khách' }),
    );
    world.simulator.withholdWebhooks(20);
    const words = ['Alo shop ơi', 'Cho em hỏi', 'giá triệt lông nách', 'bao nhiêu vậy ạ'];
    for (const text of words) for (const { id } of people) world.simulator.customerSays(id, text);
    world.simulator.withholdWebhooks(0);
    await world.simulator.waitForWebhooks(30_000);
    await quiet();
    const arrived = (await Promise.all(people.map(({ id }) => saidBy(id)))).flat().length;
    expect(arrived).toBe(38);
    await look();
    await quiet();
    const found = await Promise.all(people.map(({ id }) => saidBy(id)));
    expect(found.map((said) => said.map(({ text }) => text).toSorted())).toEqual(
      people.map(() => words.toSorted()),
    );
    expect(found.flat().filter(({ late }) => late)).toHaveLength(2);
    await look();
    await quiet();
    expect((await Promise.all(people.map(({ id }) => saidBy(id)))).flat()).toHaveLength(40);
    for (const { id } of people) expect(world.simulator.sends(id).length).toBeGreaterThan(0);
  });

  test('a question that colleagues have answered meanwhile is not answered again', async () => {
    world.simulator.withholdWebhooks(1);
    const { id } = world.simulator.createCustomer({ channel, name: 'Khách' });
    world.simulator.customerSays(id, 'Giá triệt lông bao nhiêu?');
    world.simulator.staffTypes(id, 'Dạ nách 300k chị nha');
    world.simulator.withholdWebhooks(0);
    await look();
    await quiet();
    expect(await saidBy(id)).toHaveLength(1);
    const [row] = await world.sql<{ state: string }>(
      'select state from conversations where contact_id = $1',
      [id],
    );
    expect(row?.state).toMatch(/^handoff/);
    expect(world.simulator.sends(id)).toEqual([]);
  });

  test('what the bot itself said is nobody’s takeover', async () => {
    const customer = world.customer(channel);
    world.simulator.setAftermath({ echoes: 'withheld' });
    await customer.says('Chào shop');
    await quiet();
    await look();
    await quiet();
    const [row] = await world.sql<{ state: string }>(
      'select state from conversations where contact_id = $1',
      [customer.id],
    );
    expect(row?.state).toMatch(/^automated/);
    const answer = await customer.says('Giá triệt lông bao nhiêu?');
    expect(answer.text).not.toBe('');
  });
});
