import nock from 'nock';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createZaloOa } from './index.ts';

const account = { externalId: '2233445566778899001', credentials: { accessToken: 'zalo-access-token' } };
const channel = createZaloOa({ fetch, appId: '1', oaSecrets: ['s'], timeoutMs: 5_000 });
const notBefore = 1_795_410_000_000;
const query = { key: 'out-1', contactId: '3344556677889900112', texts: ['Dạ em chào chị ạ'], notBefore };
const asked = encodeURIComponent('{"user_id":"3344556677889900112","offset":0,"count":10}');
const get = () =>
  nock('https://openapi.zalo.me', { reqheaders: { access_token: 'zalo-access-token' } }).get(
    `/v2.0/oa/conversation?data=${asked}`,
  );
const thread = (data: unknown) => get().reply(200, { data, error: 0, message: 'Success' });
const said = (message_id: string, src: number, time: number, message: string) => ({
  message_id,
  src,
  time,
  type: 'text',
  message,
  from_id: '1',
  to_id: '2',
});

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => {
  nock.enableNetConnect();
  nock.restore();
});

describe('looking up what may have been said', () => {
  it('finds it in the thread', async () => {
    thread([
      said('m2', 0, notBefore + 500, 'Dạ em chào chị ạ'.normalize('NFD')),
      said('m1', 1, notBefore - 9000, 'alo'),
    ]);
    expect(await channel.lookUp(query, account)).toEqual({ kind: 'found', messageIds: ['m2'] });
  });

  it('finds every part of a long text', async () => {
    const long = { ...query, texts: ['ă'.repeat(2500)] };
    thread([
      said('m3', 0, notBefore + 900, 'ă'.repeat(500)),
      said('m2', 0, notBefore + 500, 'ă'.repeat(2000)),
    ]);
    expect(await channel.lookUp(long, account)).toEqual({ kind: 'found', messageIds: ['m2', 'm3'] });
  });

  it('knows it absent when the thread goes back before it', async () => {
    thread([said('m2', 1, notBefore + 900, 'Dạ em chào chị ạ'), said('m1', 1, notBefore - 9000, 'alo')]);
    expect(await channel.lookUp(query, account)).toEqual({ kind: 'absent' });
  });

  it('is sure of an absence when the vendor shows the thread from its start', async () => {
    thread([said('m1', 1, notBefore + 1, 'alo')]);
    expect(await channel.lookUp(query, account)).toEqual({ kind: 'absent' });
  });

  it.each([
    [
      'a full page of a longer thread that does not reach back',
      () => thread(Array.from({ length: 10 }, (_, i) => said(`m${i}`, 1, notBefore + 1, 'alo'))),
    ],
    ['a message it cannot read', () => thread([null, said('m1', 1, notBefore - 9000, 'alo')])],
    ['no thread', () => thread({})],
    ['a refusal', () => get().reply(200, { error: -216, message: 'token' })],
    ['a gateway page', () => get().reply(502, '<html>')],
    ['no connection', () => get().replyWithError(Object.assign(new Error('x'), { code: 'ECONNREFUSED' }))],
  ])('is unsure after %s', async (_, arrange) => {
    arrange();
    expect(await channel.lookUp(query, account)).toMatchObject({ kind: 'unsure' });
  });
});
