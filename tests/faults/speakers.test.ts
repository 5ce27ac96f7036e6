import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { signedWebhook, startWorld, textWebhook, vendor, type World } from '../journeys/world.ts';

const page = vendor.facebook.pageId;
const Accounts = z.object({
  accounts: z.array(
    z.object({
      id: z.string(),
      channel: z.string(),
      trouble: z.string().nullable(),
      diagnosis: z.string().nullable(),
    }),
  ),
});
const Speakers = z.object({
  speakers: z.array(
    z.object({
      appId: z.string(),
      listedAs: z.string().nullable(),
      seenAs: z.string().nullable(),
      messages: z.number(),
    }),
  ),
});
const Words = z.object({ words: z.array(z.object({ appId: z.string().nullable(), speaker: z.string() })) });

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

type Said = { to: string; text: string; at: number; appId?: string };
let counted = 0;

/** Echoes as Meta sends them, many in one body. */
function echoes(said: readonly Said[]): string {
  const entry = said.map(({ to, text, at, appId }) => {
    counted += 1;
    const message = { mid: `m_${counted}`, is_echo: true, text, ...(appId ? { app_id: appId } : {}) };
    return {
      id: page,
      time: at,
      messaging: [{ sender: { id: page }, recipient: { id: to }, timestamp: at, message }],
    };
  });
  return JSON.stringify({ object: 'page', entry });
}

async function post(body: string): Promise<void> {
  const webhook = signedWebhook('facebook', body);
  const answer = await fetch(world.server.url + webhook.path, {
    method: 'POST',
    headers: webhook.headers,
    body: new Uint8Array(webhook.body),
  });
  expect(answer.status).toBe(200);
}

const says = (from: string, text: string, at = world.clock()) =>
  post(textWebhook('facebook', { from, text, at }));

async function facebook() {
  const found = Accounts.parse(await world.api('/api/accounts')).accounts.find(
    ({ channel }) => channel === 'facebook',
  );
  if (!found) throw new Error('no account');
  return found;
}

const list = async (appId: string, as: string | null) => {
  const { id } = await facebook();
  const answer = await fetch(`${world.server.url}/api/accounts/${id}/speakers`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${world.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ appId, as }),
  });
  return Speakers.parse(await answer.json()).speakers;
};

const waitFor = (what: () => Promise<unknown>) =>
  vi.waitFor(async () => expect(await what()).toBe(true), { timeout: 20_000, interval: 100 });

const stateOf = async (contact: string) =>
  (
    await world.sql<{ state: string; id: string }>(
      'select state, conversation_id as id from conversations where contact_id = $1',
      [contact],
    )
  )[0];

describe('a person who answers in somebody else’s inbox', () => {
  test('takes over: the bot is silent, and it is written down who that was and why', async () => {
    const customer = world.customer('facebook');
    await customer.says('Chào shop');
    const before = world.simulator.sends(customer.id).length;
    await post(
      echoes([
        { to: customer.id, text: 'Dạ em Lan đây, chị cần gì ạ?', at: world.clock() + 8_000, appId: '7701' },
      ]),
    );
    await waitFor(async () => (await stateOf(customer.id))?.state.startsWith('handoff'));
    world.simulator.customerSays(customer.id, 'Cho chị hỏi giá triệt lông');
    await world.simulator.waitForWebhooks(10_000);
    await waitFor(async () => (await world.sql('select 1 from inbox where handled_at is null')).length === 0);
    expect(world.simulator.sends(customer.id)).toHaveLength(before);
    const { id } = (await stateOf(customer.id)) ?? { id: '' };
    const { words } = Words.parse(await world.api(`/api/conversations/${id}/foreign-words`));
    expect(words).toEqual([
      { appId: '7701', speaker: 'written-elsewhere: person-elsewhere: not ours, and does not repeat itself' },
    ]);
  });

  test('stops an answer that is already decided', async () => {
    const contact = '990001';
    const at = world.clock();
    await post(echoes([{ to: contact, text: 'Dạ chị chờ em xíu nha', at: at + 10_000, appId: '7701' }]));
    await says(contact, 'Giá bao nhiêu vậy?', at + 11_000);
    await waitFor(async () => (await stateOf(contact))?.state.startsWith('handoff'));
    const sent = await world.sql(
      "select o.state from outbox o join conversations c using (clinic_id, conversation_id) where c.contact_id = $1 and o.state = 'sent'",
      [contact],
    );
    expect(sent).toEqual([]);
  });
});

