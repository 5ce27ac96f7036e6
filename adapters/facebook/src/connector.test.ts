import { createHmac } from 'node:crypto';
import nock from 'nock';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createFacebookConnector } from './connector.ts';

const connector = createFacebookConnector({ fetch, appId: '11', appSecret: 'app-secret', timeoutMs: 5_000 });
const request = { state: 'st', verifier: 'v', redirectUri: 'https://glow.example/connect/facebook' };
const account = { externalId: '42', credentials: { pageAccessToken: 'page-token' } };
const graph = () => nock('https://graph.facebook.com');
const proof = (token: string) => createHmac('sha256', 'app-secret').update(token).digest('hex');
const app = { client_id: '11', client_secret: 'app-secret' };

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => {
  nock.enableNetConnect();
  nock.restore();
});

describe('a consent', () => {
  const code = () =>
    graph()
      .get('/v26.0/oauth/access_token')
      .query({ ...app, redirect_uri: request.redirectUri, code: 'c' });
  const exchange = () =>
    graph()
      .get('/v26.0/oauth/access_token')
      .query({ ...app, grant_type: 'fb_exchange_token', fb_exchange_token: 'short' });
  const accounts = () =>
    graph()
      .get('/v26.0/me/accounts')
      .query({
        fields: 'id,name,access_token,tasks',
        limit: '100',
        access_token: 'long',
        appsecret_proof: proof('long'),
      });

  it('begins on Facebook’s login with our state', () => {
    const url = new URL(connector.consentUrl(request));
    expect(url.origin + url.pathname).toBe('https://www.facebook.com/v26.0/dialog/oauth');
    expect(url.searchParams.get('state')).toBe('st');
    expect(url.searchParams.get('redirect_uri')).toBe(request.redirectUri);
  });

  it('ends with every page the person may let us speak for', async () => {
    code().reply(200, { access_token: 'short', expires_in: 5000 });
    exchange().reply(200, { access_token: 'long', expires_in: 5183944 });
    accounts().reply(200, {
      data: [
        { id: '42', name: 'Lạc Diên', access_token: 'page-token', tasks: ['MESSAGING'] },
        { id: '43', name: 'Không quyền' },
      ],
    });
    expect(await connector.complete(request, { code: 'c' }, 0)).toEqual({
      kind: 'granted',
      accounts: [{ externalId: '42', name: 'Lạc Diên', credentials: { pageAccessToken: 'page-token' } }],
    });
  });

  it.each<[string, () => void, Record<string, string>, string]>([
    ['no code', () => {}, {}, 'no-code'],
    ['a refusal on the page', () => {}, { error_reason: 'user_denied' }, 'user_denied'],
    [
      'a used code',
      () => code().reply(400, { error: { code: 100, error_subcode: 36009 } }),
      { code: 'c' },
      '100/36009',
    ],
    ['no token', () => code().reply(200, {}), { code: 'c' }, 'no-token'],
    [
      'no page',
      () => {
        code().reply(200, { access_token: 'short' });
        exchange().reply(200, { access_token: 'long' });
        accounts().reply(200, { data: [] });
      },
      { code: 'c' },
      'no-page',
    ],
  ])('fails with %s', async (_, arrange, callback, expected) => {
    arrange();
    expect(await connector.complete(request, callback, 0)).toEqual({ kind: 'failed', code: expected });
  });
});

describe('the subscription of a page', () => {
  it('names the whole list, among it what takeovers are seen by', async () => {
    const asked: string[] = [];
    graph()
      .post('/v26.0/42/subscribed_apps')
      .query((query) => {
        asked.push(...String(query.subscribed_fields).split(','));
        return query.appsecret_proof === proof('page-token');
      })
      .reply(200, { success: 'true' });
    expect(await connector.subscribe(account)).toBeUndefined();
    expect(asked).toEqual(
      expect.arrayContaining(['messages', 'message_echoes', 'standby', 'messaging_postbacks']),
    );
  });

  it('is refused with Meta’s code', async () => {
    graph()
      .post('/v26.0/42/subscribed_apps')
      .query(true)
      .reply(400, { error: { code: 200 } });
    expect(await connector.subscribe(account)).toEqual({ code: '200' });
  });
});

describe('the health of a page', () => {
  const report = (data: object) =>
    graph()
      .get('/v26.0/debug_token')
      .query({ input_token: 'page-token', access_token: '11|app-secret' })
      .reply(200, { data });
  const subscribed = (data: unknown) =>
    graph().get('/v26.0/42/subscribed_apps').query(true).reply(200, { data });
  const scopes = ['pages_messaging'];
  const fields = ['messages', 'messaging_postbacks', 'message_echoes'];

  it.each<[string, () => void, object]>([
    [
      'everything in order',
      () => {
        report({ is_valid: true, scopes });
        subscribed([{ id: '11', subscribed_fields: fields }]);
      },
      { kind: 'good' },
    ],
    [
      'a silent unsubscription',
      () => {
        report({ is_valid: true, scopes });
        subscribed([]);
      },
      { kind: 'trouble', trouble: 'unsubscribed' },
    ],
    [
      'a field that takeovers need and that is missing',
      () => {
        report({ is_valid: true, scopes });
        subscribed([{ id: '11', subscribed_fields: ['messages', 'messaging_postbacks'] }]);
      },
      { kind: 'trouble', trouble: 'unsubscribed' },
    ],
    [
      'a changed password',
      () => report({ is_valid: false, error: { code: 190, subcode: 460 } }),
      { kind: 'dead', code: '190/460' },
    ],
    ['a dead token without a reason', () => report({ is_valid: false }), { kind: 'dead', code: '190' }],
    [
      'a missing permission',
      () => report({ is_valid: true, scopes: ['x'] }),
      { kind: 'trouble', code: 'pages_messaging' },
    ],
    [
      'a gateway page',
      () => graph().get('/v26.0/debug_token').query(true).reply(502, '<html>'),
      { kind: 'unclear' },
    ],
  ])('after %s', async (_, arrange, expected) => {
    arrange();
    expect(await connector.probe(account)).toMatchObject(expected);
  });

  it('is said in plain words', () => {
    expect(connector.explain('grant-lost', '190/458')).toContain('gỡ ứng dụng');
    expect(connector.explain('unsubscribed', null)).toContain('Kiểm tra lại');
  });
});
