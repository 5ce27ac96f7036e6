import nock from 'nock';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { message, reading } from '../fixtures/message.ts';
import { call, claude, request, vendor } from '../fixtures/test-claude.ts';
import { defaultModels } from './claude.ts';
import { costOf, knownModels } from './models.ts';

beforeAll(() => nock.disableNetConnect());
afterAll(() => nock.enableNetConnect());

async function sentTo(model: string) {
  let body: Record<string, unknown> = {};
  nock(vendor)
    .post('/v1/messages', (sent: Record<string, unknown>) => {
      body = sent;
      return true;
    })
    .reply(200, message(reading));
  await claude().model.understand(request, call({ model }));
  return body;
}

/** As the vendor's migration guides have it: each of the other settings is answered with status 400. */
test.each([
  ['claude-haiku-5-5', { type: 'disabled' }],
  ['claude-sonnet-5-5', { type: 'between_tools' }],
  ['claude-opus-5-5', undefined],
  ['a-model-of-tomorrow', undefined],
])('%s is asked to think as little as it can', async (model, thinking) => {
  expect((await sentTo(model))['thinking']).toEqual(thinking);
});

test('a model that cannot be kept from thinking has room for it', async () => {
  const least = Number((await sentTo('claude-haiku-5-5'))['max_tokens']);
  expect(Number((await sentTo('claude-opus-5-5'))['max_tokens'])).toBeGreaterThanOrEqual(least + 1_000);
});

test('the models used unless a clinic chooses others are known, with their prices', () => {
  for (const model of Object.values(defaultModels))
    expect(knownModels[model]?.price.input).toBeGreaterThan(0);
});

test('a cost counts what the cache gave and took at its own price', () => {
  const tokens = { inputTokens: 3_000_000, cacheReadTokens: 1_000_000, cacheWriteTokens: 1_000_000 };
  expect(costOf('claude-sonnet-5-5', { ...tokens, outputTokens: 1_000_000 })).toBeCloseTo(2 + 0.1 + 2.5 + 10);
  expect(costOf('a-model-of-tomorrow', { ...tokens, outputTokens: 1 })).toBeNull();
});
