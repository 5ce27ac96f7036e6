import nock from 'nock';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createZaloConnector } from './connector.ts';

const now = 1_795_420_000_000;
const connector = createZaloConnector({ fetch, appId: '11', appSecret: 'app-secret', timeoutMs: 5_000 });
const credentials = { accessToken: 'old-access', refreshToken: 'old-refresh' };
const token = (form: Record<string, string>) =>
  nock('https://oauth.zaloapp.com', { reqheaders: { secret_key: 'app-secret' } }).post(
    '/v4/oa/access_token',
    form,
  );
const refresh = () => token({ refresh_token: 'old-refresh', app_id: '11', grant_type: 'refresh_token' });
const pair = { access_token: 'new-access', refresh_token: 'new-refresh' };
const renewed = { accessToken: 'new-access', refreshToken: 'new-refresh', expiresAt: now + 90_000_000 };
const getOa = () => nock('https://openapi.zalo.me').get('/v2.0/oa/getoa');

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => {
  nock.enableNetConnect();
  nock.restore();
});

describe('renewing a pair', () => {
  it.each(['90000', 90000])('takes the life of a token as %j', async (expires_in) => {
    refresh().reply(200, { ...pair, expires_in });
    expect(await connector.renew?.(credentials, now)).toEqual({ kind: 'renewed', credentials: renewed });
  });

  it.each<[string, number, unknown, object]>([
    ['a used refresh token', 200, { error: -14014, error_name: 'x' }, { kind: 'refused', code: '-14014' }],
    ['another number for it', 200, { error: -118, error_name: 'x' }, { kind: 'refused', code: '-118' }],
    ['words only', 200, { error_name: 'Invalid refresh token' }, { kind: 'refused', code: 'refresh-token' }],
    ['a wrong app', 200, { error: -14002, error_name: 'Invalid appId' }, { kind: 'denied', code: '-14002' }],
    ['a number as text', 200, { error: '-14002' }, { kind: 'denied', code: '-14002' }],
    ['a wrong secret', 200, { error_name: 'Invalid secret key' }, { kind: 'denied', code: 'unnumbered' }],
    ['no refresh token', 200, { access_token: 'a', expires_in: '90000' }, { kind: 'unclear' }],
    ['an empty token', 200, { ...pair, access_token: '', expires_in: 1 }, { kind: 'unclear' }],
    ['no life', 200, pair, { kind: 'unclear' }],
    ['nothing', 200, {}, { kind: 'unclear' }],
    ['half a body', 200, '{"access_token":"a', { kind: 'unclear' }],
    ['a gateway page', 502, '<html>', { kind: 'unclear' }],
    ['a refusal beside a server error', 500, { error: -14014 }, { kind: 'unclear' }],
    ['a pair beside a server error', 500, { ...pair, expires_in: 1 }, { kind: 'unclear' }],
  ])('answered with %s', async (_, status, body, expected) => {
    refresh().reply(status, body as nock.Body);
    expect(await connector.renew?.(credentials, now)).toMatchObject(expected);
  });

  it('was not heard when no connection was made, and may have been when it broke', async () => {
    refresh().replyWithError(Object.assign(new Error('x'), { code: 'ECONNREFUSED' }));
    expect(await connector.renew?.(credentials, now)).toEqual({ kind: 'never-left', why: 'ECONNREFUSED' });
    refresh().replyWithError(Object.assign(new Error('x'), { code: 'ECONNRESET' }));
    expect(await connector.renew?.(credentials, now)).toMatchObject({ kind: 'unclear' });
  });

  it('is not asked for without a refresh token', async () => {
    expect(await connector.renew?.({ accessToken: 'a' }, now)).toMatchObject({ kind: 'refused' });
  });
});

describe('a consent', () => {
  const request = {
    state: 'st',
    verifier: 'v'.repeat(43),
    redirectUri: 'https://glow.example/connect/zalo-oa',
  };

  it('begins on Zalo’s page with a challenge that only our verifier fits', () => {
    const url = new URL(connector.consentUrl(request));
    expect(url.origin + url.pathname).toBe('https://oauth.zaloapp.com/v4/oa/permission');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      app_id: '11',
      redirect_uri: request.redirectUri,
      state: 'st',
      // printf 'v…v' (43 times) | openssl dgst -sha256 -binary | basenc --base64url
      code_challenge: '7w_YNF9DSfIdPf_pRjSq646_kPr-2-o9NAl16JGghdM',
    });
  });

  const exchange = () =>
    token({ code: 'c', app_id: '11', grant_type: 'authorization_code', code_verifier: request.verifier });

  it('ends with the account that the token speaks for', async () => {
    exchange().reply(200, { ...pair, expires_in: '90000' });
    getOa().reply(200, { error: 0, data: { oaid: '42', name: 'Phòng khám Thử' } });
    expect(await connector.complete(request, { code: 'c', oa_id: '42' }, now)).toEqual({
      kind: 'granted',
      accounts: [{ externalId: '42', name: 'Phòng khám Thử', credentials: renewed }],
    });
  });

  it('is refused when the address names another account than the token', async () => {
    exchange().reply(200, { ...pair, expires_in: '90000' });
    getOa().reply(200, { error: 0, data: { oa_id: '43' } });
    expect(await connector.complete(request, { code: 'c', oa_id: '42' }, now)).toEqual({
      kind: 'failed',
      code: 'another-account',
    });
  });

  it.each([{}, { code: 'c' }, { oa_id: '42' }, { code: 'c', oa_id: 'x' }])(
    'is none with %o',
    async (callback) => {
      expect(await connector.complete(request, callback, now)).toEqual({ kind: 'failed', code: 'no-code' });
    },
  );

  it('fails with Zalo’s own code', async () => {
    exchange().reply(200, { error: -14002 });
    expect(await connector.complete(request, { code: 'c', oa_id: '42' }, now)).toEqual({
      kind: 'failed',
      code: '-14002',
    });
  });
});

describe('the health of an account', () => {
  it.each([
    [{ error: 0, data: {} }, { kind: 'good' }],
    [{ error: -216 }, { kind: 'dead', code: '-216' }],
    [{ error: -220 }, { kind: 'dead', code: '-220' }],
    [{ error: -221 }, { kind: 'trouble', trouble: 'not-permitted', code: '-221' }],
    [{ error: -32 }, { kind: 'unclear', why: '-32' }],
  ])('after %o', async (body, expected) => {
    getOa().reply(200, body);
    expect(await connector.probe({ externalId: '42', credentials })).toEqual(expected);
  });

  it('is said in plain words', () => {
    expect(connector.explain('grant-lost', '-14014')).toBe(
      'Zalo từ chối refresh token: chủ OA cần cấp quyền lại.',
    );
    expect(connector.explain('not-permitted', '-321')).toContain('nạp thêm');
    expect(connector.explain('not-permitted', '-999')).toContain('quản trị viên OA');
  });
});
