import { createHmac } from 'node:crypto';
import nock from 'nock';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createFacebook, type FacebookOptions } from './index.ts';

const api = 'https://graph.facebook.com';
const path = '/v26.0/100000000000001/messages';
const account = { externalId: '100000000000001', credentials: { pageAccessToken: 'page-access-token' } };
const proof = createHmac('sha256', 'app-secret').update('page-access-token').digest('hex');
const create = (options: Partial<FacebookOptions> = {}) =>
  createFacebook({
    fetch,
    appId: '9',
    appSecrets: ['app-secret'],
    verifyToken: 'v',
    timeoutMs: 5_000,
    ...options,
  });
const channel = create();
const calls = channel.render({ key: 'out-1', contactId: '654', text: 'Dạ em chào chị ạ', choices: [] });
const send = () => channel.send(calls, account);
const post = () => nock(api).post(path).query({ appsecret_proof: proof });

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => {
  nock.enableNetConnect();
  nock.restore();
});

describe('sending over the real fetch', () => {
  it('says the message to the page, with the token outside the address', async () => {
    const scope = nock(api, { reqheaders: { authorization: 'Bearer page-access-token' } })
      .post(path, {
        recipient: { id: '654' },
        messaging_type: 'RESPONSE',
        message: { text: 'Dạ em chào chị ạ', metadata: 'out-1' },
      })
      .query({ appsecret_proof: proof })
      .reply(200, { recipient_id: '654', message_id: 'm_1' });
    expect(await send()).toEqual({ kind: 'sent', messageIds: ['m_1'] });
    expect(scope.isDone()).toBe(true);
  });

  it('puts the token where the settings say, and leaves the proof out where they do', async () => {
    nock(api).post(path).query({ access_token: 'page-access-token' }).reply(200, { message_id: 'm_1' });
    const plain = create({ tokenIn: 'query', appSecretProof: false });
    expect(await plain.send(calls, account)).toEqual({ kind: 'sent', messageIds: ['m_1'] });
  });

  it.each([
    [{ code: 4 }, 'retry', '4'],
    [{ code: 2 }, 'retry', '2'],
    [{ code: 190 }, 'renew-token', '190'],
    [{ code: 10, error_subcode: 2018065 }, 'window-closed', '10/2018065'],
    [{ code: 200, error_subcode: 1545041 }, 'unreachable', '200/1545041'],
    [{ code: 100, error_subcode: 2018109 }, 'defect', '100/2018109'],
    [{ code: 200, error_subcode: 2018028 }, 'account-attention', '200/2018028'],
    [{ code: 613, error_subcode: 2018338 }, 'account-attention', '613/2018338'],
    [{ code: 2018300 }, 'not-ours', '2018300'],
    [{ code: 4711 }, 'defect', '4711'],
    [{ code: 4711, is_transient: true }, 'retry', '4711'],
  ])('is failed for error %j, next: %s', async (error, next, vendorCode) => {
    post().reply(400, { error: { message: 'page-access-token', type: 'OAuthException', ...error } });
    expect(await send()).toEqual({ kind: 'failed', next, vendorCode, sentParts: 0 });
  });

  it.each([
    ['a reset', () => post().replyWithError(Object.assign(new Error('reset'), { code: 'ECONNRESET' }))],
    ['a gateway page', () => post().reply(502, '<html>')],
    ['an answer without an id', () => post().reply(200, { recipient_id: '654' })],
    ['an unheard-of server error', () => post().reply(500, { error: { code: 4711 } })],
    ['an unreadable inner answer', () => post().reply(500, { error: { code: 1, error_subcode: 1357046 } })],
  ])('is unknown after %s', async (_, arrange) => {
    arrange();
    expect(await send()).toMatchObject({ kind: 'unknown', sentParts: 0 });
  });

  it('is unknown when the answer comes too late', async () => {
    const late = Promise.withResolvers<string>();
    post().reply(200, () => late.promise);
    expect(await create({ timeoutMs: 10 }).send(calls, account)).toEqual({
      kind: 'unknown',
      why: 'timeout',
      sentParts: 0,
    });
    late.resolve('late');
  });

  it.each(['ECONNREFUSED', 'EAI_AGAIN'])('is failed, to be tried again, after %s', async (code) => {
    post().replyWithError(Object.assign(new Error('no connection'), { code }));
    expect(await send()).toEqual({ kind: 'failed', next: 'retry', vendorCode: code, sentParts: 0 });
  });

  it('is a defect when there is nothing to say', async () => {
    expect(await channel.send([], account)).toMatchObject({ kind: 'failed', next: 'defect' });
  });
});
