import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../journeys/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({
    languageModel: { understandMs: 700, wordMs: 700 },
    /** Every failure is met anew. */
    patience: { failures: 1_000, lastingOpenMs: 0 },
  });
});
afterAll(() => world.close());

const status = (code: number, retryAfterSeconds?: number) =>
  ({
    kind: 'status',
    status: code,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  }) as const;

/** What goes wrong, and under which name the clinic finds it afterwards. */
const faults = [
  ['a refused key', status(401), 'key-refused'],
  ['a bill that was not paid', status(402), 'key-refused'],
  ['a right that is missing', status(403), 'key-refused'],
  ['an unknown model', status(404), 'request-refused'],
  ['a bad request', status(400), 'request-refused'],
  ['too many requests', status(429, 30), 'rate-limited'],
  ['too many requests, twice', status(429, 0), 'rate-limited'],
  ['an error of the vendor', status(500), 'vendor-failed'],
  ['an overloaded vendor', status(529), 'vendor-failed'],
  ['silence', { kind: 'hang' }, 'no-answer-in-time'],
  ['an answer that is late', { kind: 'late', ms: 2_000 }, 'no-answer-in-time'],
  ['an answer that stops half-way', { kind: 'slow-body', ms: 2_000 }, 'no-answer-in-time'],
  ['a connection that breaks', { kind: 'drop' }, 'vendor-failed'],
  ['an answer that breaks off', { kind: 'broken-body' }, 'vendor-failed'],
  ['a stream that nobody asked for', { kind: 'broken-stream' }, 'nonsense'],
  ['a page of a proxy', { kind: 'page' }, 'nonsense'],
  ['an answer of another shape', { kind: 'malformed' }, 'nonsense'],
  ['words instead of JSON', { kind: 'no-json' }, 'nonsense'],
  ['JSON of another shape', { kind: 'wrong-shape' }, 'nonsense'],
  ['an empty answer', { kind: 'empty' }, 'nonsense'],
  ['a model that declines', { kind: 'refusal' }, 'declined'],
  ['an answer that is cut', { kind: 'max-tokens' }, 'cut-off'],
  ['blocks nobody has heard of', { kind: 'unheard-of' }, 'used'],
] as const;

test.each(faults)('%s: the turn is finished by rules and templates', async (_what, fault, outcome) => {
  const { claude } = world.simulator;
  claude.clearFaults();
  claude.failNext({ fault });
  const [sure, unsure] = [world.customer('zalo'), world.customer('facebook')];
  const [price, unknown] = await Promise.all([
    sure.says('peel da giá bao nhiêu ạ'),
    unsure.says('zượt zượt blabla nha trời ơi'),
  ]);
  expect(price.text).toContain('600.000đ');
  expect(unknown.text).toMatch(/^Dạ/);
  const outcomes = await world.sql<{ outcome: string; contact: string }>(
    `select distinct outcome from language_model_calls join conversations using (clinic_id, conversation_id)
     where contact_id in ($1, $2)`,
    [sure.id, unsure.id],
  );
  expect(outcomes).toEqual([{ outcome }]);
});

test('a model that keeps failing is left alone, and the clinic is answered all the same', async () => {
  const other = await startWorld({ languageModel: {} });
  other.simulator.claude.failNext({ fault: status(401) });
  for (let n = 0; n < 5; n += 1) {
    expect((await other.customer('zalo').says('peel da giá bao nhiêu ạ')).text).toContain('600.000đ');
  }
  expect(other.simulator.claude.calls()).toHaveLength(1);
  await other.close();
});
