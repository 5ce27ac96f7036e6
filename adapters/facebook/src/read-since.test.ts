import nock from 'nock';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createFacebookConnector } from './connector.ts';

const connector = createFacebookConnector({ fetch, appId: '11', appSecret: 's', timeoutMs: 5_000 });
const account = { externalId: '42', credentials: { pageAccessToken: 'token' } };
const since = Date.parse('2026-11-23T05:00:00Z');
const pauses: number[] = [];
const read = () =>
  connector.readSince?.(account, since, async (ms) => {
    pauses.push(ms);
  });
const list = (after?: string) =>
  nock('https://graph.facebook.com')
    .get('/v26.0/42/conversations')
    .query((query) => query.after === after && String(query.fields).includes('messages.limit(20)'));
const at = (seconds: number) => new Date(since + seconds * 1000).toISOString().replace(/\.\d+Z$/, '+0000');
const conversation = (contact: string, updated: number, messages: readonly object[]) => ({
  id: `t_${contact}`,
  updated_time: at(updated),
  participants: { data: [{ id: contact }, { id: '42' }] },
  messages: { data: messages },
});
const said = (id: string, seconds: number, from: string, message = `lời ${id}`) => ({
  id,
  created_time: at(seconds),
  from: { id: from },
  message,
});

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => {
  nock.enableNetConnect();
  nock.restore();
});

describe('what was said since then', () => {
  it('is read from the latest conversations, with the ids a webhook would have given', async () => {
    list().reply(200, {
      data: [
        conversation('7', 9, [said('m_b', 9, '42'), said('m_a', 8, '7'), said('m_old', -5, '7')]),
        conversation('8', -60, [said('m_older', -60, '8')]),
      ],
    });
    expect(await read()).toEqual({
      kind: 'read',
      isWhole: true,
      events: [
        {
          kind: 'echo',
          id: 'echo:m_b',
          accountId: '42',
          contactId: '7',
          at: since + 9000,
          messageId: 'm_b',
          text: 'lời m_b',
          author: 'unknown',
        },
        {
          kind: 'message',
          id: 'message:m_a',
          accountId: '42',
          contactId: '7',
          at: since + 8000,
          messageId: 'm_a',
          text: 'lời m_a',
          attachments: [],
        },
      ],
    });
  });

  it('goes on page by page, slowly, until a conversation is older', async () => {
    const many = Array.from({ length: 25 }, (_, index) =>
      conversation(`1${index}`, 5, [said(`m_${index}`, 5, `1${index}`)]),
    );
    list().reply(200, { data: many, paging: { cursors: { after: 'next' } } });
    list('next').reply(200, { data: [conversation('9', -1, [])] });
    const result = await read();
    expect(result?.kind === 'read' && result.events).toHaveLength(25);
    expect(pauses).toEqual([600]);
  });

  it('says so when a thread holds more than the list shows', async () => {
    const full = Array.from({ length: 20 }, (_, index) => said(`m_${index}`, 30 - index, '7'));
    list().reply(200, { data: [conversation('7', 30, full)] });
    expect(await read()).toMatchObject({ kind: 'read', isWhole: false });
  });

  it.each([
    ['a refusal', () => list().reply(400, { error: { code: 613 } }), '613'],
    ['a gateway page', () => list().reply(502, '<html>'), 'http-502 without proof'],
    ['no list', () => list().reply(200, {}), 'unreadable list'],
  ])('is unclear after %s', async (_, arrange, why) => {
    arrange();
    expect(await read()).toEqual({ kind: 'unclear', why });
  });
});
