import { expect, test } from 'vitest';
import { z } from 'zod';
import { type Opened, openSimulator } from '../test-clinic/open-simulator.ts';
import { lies } from './lies.ts';

const Message = z.object({
  content: z.array(z.object({ type: z.string(), text: z.string().optional() })),
  stop_reason: z.string(),
  usage: z.record(z.string(), z.number()),
});

const object = (...names: string[]) => ({
  type: 'object',
  properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
});

const catalogue = [
  '[treatments]',
  'peel = Peel da; also: thay da, lột da; for: mụn',
  '[branches]',
  'cs1 = Cơ sở 1; also: quận 3',
].join('\n');

const understand = (says: string[], system = catalogue) => ({
  model: 'claude-haiku-5-5',
  max_tokens: 500,
  system: [{ type: 'text', text: system, cache_control: { type: 'ephemeral' } }],
  messages: [{ role: 'user', content: JSON.stringify({ says, relevant: '' }) }],
  output_config: { format: { type: 'json_schema', schema: object('intents') } },
});

const word = (draft: string) => ({
  model: 'claude-sonnet-5-5',
  max_tokens: 500,
  messages: [{ role: 'user', content: JSON.stringify({ draft, refused: null }) }],
  output_config: { format: { type: 'json_schema', schema: object('messages') } },
});

const headers = { authorization: 'Bearer simulated-claude-key', 'anthropic-version': '2026-10-21' };

/** Asks as the vendor's SDK does. */
const ask = ({ call }: Opened, body: unknown, more: Record<string, string> = {}) =>
  call('POST', '/v1/messages', body, { ...headers, ...more });

/** The JSON inside the text of an answer. */
const valueOf = (json: unknown): unknown =>
  JSON.parse(
    Message.parse(json)
      .content.map(({ text }) => text ?? '')
      .join(''),
  );

test('a message is read by a few signs and by the names of the catalogue, with the words that show it', async () => {
  const opened = await openSimulator();
  const { json, headers: received } = await ask(opened, understand(['Thay da nhiu v shop, ở quận 3 nha']));
  expect(received.get('request-id')).toMatch(/^req_/);
  expect(valueOf(json)).toMatchObject({
    intents: [{ intent: 'ask_price', quote: 'nhiu' }],
    treatments: [{ key: 'peel', quote: 'Thay da' }],
    branch: { key: 'cs1', quote: 'quận 3' },
  });
});

test('a draft comes back warmer and with every mark', async () => {
  const opened = await openSimulator();
  const { json } = await ask(opened, word('Dạ ⟦1⟧ giá ⟦2⟧ ạ.'));
  expect(valueOf(json)).toEqual({ messages: ['Dạ vâng ạ, ⟦1⟧ giá ⟦2⟧ ạ.'] });
});

test('a setting of thinking that a model does not take is refused, as the API refuses it', async () => {
  const opened = await openSimulator();
  const asked = (type: string) => ask(opened, { ...word('Dạ ⟦1⟧ ạ.'), thinking: { type } });
  expect(await asked('between_tools')).toMatchObject({ status: 200 });
  expect(await asked('disabled')).toMatchObject({
    status: 400,
    json: { error: { type: 'invalid_request_error' } },
  });
});

test('a question it does not know is answered with the smallest value of its schema', async () => {
  const opened = await openSimulator();
  const schema = {
    type: 'object',
    properties: { yes: { type: 'boolean' }, why: { anyOf: [{ type: 'null' }] }, tags: { type: 'array' } },
  };
  const { json } = await ask(opened, {
    model: 'm',
    max_tokens: 9,
    messages: [{ role: 'user', content: 'Hi' }],
    output_config: { format: { type: 'json_schema', schema } },
  });
  expect(valueOf(json)).toEqual({ yes: false, why: null, tags: [] });
});

test('a long marked prefix is written to the cache once and then read from it, until five minutes pass', async () => {
  const opened = await openSimulator();
  const long = catalogue + ' '.repeat(5_000);
  const figures = async () => Message.parse((await ask(opened, understand(['a'], long))).json).usage;
  const first = await figures();
  expect(first).toMatchObject({ cache_read_input_tokens: 0 });
  const written = first['cache_creation_input_tokens'] ?? 0;
  expect(written).toBeGreaterThan(1_024);
  expect(await figures()).toMatchObject({ cache_read_input_tokens: written, cache_creation_input_tokens: 0 });
  opened.simulator.advanceClock(5 * 60_000);
  expect(await figures()).toMatchObject({ cache_read_input_tokens: 0, cache_creation_input_tokens: written });
  expect(Message.parse((await ask(opened, understand(['a']))).json).usage).toMatchObject({
    cache_read_input_tokens: 0,
    cache_creation_input_tokens: 0,
  });
});

