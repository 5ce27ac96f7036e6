import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signedWebhook, textWebhook } from './signed-webhook.ts';
import { type Channel, startWorld, vendor, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

async function post({ path, headers, body }: ReturnType<typeof signedWebhook>): Promise<number> {
  const answer = await fetch(world.server.url + path, {
    method: 'POST',
    headers,
    body: new Uint8Array(body),
  });
  await answer.arrayBuffer();
  return answer.status;
}

/** What is kept of somebody, whoever else is writing meanwhile. */
const keptOf = async (contact: string) =>
  (
    await world.sql(
      'select 1 from conversations where contact_id = $1 union all select 1 from inbox where event like $2',
      [contact, `%"${contact}"%`],
    )
  ).length;

describe.each<Channel>(['facebook', 'zalo'])('a webhook of %s', (channel) => {
  const message = (from: string, extra = {}) =>
    textWebhook(channel, { from, text: 'giá peel?', at: world.clock(), ...extra });
  const signature = channel === 'facebook' ? 'x-hub-signature-256' : 'x-zevent-signature';

  test.each([
    ['without a signature', () => ''],
    ['with a short signature', () => 'sha256=00'],
    [
      'with somebody else’s signature',
      () => `${channel === 'facebook' ? 'sha256=' : 'mac='}${'ab'.repeat(32)}`,
    ],
  ])('%s is refused, and nothing is stored', async (_, forged) => {
    const webhook = signedWebhook(channel, message('9001'));
    expect([401, 403]).toContain(
      await post({ ...webhook, headers: { ...webhook.headers, [signature]: forged() } }),
    );
    expect(await keptOf('9001')).toBe(0);
  });

  test('signed for other bytes is refused, and nothing is stored', async () => {
    const webhook = signedWebhook(channel, message('9002'));
    const changed = Buffer.from(webhook.body.toString().replace('peel', 'botox'));
    expect([401, 403]).toContain(await post({ ...webhook, body: changed }));
    expect(await keptOf('9002')).toBe(0);
  });

  test('of two megabytes is refused before it is read to the end, and the server lives on', async () => {
    const webhook = signedWebhook(channel, message('9003', { text: 'x'.repeat(2_000_000) }));
    const status = await post(webhook).catch(() => 'connection closed');
    expect([413, 'connection closed']).toContain(status);
    expect(await keptOf('9003')).toBe(0);
    expect((await fetch(`${world.server.url}/healthz`)).status).toBe(200);
  });

  test('that is genuine but malformed is taken without a crash', async () => {
    const timestamp = `{"timestamp":"${world.clock()}"`;
    for (const body of [
      '',
      '{',
      'null',
      '[]',
      '"x"',
      `${timestamp}}`,
      `${timestamp},"entry":[{"messaging":[null,7,{}]}]}`,
      `{"a":${'['.repeat(5_000)}`,
    ]) {
      expect([200, 401, 403]).toContain(await post(signedWebhook(channel, body)));
    }
    expect((await fetch(`${world.server.url}/readyz`)).status).toBe(200);
  });

  test('delivered twenty times at once is kept once, and answered once', async () => {
    const { id } = world.simulator.createCustomer({ channel, name: 'Khách Lặp' });
    world.simulator.customerSays(id, 'giá peel da bao nhiêu ạ', { copies: 20 });
    await world.simulator.waitForSends(id, 1, 20_000);
    await world.simulator.waitForWebhooks(20_000);
    const kept = await world.sql<{ n: string }>(
      `select count(*) as n from inbox i join conversations c using (clinic_id, conversation_id) where c.contact_id = $1 and i.event like '%"kind":"message"%'`,
      [id],
    );
    expect(Number(kept[0]?.n)).toBe(1);
    expect(world.simulator.sends(id)).toHaveLength(1);
  });

  test('of an account nobody connected is acknowledged and counted, and none of its words are kept', async () => {
    const secretWord = `bímật${randomUUID()}`;
    expect(await post(signedWebhook(channel, message('9005', { account: '77777', text: secretWord })))).toBe(
      200,
    );
    const noted = await world.sql(`select events from unrouted_events where external_id = '77777'`);
    expect(noted.length).toBeGreaterThan(0);
    expect(await world.sql('select 1 from inbox where event like $1', [`%${secretWord}%`])).toEqual([]);
  });
});

test('an event of a kind nobody knows is kept, with its reason, and disturbs nobody', async () => {
  const { oaId, appId } = vendor.zalo;
  const body = JSON.stringify({
    app_id: appId,
    event_name: 'user_dances',
    timestamp: String(world.clock()),
    sender: { id: '9010' },
    recipient: { id: oaId },
  });
  expect(await post(signedWebhook('zalo', body))).toBe(200);
  await expect
    .poll(() => world.sql(`select outcome, reason from inbox where event like '%user_dances%'`), {
      timeout: 10_000,
    })
    .toEqual([{ outcome: 'ignored', reason: expect.stringContaining('unrecognised') }]);
});

test('several events in one body are all answered, although one of them is broken', async () => {
  const { pageId } = vendor.facebook;
  const people = [1, 2].map(() => world.simulator.createCustomer({ channel: 'facebook', name: 'Khách' }).id);
  const at = world.clock();
  const item = (id: string | undefined) => ({
    sender: { id },
    recipient: { id: pageId },
    timestamp: at,
    message: { mid: randomUUID(), text: 'giá peel da' },
  });
  const body = JSON.stringify({
    object: 'page',
    entry: [
      { id: pageId, time: at, messaging: [item(people[0]), { sender: 7, message: ['?'] }] },
      { id: pageId, time: at, messaging: [item(people[1])] },
    ],
  });
  /** The simulator lets us answer only whom it saw writing. */
  for (const id of people) world.simulator.customerSays(id, 'chào shop');
  for (const id of people) await world.simulator.waitForSends(id, 1, 20_000);
  expect(await post(signedWebhook('facebook', body))).toBe(200);
  for (const id of people) {
    const sends = await world.simulator.waitForSends(id, 2, 20_000);
    expect(sends.at(-1)?.text).toContain('600.000đ');
  }
});

test('three messages waiting together get one answer, which covers them all', async () => {
  const { pageId } = vendor.facebook;
  const { id } = world.simulator.createCustomer({ channel: 'facebook', name: 'Khách' });
  world.simulator.customerSays(id, 'chào shop');
  await world.simulator.waitForSends(id, 1, 20_000);
  const at = world.clock();
  const messaging = ['chị ơi', 'trị mụn bao nhiêu', 'mai 10h còn chỗ không'].map((text, index) => ({
    sender: { id },
    recipient: { id: pageId },
    timestamp: at + index,
    message: { mid: randomUUID(), text },
  }));
  const body = JSON.stringify({ object: 'page', entry: [{ id: pageId, time: at, messaging }] });
  expect(await post(signedWebhook('facebook', body))).toBe(200);
  const sends = await world.simulator.waitForSends(id, 2, 20_000);
  expect(sends[1]?.text).toMatch(/450\.000đ[\s\S]*10h ngày mai/);
  await world.simulator.waitForWebhooks(20_000);
  expect(world.simulator.sends(id)).toHaveLength(2);
});

test('the address is verified for Facebook with our word, and with no other', async () => {
  expect(await world.simulator.verifyFacebookWebhook()).toMatchObject({ verified: true });
  const wrong = await fetch(
    `${world.server.url}/webhooks/facebook?hub.mode=subscribe&hub.verify_token=guess&hub.challenge=42`,
  );
  expect(wrong.status).toBe(403);
});

test('the API says nothing without an access token, and nothing of conversations that are not there', async () => {
  expect((await fetch(`${world.server.url}/api/conversations`)).status).toBe(401);
  const guess = await fetch(`${world.server.url}/api/conversations`, {
    headers: { authorization: `Bearer ${'a'.repeat(43)}` },
  });
  expect(guess.status).toBe(401);
  await expect(world.api(`/api/conversations/${randomUUID()}`)).rejects.toThrow('404');
});
