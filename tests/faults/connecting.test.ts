import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startWorld, vendor, type World } from '../journeys/world.ts';

const Account = z.object({
  id: z.string(),
  channel: z.string(),
  externalId: z.string(),
  state: z.string(),
  trouble: z.string().nullable(),
  diagnosis: z.string().nullable(),
});
const Accounts = z.object({ accounts: z.array(Account) });

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const authorised = { authorization: 'Bearer ', 'content-type': 'application/json' };
const asClinic = (token = world.token) => ({ ...authorised, authorization: `Bearer ${token}` });

async function begin(channel: string, token?: string) {
  const answer = await fetch(`${world.server.url}/api/accounts/connect`, {
    method: 'POST',
    headers: asClinic(token),
    body: JSON.stringify({ channel }),
  });
  const { url } = z.object({ url: z.string() }).parse(await answer.json());
  return { url, cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
}

/** What the vendor's page does once the owner has agreed. */
async function consent(url: string): Promise<string> {
  const answer = await fetch(url, { redirect: 'manual' });
  return answer.headers.get('location') ?? '';
}

const comeBack = async (location: string, cookie: string) => {
  const answer = await fetch(location, { headers: { cookie } });
  return { status: answer.status, page: await answer.text(), headers: answer.headers };
};

const accounts = async () => Accounts.parse(await world.api('/api/accounts')).accounts;
const of = async (channel: string) => (await accounts()).find((account) => account.channel === channel);

describe('connecting', () => {
  test('a Zalo account: consent, exchange with our verifier, and the new pair is in use', async () => {
    const { url, cookie } = await begin('zalo-oa');
    const { status, page } = await comeBack(await consent(url), cookie);
    expect(status).toBe(200);
    expect(page).toContain('Đã kết nối Lạc Diên');
    expect(world.simulator.zaloTokens.calls().at(-1)).toMatchObject({
      grant: 'authorization_code',
      outcome: 'granted',
    });
    expect(await of('zalo-oa')).toMatchObject({ state: 'connected', trouble: null });
    const answer = await world.customer('zalo').says('Chào shop');
    expect(answer.text).not.toBe('');
  });

  test('a Page, whose events are subscribed', async () => {
    world.simulator.facebookPages.unsubscribe(vendor.facebook.pageId);
    const { url, cookie } = await begin('facebook');
    const { page } = await comeBack(await consent(url), cookie);
    expect(page).toContain('Đã kết nối Lạc Diên');
    expect(page).toContain('nhận và trả lời');
    const answer = await world.customer('facebook').says('Chào shop');
    expect(answer.text).not.toBe('');
  });

  test.each(['zalo-oa', 'facebook'])('%s: an address is good once', async (channel) => {
    const { url, cookie } = await begin(channel);
    const location = await consent(url);
    expect((await comeBack(location, cookie)).status).toBe(200);
    expect((await comeBack(location, cookie)).status).toBe(400);
  });

  test.each<[string, (location: URL) => void, string?]>([
    ['another state', (location) => location.searchParams.set('state', 'x'.repeat(43))],
    ['no state', (location) => location.searchParams.delete('state')],
    ['the other channel’s address', (location) => void (location.pathname = '/connect/facebook')],
    ['an unknown channel', (location) => void (location.pathname = '/connect/sms')],
    ['another browser', () => {}, 'glow_connect=other'],
    ['a browser without the cookie', () => {}, ''],
    ['an invented code', (location) => location.searchParams.set('code', 'x')],
    ['no code', (location) => location.searchParams.delete('code')],
    ['the id of somebody else’s account', (location) => location.searchParams.set('oa_id', '4999')],
    ['an id that is none', (location) => location.searchParams.set('oa_id', '<script>')],
  ])('is refused with %s, and changes nothing', async (_, change, otherCookie) => {
    const { url, cookie } = await begin('zalo-oa');
    const before = await world.sql('select version from accounts order by account_id');
    const location = new URL(await consent(url));
    change(location);
    const { status, page, headers } = await comeBack(location.href, otherCookie ?? cookie);
    expect([400, 404]).toContain(status);
    expect(page).not.toContain('<script>');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await world.sql('select version from accounts order by account_id')).toEqual(before);
    /** The exchange may have rotated the account's tokens at the vendor: connect again for the tests that follow. */
    const again = await begin('zalo-oa');
    await comeBack(await consent(again.url), again.cookie);
  });

  test('an hour-old consent is refused', async () => {
    const { url, cookie } = await begin('zalo-oa');
    await world.sql("update consents set begun_at = now() - interval '11 minutes'");
    expect((await comeBack(await consent(url), cookie)).status).toBe(400);
  });

  test('an account of another clinic is not taken from it', async () => {
    const { scope } = await world.store.createClinic(
      'other',
      (await world.store.loadClinic(world.scope)).clinic,
    );
    const token = await world.store.issueAccessToken(scope, 'test');
    const { url, cookie } = await begin('facebook', token);
    const { status, page } = await comeBack(await consent(url), cookie);
    expect(status).toBe(409);
    expect(page).toContain('phòng khám khác');
  });

  test('neither verifier nor tokens are readable in the database', async () => {
    const { url } = await begin('zalo-oa');
    const state = new URL(url).searchParams.get('state') ?? '';
    const rows = JSON.stringify(await world.sql('select * from consents'));
    expect(rows).not.toContain(state);
    expect(rows).toContain('v1.');
  });
});

