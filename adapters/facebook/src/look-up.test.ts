import nock from 'nock';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createFacebook } from './index.ts';

const page = '100000000000001';
const account = { externalId: page, credentials: { pageAccessToken: 'page-access-token' } };
const channel = createFacebook({
  fetch,
  appId: '9',
  appSecrets: ['app-secret'],
  appSecretProof: false,
  verifyToken: 'v',
  timeoutMs: 5_000,
});
const notBefore = Date.parse('2026-11-23T05:00:00.700Z');
const query = { key: 'out-1', contactId: '654', texts: ['Dạ em chào chị ạ'], notBefore };
const get = () =>
  nock('https://graph.facebook.com', { reqheaders: { authorization: 'Bearer page-access-token' } })
    .get(`/v26.0/${page}/conversations`)
    .query({ user_id: '654', fields: 'messages.limit(20){id,created_time,from,message}' });
const thread = (...messages: readonly unknown[]) =>
  get().reply(200, { data: [{ messages: { data: messages }, id: 't_1' }] });
const said = (id: string, from: string, created_time: string, message: string) => ({
  id,
  created_time,
  from: { name: 'Made Up', id: from },
  message,
});

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => {
  nock.enableNetConnect();
  nock.restore();
});

describe('looking up what may have been said', () => {
  const asked = said('m_1', '654', '2026-11-23T04:59:00+0000', 'alo');

  it('finds it in the thread, whose clock shows whole seconds', async () => {
    thread(said('m_2', page, '2026-11-23T05:00:00+0000', 'Dạ em chào chị ạ'), asked);
    expect(await channel.lookUp(query, account)).toEqual({ kind: 'found', messageIds: ['m_2'] });
  });

  it('finds every part of a long text, and reads any offset of a clock', async () => {
    const long = { ...query, texts: ['ă'.repeat(2000)] };
    thread(
      said('m_3', page, '2026-11-23T12:00:02+0700', 'ă'.repeat(100)),
      said('m_2', page, '2026-11-23T12:00:01+0700', 'ă'.repeat(1900)),
    );
    expect(await channel.lookUp(long, account)).toEqual({ kind: 'found', messageIds: ['m_2', 'm_3'] });
  });

  it('does not take what was said hours ago for it', async () => {
    thread(said('m_1', page, '2026-11-23T05:00:00+0700', 'Dạ em chào chị ạ'));
    expect(await channel.lookUp(query, account)).toEqual({ kind: 'absent' });
  });

  it('knows it absent when the thread goes back before it', async () => {
    thread(said('m_2', '654', '2026-11-23T05:00:01+0000', 'Dạ em chào chị ạ'), asked);
    expect(await channel.lookUp(query, account)).toEqual({ kind: 'absent' });
  });

  it('is sure of an absence when the vendor shows the thread from its start', async () => {
    thread(said('m_2', '654', '2026-11-23T05:00:01+0000', 'alo'));
    expect(await channel.lookUp(query, account)).toEqual({ kind: 'absent' });
  });

  it.each([
    [
      'a full page of a longer thread that does not reach back',
      () =>
        thread(
          ...Array.from({ length: 20 }, (_, i) => said(`m_${i}`, '654', '2026-11-23T05:00:01+0000', 'alo')),
        ),
    ],
    ['a message it cannot read', () => thread({ id: 'm_3' }, asked)],
    ['no conversation', () => get().reply(200, { data: [] })],
    ['no list', () => get().reply(200, {})],
    ['a refusal', () => get().reply(400, { error: { code: 190 } })],
    ['a gateway page', () => get().reply(502, '<html>')],
    ['no connection', () => get().replyWithError(Object.assign(new Error('x'), { code: 'ECONNREFUSED' }))],
  ])('is unsure after %s', async (_, arrange) => {
    arrange();
    expect(await channel.lookUp(query, account)).toMatchObject({ kind: 'unsure' });
  });
});
