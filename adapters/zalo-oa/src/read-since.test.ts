import nock from 'nock';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createZaloConnector } from './connector.ts';

const connector = createZaloConnector({ fetch, appId: '11', appSecret: 's', timeoutMs: 5_000 });
const account = { externalId: '42', credentials: { accessToken: 'token' } };
const since = 1_000_000;
const read = () => connector.readSince?.(account, since, async () => {});

const api = (path: string, data: object) =>
  nock('https://openapi.zalo.me')
    .get(path)
    .query({ data: JSON.stringify(data) });
const recent = (offset = 0) => api('/v2.0/oa/listrecentchat', { offset, count: 10 });
const thread = (user_id: string, offset = 0) => api('/v2.0/oa/conversation', { user_id, offset, count: 10 });
const said = (id: string, time: number, more: object = {}) => ({
  message_id: id,
  src: 1,
  time,
  type: 'text',
  message: `lời ${id}`,
  from_id: '7',
  to_id: '42',
  ...more,
});
const ok = (data: unknown) => ({ error: 0, data });

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => {
  nock.enableNetConnect();
  nock.restore();
});

describe('what was said since then', () => {
  it('is read from the thread of everybody in the list, with the ids a webhook would have given', async () => {
    recent().reply(200, ok([said('b', since + 2), said('old', since - 1, { from_id: '8' })]));
    thread('7').reply(
      200,
      ok([
        said('b', since + 2),
        said('a', since + 1, { src: 0, from_id: '42', to_id: '7' }),
        said('p', since, { type: 'photo', message: '', url: 'https://photo.zdn.vn/1' }),
        said('old', since - 1),
      ]),
    );
    expect(await read()).toMatchObject({
      kind: 'read',
      isWhole: true,
      events: [
        { kind: 'message', id: 'message:b', contactId: '7', accountId: '42', text: 'lời b', at: since + 2 },
        { kind: 'echo', id: 'echo:a', contactId: '7', author: 'unknown' },
        { kind: 'message', id: 'message:p', attachments: [{ type: 'photo', url: 'https://photo.zdn.vn/1' }] },
      ],
    });
  });

  it('goes on to the next ten as long as they are new', async () => {
    const ten = Array.from({ length: 10 }, (_, index) => said(`m${index}`, since + 20 - index));
    recent().reply(200, ok(ten));
    recent(10).reply(200, ok([]));
    thread('7').reply(200, ok(ten));
    thread('7', 10).reply(200, ok([said('last', since)]));
    const result = await read();
    expect(result?.kind === 'read' && result.events).toHaveLength(11);
  });

  it.each([
    ['a refusal', () => recent().reply(200, { error: -216 }), '-216'],
    ['a gateway page', () => recent().reply(502, '<html>'), 'http-502 without proof'],
    ['no list', () => recent().reply(200, ok({})), 'unreadable list'],
  ])('is unclear after %s', async (_, arrange, why) => {
    arrange();
    expect(await read()).toEqual({ kind: 'unclear', why });
  });
});