describe('another bot', () => {
  test('is known by its speed, raises one alarm, and ends it when the clinic lists it', async () => {
    for (const [index, contact] of ['880001', '880002', '880003', '880004'].entries()) {
      const at = world.clock() + index * 60_000;
      await says(contact, 'Alo', at);
      await post(
        echoes([{ to: contact, text: `Chào ${contact}, em là trợ lý ảo`, at: at + 900, appId: '8801' }]),
      );
    }
    await waitFor(async () => (await facebook()).trouble === 'second-bot');
    expect((await facebook()).diagnosis).toContain('bot khác');
    const speakers = await list('8801', 'bot');
    expect(speakers.find(({ appId }) => appId === '8801')).toMatchObject({ listedAs: 'bot', seenAs: 'bot' });
    expect((await facebook()).trouble).toBeNull();
  });

  test('that the clinic has listed never takes over', async () => {
    await list('8802', 'bot');
    const customer = world.customer('facebook');
    await customer.says('Chào shop');
    await post(
      echoes([{ to: customer.id, text: 'Menu: 1. Giá 2. Địa chỉ', at: world.clock(), appId: '8802' }]),
    );
    const answer = await customer.says('Bên mình có triệt lông không?');
    expect(answer.text).not.toBe('');
    expect((await stateOf(customer.id))?.state.startsWith('automated')).toBe(true);
  });

  test('is the clinic’s own word only for its own account', async () => {
    const answer = await fetch(`${world.server.url}/api/accounts/${crypto.randomUUID()}/speakers`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${world.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ appId: '1', as: 'bot' }),
    });
    expect(answer.status).toBe(404);
  });
});

describe('a broadcast of another app', () => {
  test('to two thousand people draws no reply, moves no window, makes no conversations, and costs three statements each at most', async () => {
    const customer = world.customer('facebook');
    await customer.says('Chào shop');
    const windowOf = async () =>
      (
        await world.sql('select customer_spoke_at from conversations where contact_id = $1', [customer.id])
      )[0];
    const before = {
      window: await windowOf(),
      sends: world.simulator.sends().length,
      conversations: (await world.sql('select 1 from conversations')).length,
      handoffs: (await world.sql('select 1 from handoffs')).length,
    };
    const at = world.clock();
    const people = Array.from({ length: 2_000 }, (_, index) =>
      index === 1_000 ? customer.id : `77${index}`,
    );
    let statements = 0;
    const { query } = pg.Client.prototype;
    pg.Client.prototype.query = new Proxy(query, {
      apply(target, self, args) {
        statements += 1;
        return Reflect.apply(target, self, args);
      },
    });
    for (let first = 0; first < people.length; first += 50) {
      const batch = people.slice(first, first + 50);
      await post(
        echoes(batch.map((to) => ({ to, text: 'Tháng 11 giảm 30% triệt lông!', at, appId: '6601' }))),
      );
    }
    pg.Client.prototype.query = query;
    await waitFor(async () => (await world.sql('select 1 from inbox where handled_at is null')).length === 0);
    expect(statements / people.length).toBeLessThanOrEqual(3);
    expect(world.simulator.sends()).toHaveLength(before.sends);
    expect(await windowOf()).toEqual(before.window);
    expect((await world.sql('select 1 from handoffs')).length).toBe(before.handoffs);
    const made = (await world.sql('select 1 from conversations')).length - before.conversations;
    expect(made).toBeLessThanOrEqual(50);
    const reasons = await world.sql<{ reason: string; count: number }>(
      "select reason, count(*)::int as count from inbox where position('6601' in event) > 0 group by reason",
    );
    expect(reasons.reduce((sum, { count }) => sum + count, 0)).toBe(2_000);
    expect(reasons.every(({ reason }) => reason.startsWith('broadcast'))).toBe(true);
    expect((await stateOf(customer.id))?.state.startsWith('automated')).toBe(true);
    const answer = await customer.says('Bên mình có triệt lông không?');
    expect(answer.text).not.toBe('');
  });
});
