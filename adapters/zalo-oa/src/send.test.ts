import { createHmac } from 'node:crypto';
import nock from 'nock';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createZaloOa } from './index.ts';

const api = 'https://openapi.zalo.me';
const account = { externalId: '2233445566778899001', credentials: { accessToken: 'zalo-access-token' } };
const channel = createZaloOa({
  fetch,
  appId: '1',
  oaSecrets: ['s'],
  appSecret: 'app-secret',
  timeoutMs: 5_000,
});
const calls = channel.render({
  key: 'out-1',
  contactId: '3344556677889900112',
  text: 'Dạ em chào chị ạ',
  choices: [],
});
const send = () => channel.send(calls, account);
const post = () => nock(api).post('/v3.0/oa/message/cs');

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => {
  nock.enableNetConnect();
  nock.restore();
});

describe('sending over the real fetch', () => {
  it('says the message with the token and its proof', async () => {
    const scope = nock(api, {
      reqheaders: {
        access_token: 'zalo-access-token',
        appsecret_proof: createHmac('sha256', 'app-secret').update('zalo-access-token').digest('hex'),
        'content-type': 'application/json',
      },
    })
      .post('/v3.0/oa/message/cs', {
        recipient: { user_id: '3344556677889900112' },
        message: { text: 'Dạ em chào chị ạ' },
      })
      .reply(200, {
        data: { message_id: '82d3', user_id: '3344556677889900112' },
        error: 0,
        message: 'Success',
      });
    expect(await send()).toEqual({ kind: 'sent', messageIds: ['82d3'] });
    expect(scope.isDone()).toBe(true);
  });

  it.each([
    [-32, 'retry'],
    [-200, 'retry'],
    [-220, 'renew-token'],
    [-232, 'window-closed'],
    [-227, 'unreachable'],
    [-210, 'defect'],
    [-242, 'account-attention'],
    [-4711, 'defect'],
  ])('is failed for error %i, next: %s', async (error, next) => {
    post().reply(200, { error, message: 'refused' });
    expect(await send()).toEqual({ kind: 'failed', next, vendorCode: String(error), sentParts: 0 });
  });

  it.each([
    ['a reset', () => post().replyWithError(Object.assign(new Error('reset'), { code: 'ECONNRESET' }))],
    ['a gateway page', () => post().reply(502, '<html>')],
    ['an empty answer', () => post().reply(200, '')],
    ['a redirect', () => post().reply(302, '', { location: `${api}/elsewhere` })],
  ])('is unknown after %s', async (_, arrange) => {
    arrange();
    expect(await send()).toMatchObject({ kind: 'unknown', sentParts: 0 });
  });

  it('is unknown when the answer comes too late', async () => {
    const late = Promise.withResolvers<string>();
    post().reply(200, () => late.promise);
    expect(
      await createZaloOa({ fetch, appId: '1', oaSecrets: ['s'], timeoutMs: 10 }).send(calls, account),
    ).toEqual({ kind: 'unknown', why: 'timeout', sentParts: 0 });
    late.resolve('late');
  });

  it.each(['ECONNREFUSED', 'ENOTFOUND'])('is failed, to be tried again, after %s', async (code) => {
    post().replyWithError(Object.assign(new Error('no connection'), { code }));
    expect(await send()).toEqual({ kind: 'failed', next: 'retry', vendorCode: code, sentParts: 0 });
  });

  it('is a defect when there is nothing to say', async () => {
    expect(await channel.send([], account)).toMatchObject({ kind: 'failed', next: 'defect' });
  });
});
