import { createServer } from 'node:http';
import nock from 'nock';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
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

describe('waiting ends', () => {
  /** Answers the head at once and the body never, or nothing at all. */
  async function silentVendor(head: boolean) {
    const server = createServer((_request, response) => {
      if (head) response.writeHead(200, { 'content-type': 'application/json' }).write('{"id":');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const address = server.address();
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  }

  test.each([
    ['no byte', false],
    ['half a body', true],
  ])('with the time of the call, when there is %s', async (_what, head) => {
    const { model } = claude({}, await silentVendor(head));
    const answer = await model.understand(request, call({ withinMs: 60 }));
    expect(answer).toMatchObject({ kind: 'unavailable', why: 'no-answer-in-time' });
  });

  test('at once when the answer would no longer be used', async () => {
    const { model } = claude({}, await silentVendor(false));
    const controller = new AbortController();
    const answer = model.understand(request, call({ signal: controller.signal, withinMs: 60_000 }));
    controller.abort();
    expect(await answer).toMatchObject({ kind: 'unavailable', why: 'moot' });
    expect(await model.understand(request, call({ signal: controller.signal }))).toEqual({
      kind: 'unavailable',
      why: 'moot',
      trace: null,
    });
  });

  test('before it begins, when as many calls are in flight as may be', async () => {
    const { model } = claude({ atOnce: 1 }, await silentVendor(false));
    const first = model.understand(request, call({ withinMs: 80 }));
    expect(await model.understand(request, call())).toEqual({
      kind: 'unavailable',
      why: 'busy',
      trace: null,
    });
    expect(await first).toMatchObject({ why: 'no-answer-in-time' });
  });
});

test('a clock that counts parts of a millisecond is as good as any', async () => {
  api().reply(200, message(reading));
  const answer = await claude().model.understand(request, call({ withinMs: 1_999.5 }));
  expect(answer).toMatchObject({ kind: 'answered' });
});

test('between attempts it waits longer each time, and chance takes its part away', async () => {
  const chances = [1, 0.5, 0];
  const { model, waits } = claude({ attempts: 4, firstWaitMs: 8 }, vendor, () => chances.shift() ?? 1);
  api().times(4).reply(529, refusal('overloaded_error'));
  const answer = await model.understand(request, call({ withinMs: 5_000 }));
  expect(answer).toMatchObject({ why: 'vendor-failed', trace: { attempts: 4 } });
  expect(waits).toEqual([5_000, 8, 8, 0]);
});

describe('a vendor that keeps failing is left alone', () => {
  const fails = (status: number, times: number) => {
    for (let n = 0; n < times; n += 1) api().reply(status, refusal('api_error'));
  };
  const settings = { attempts: 1, failures: 3, openMs: 1_000, lastingOpenMs: 60_000 };
  const busy = { kind: 'unavailable', why: 'busy', trace: null };

  test('after some failures in a row, until one call finds it back', async () => {
    const { model, passes } = claude(settings);
    fails(500, 3);
    for (let n = 0; n < 3; n += 1) await model.understand(request, call());
    expect(await model.understand(request, call())).toEqual(busy);
    passes(1_000);
    api().reply(200, message(reading));
    const both = await Promise.all([model.understand(request, call()), model.understand(request, call())]);
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['answered', 'unavailable']);
    api().reply(200, message(reading));
    expect(await model.understand(request, call())).toMatchObject({ kind: 'answered' });
  });

  test('for a minute when it does not accept the key', async () => {
    const { model, passes } = claude(settings);
    fails(401, 1);
    await model.understand(request, call());
    passes(59_000);
    expect(await model.understand(request, call())).toEqual(busy);
    expect(model.resting()).toEqual({ why: 'key-refused', forMs: 1_000 });
    passes(1_000);
    expect(model.resting()).toBeNull();
  });

  test('and our own mistakes do not count', async () => {
    const { model } = claude(settings);
    fails(400, 6);
    for (let n = 0; n < 6; n += 1) {
      expect(await model.understand(request, call())).toMatchObject({ why: 'request-refused' });
    }
  });
});