test('a wrong key, a missing version and a body of another shape are refused as the API refuses them', async () => {
  const opened = await openSimulator();
  expect(await ask(opened, understand(['a']), { authorization: 'Bearer other' })).toMatchObject({
    status: 401,
    json: { type: 'error', error: { type: 'authentication_error' } },
  });
  const bare = await opened.call('POST', '/v1/messages', understand(['a']), {
    authorization: headers.authorization,
  });
  expect(bare).toMatchObject({ status: 400, json: { error: { type: 'invalid_request_error' } } });
  expect(await ask(opened, { model: 'm' })).toMatchObject({ status: 400 });
});

test('faults are ordered over HTTP, for some calls or until they are cleared', async () => {
  const opened = await openSimulator();
  const order = (fault: unknown) => opened.call('POST', '/control/claude/faults', fault);
  await order({ count: 1, fault: { kind: 'status', status: 529, retryAfterSeconds: 2 } });
  const overloaded = await ask(opened, understand(['a']));
  expect(overloaded).toMatchObject({ status: 529, json: { error: { type: 'overloaded_error' } } });
  expect(overloaded.headers.get('retry-after')).toBe('2');
  expect(await ask(opened, understand(['a']))).toMatchObject({ status: 200 });
  await order({ fault: { kind: 'refusal' } });
  for (let n = 0; n < 3; n += 1) {
    expect((await ask(opened, understand(['a']))).json).toMatchObject({ stop_reason: 'refusal' });
  }
  await opened.call('DELETE', '/control/claude/faults', {});
  expect((await ask(opened, understand(['a']))).json).toMatchObject({ stop_reason: 'end_turn' });
});

test.each([
  ['max-tokens', { stop_reason: 'max_tokens' }],
  ['empty', { content: [] }],
  ['malformed', { result: 'ok' }],
  ['no-json', { stop_reason: 'end_turn' }],
  ['wrong-shape', { stop_reason: 'end_turn' }],
  ['unheard-of', { stop_reason: 'sunset' }],
] as const)('the fault %s answers 200 all the same', async (kind, shape) => {
  const opened = await openSimulator();
  opened.simulator.claude.failNext({ fault: { kind } });
  expect(await ask(opened, understand(['a']))).toMatchObject({ status: 200, json: shape });
});

test.each(['drop', 'broken-body'] as const)('the fault %s breaks the connection', async (kind) => {
  const opened = await openSimulator();
  opened.simulator.claude.failNext({ count: 1, fault: { kind } });
  await expect(ask(opened, understand(['a']))).rejects.toThrow();
  expect(await ask(opened, understand(['a']))).toMatchObject({ status: 200 });
});

test('a stream has the events of the API in their order, and a broken one ends with an error', async () => {
  const opened = await openSimulator();
  const stream = async () => {
    const answer = await fetch(`${opened.simulator.url}/v1/messages`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ ...word('Dạ ⟦1⟧ ạ.'), stream: true }),
    });
    return [...(await answer.text()).matchAll(/^event: (.+)$/gm)].map(([, name]) => name);
  };
  expect(await stream()).toEqual([
    'message_start',
    'content_block_start',
    'content_block_delta',
    'content_block_delta',
    'content_block_stop',
    'message_delta',
    'message_stop',
  ]);
  opened.simulator.claude.failNext({ count: 1, fault: { kind: 'broken-stream' } });
  expect((await stream()).at(-1)).toBe('error');
});

test('answers can be written beforehand, and calls are kept to be looked at', async () => {
  const opened = await openSimulator();
  await opened.call('POST', '/control/claude/script', { answers: [{ messages: ['một'] }, 'no JSON at all'] });
  expect(valueOf((await ask(opened, word('Dạ ⟦1⟧ ạ.'))).json)).toEqual({ messages: ['một'] });
  await ask(opened, word('Dạ ⟦1⟧ ạ.'));
  expect(opened.simulator.claude.calls()).toMatchObject([
    { use: 'word', model: 'claude-sonnet-5-5', answer: { messages: ['một'] }, lie: null },
    { use: 'word', answer: 'no JSON at all' },
  ]);
});

test('when told to lie it goes through all its lies, and says which words give each away', async () => {
  const opened = await openSimulator();
  await opened.call('PUT', '/control/claude', { mode: 'lying' });
  for (let n = 0; n < lies.length; n += 1) {
    await ask(opened, word('Dạ ⟦1⟧ bên em còn ⟦2⟧, không có ⟦3⟧ ạ. Mình chọn giúp em nhé?'));
  }
  const told = opened.simulator.claude.calls();
  expect(new Set(told.map(({ lie }) => lie?.name))).toEqual(new Set(lies.map(({ name }) => name)));
  for (const { answer, lie } of told) {
    for (const words of lie?.poison ?? []) expect(JSON.stringify(answer)).toContain(words);
  }
});
