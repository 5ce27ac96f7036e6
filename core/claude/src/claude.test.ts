import nock from 'nock';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { message, reading, refusal } from '../fixtures/message.ts';
import { call, claude, request, vendor } from '../fixtures/test-claude.ts';

beforeAll(() => {
  nock.disableNetConnect();
  nock.enableNetConnect('127.0.0.1');
});
afterEach(() => {
  expect(nock.pendingMocks()).toEqual([]);
  nock.cleanAll();
});
afterAll(() => nock.enableNetConnect());

const api = () => nock(vendor).post('/v1/messages');

describe('a reading', () => {
  test('comes back in the contract’s shape, with what it cost', async () => {
    api().reply(200, message(reading), { 'request-id': 'req_1' });
    const answer = await claude().model.understand(request, call());
    expect(answer).toMatchObject({
      kind: 'answered',
      value: { ...reading, when: null },
      trace: {
        model: 'claude-haiku-5-5',
        requestId: 'req_1',
        inputTokens: 3_200,
        cacheReadTokens: 3_000,
        outputTokens: 40,
        attempts: 1,
        promptHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    });
  });

  test('is asked for with the clinic’s catalogue in the cached part and everything else behind it', async () => {
    let body: Record<string, unknown> = {};
    nock(vendor)
      .post('/v1/messages', (sent: Record<string, unknown>) => {
        body = sent;
        return true;
      })
      .matchHeader('authorization', 'Bearer test-key')
      .reply(200, message(reading));
    await claude().model.understand(request, call({ model: 'claude-of-the-clinic' }));
    expect(body).toMatchObject({
      model: 'claude-of-the-clinic',
      system: [{ type: 'text' }, { text: request.knowledge.stable, cache_control: { type: 'ephemeral' } }],
      messages: [{ role: 'user' }],
      output_config: { format: { type: 'json_schema', schema: { additionalProperties: false } } },
      metadata: { user_id: 'p1' },
    });
    expect(body).not.toHaveProperty('tools');
    expect(JSON.stringify(body['system'])).not.toContain('thay da nhiêu');
    const [user] = body['messages'] as { content: string }[];
    expect(JSON.parse(user?.content ?? '')).toMatchObject({ says: request.texts, asked: 'help' });
  });

  test('loses what cannot be a key, a day or an hour, and keeps the rest', async () => {
    const when = {
      date: '2026-13-45',
      from: null,
      to: null,
      time: '25:00',
      partOfDay: 'morning',
      quote: 'sáng',
    };
    const odd = { ...reading, treatments: [{ key: 'Not A Key', quote: 'x' }, ...reading.treatments], when };
    api().reply(200, message(odd));
    const answer = await claude().model.understand(request, call());
    expect(answer).toMatchObject({
      kind: 'answered',
      value: {
        treatments: reading.treatments,
        when: { date: null, dateRange: null, time: null, partOfDay: 'morning', quote: 'sáng' },
      },
    });
  });
});

describe('a failure is an answer', () => {
  test.each([
    [400, 'invalid_request_error', 'request-refused', 1],
    [401, 'authentication_error', 'key-refused', 1],
    [402, 'billing_error', 'key-refused', 1],
    [403, 'permission_error', 'key-refused', 1],
    [404, 'not_found_error', 'request-refused', 1],
    [408, 'timeout_error', 'vendor-failed', 2],
    [409, 'conflict_error', 'vendor-failed', 2],
    [413, 'request_too_large', 'request-refused', 1],
    [422, 'invalid_request_error', 'request-refused', 1],
    [429, 'rate_limit_error', 'rate-limited', 2],
    [500, 'api_error', 'vendor-failed', 2],
    [503, 'api_error', 'vendor-failed', 2],
    [529, 'overloaded_error', 'vendor-failed', 2],
  ])('status %i (%s) means %s after %i attempts', async (status, type, why, attempts) => {
    for (let n = 0; n < attempts; n += 1) api().reply(status, refusal(type), { 'request-id': 'req_no' });
    const answer = await claude().model.understand(request, call());
    expect(answer).toMatchObject({ kind: 'unavailable', why, trace: { attempts, requestId: 'req_no' } });
  });

  test.each([
    ['a page instead of JSON', '<html>502</html>', { 'content-type': 'text/html' }, 'nonsense'],
    ['JSON without content', { ok: true }, {}, 'nonsense'],
    ['a text that is no JSON', message('Xin chào!'), {}, 'nonsense'],
    ['the wrong shape', message({ intents: 'ask_price' }), {}, 'nonsense'],
    [
      'an unknown intent',
      message({ ...reading, intents: [{ intent: 'opt_in', quote: 'x' }] }),
      {},
      'nonsense',
    ],
    ['an answer that was cut', message('{"intents":[', { stop_reason: 'max_tokens' }), {}, 'cut-off'],
    ['a refusal', message('', { stop_reason: 'refusal' }), {}, 'declined'],
    [
      'blocks of another kind only',
      message('', { content: [{ type: 'thinking', thinking: '…' }] }),
      {},
      'nonsense',
    ],
  ])('%s', async (_what, body, headers, why) => {
    api().reply(200, body as nock.Body, headers);
    const answer = await claude().model.understand(request, call());
    expect(answer).toMatchObject({ kind: 'unavailable', why });
  });

  test('half an answer of JSON is asked for once more', async () => {
    api().twice().reply(200, '{"id":"msg_1","content":[{"ty', { 'content-type': 'application/json' });
    const answer = await claude().model.understand(request, call());
    expect(answer).toMatchObject({ kind: 'unavailable', why: 'vendor-failed', trace: { attempts: 2 } });
  });

  test('a broken connection is tried again, and the second answer counts', async () => {
    api().replyWithError('socket hang up');
    api().reply(200, message(reading));
    const answer = await claude().model.understand(request, call());
    expect(answer).toMatchObject({ kind: 'answered', trace: { attempts: 2 } });
  });

  test('a vendor that wants us to wait longer than the call lasts is not asked again', async () => {
    api().reply(429, refusal('rate_limit_error'), { 'retry-after': '30' });
    const answer = await claude().model.understand(request, call());
    expect(answer).toMatchObject({ kind: 'unavailable', why: 'rate-limited', trace: { attempts: 1 } });
  });
});

describe('a wording', () => {
  const draft = {
    voice: '',
    clinic: 'Mẫu Đơn',
    thread: [],
    draft: 'Dạ ⟦1⟧ giá ⟦2⟧ ạ.',
    marks: [{ mark: '⟦1⟧', means: 'Peel da' }],
    refused: null,
  };

  test('is one or two messages', async () => {
    api().reply(200, message({ messages: ['Dạ ⟦1⟧ là ⟦2⟧ ạ.'] }));
    const answer = await claude().model.word(draft, call());
    expect(answer).toMatchObject({ kind: 'answered', value: { messages: ['Dạ ⟦1⟧ là ⟦2⟧ ạ.'] } });
    api().reply(200, message({ messages: ['a', 'b', 'c'] }));
    expect(await claude().model.word(draft, call())).toMatchObject({ why: 'nonsense' });
  });
});

test('a brief has a title, a summary and up to three replies', async () => {
  const brief = { title: 'Hỏi giá', summary: 'Khách hỏi giá peel.', replies: ['Dạ em chào mình ạ.'] };
  api().reply(200, message(brief));
  const about = { clinic: 'Mẫu Đơn', reason: 'human_request', facts: [], thread: [] };
  expect(await claude().model.brief(about, call())).toMatchObject({ kind: 'answered', value: brief });
});