describe('the health of an account', () => {
  const check = async (channel: string) => {
    const account = await of(channel);
    const answer = await fetch(`${world.server.url}/api/accounts/${account?.id}/check`, {
      method: 'POST',
      headers: asClinic(),
    });
    return z.object({ checked: z.string(), account: Account }).parse(await answer.json());
  };

  test('is good where nothing is wrong', async () => {
    expect(await check('zalo-oa')).toMatchObject({ checked: 'good' });
    expect(await check('facebook')).toMatchObject({ checked: 'good' });
  });

  test('a Page that was silently unsubscribed is subscribed again', async () => {
    world.simulator.facebookPages.unsubscribe(vendor.facebook.pageId);
    expect(await check('facebook')).toMatchObject({ checked: 'mended', account: { trouble: null } });
    expect(await check('facebook')).toMatchObject({ checked: 'good' });
  });

  test('a dead token is told with what its owner must do', async () => {
    world.simulator.facebookPages.killToken(vendor.facebook.pageId, 460);
    expect(await check('facebook')).toMatchObject({
      checked: 'trouble',
      account: { state: 'lost', diagnosis: 'Quản trị viên đã đổi mật khẩu Facebook: cần kết nối lại trang.' },
    });
    world.simulator.zaloTokens.revoke(vendor.zalo.oaId);
    expect(await check('zalo-oa')).toMatchObject({
      checked: 'trouble',
      account: { state: 'lost', diagnosis: 'Zalo từ chối refresh token: chủ OA cần cấp quyền lại.' },
    });
  });
});

describe('what Meta says about somebody who connected a page', () => {
  const payload = Buffer.from(JSON.stringify({ algorithm: 'HMAC-SHA256', user_id: '218471' })).toString(
    'base64url',
  );
  const call = (path: string, secret: string = vendor.facebook.appSecret) =>
    fetch(`${world.server.url}/meta/${path}`, {
      method: 'POST',
      body: new URLSearchParams({
        signed_request: `${createHmac('sha256', secret).update(payload).digest('base64url')}.${payload}`,
      }),
    });

  test('a deletion is confirmed with a code and a page that tells what was done, the same for the same person', async () => {
    const first = z
      .object({ url: z.string(), confirmation_code: z.string() })
      .parse(await (await call('data-deletion')).json());
    expect(await (await call('data-deletion')).json()).toEqual(first);
    expect(first.url).toContain(first.confirmation_code);
    expect(first.confirmation_code).not.toContain('218471');
    const page = await fetch(first.url);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(first.confirmation_code);
    expect((await fetch(`${world.server.url}/meta/data-deletion/<script>`)).status).toBe(404);
  });

  test('a removal is received; whoever cannot sign is not heard', async () => {
    expect((await call('deauthorize')).status).toBe(200);
    for (const path of ['deauthorize', 'data-deletion']) expect((await call(path, 'other')).status).toBe(401);
  });
});

describe('disconnecting', () => {
  test('forgets the credentials and keeps nothing more that arrives', async () => {
    const account = await of('facebook');
    const answer = await fetch(`${world.server.url}/api/accounts/${account?.id}`, {
      method: 'DELETE',
      headers: asClinic(),
    });
    expect(answer.status).toBe(204);
    expect(await of('facebook')).toMatchObject({ state: 'disconnected', trouble: null });
    const { credentials } = await world.store.openAccount(world.scope, account?.id ?? '');
    expect(credentials).toBeNull();
    const other = await fetch(`${world.server.url}/api/accounts/${crypto.randomUUID()}`, {
      method: 'DELETE',
      headers: asClinic(),
    });
    expect(other.status).toBe(404);
  });
});
