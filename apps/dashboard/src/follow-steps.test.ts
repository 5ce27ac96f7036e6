import { expect, test } from 'vitest';
import { delayBefore, followSteps, silenceMs } from './page/follow-steps.js';

type Opening = { lastEventId: string | null; signal: AbortSignal };
type Waiting = { ms: number; signal: AbortSignal; end: () => void };

/** A server whose every answer the test scripts, and a clock that only the test moves. */
function scripted(answer: (opening: number, signal: AbortSignal) => Promise<Response>) {
  const openings: Opening[] = [];
  const waits: Waiting[] = [];
  const connections: string[] = [];
  const steps: string[] = [];
  const end = new AbortController();
  const following = followSteps({
    open: (lastEventId, signal) => {
      openings.push({ lastEventId, signal });
      return answer(openings.length, signal);
    },
    wait: (ms, signal) =>
      new Promise((resolve) => {
        waits.push({ ms, signal, end: () => resolve() });
        signal.addEventListener('abort', () => resolve());
        if (signal.aborted) resolve();
      }),
    random: () => 1,
    onConnection: (connection) => connections.push(connection.kind),
    onStep: (data) => steps.push(data),
    signal: end.signal,
  });
  const retryDelays = () => waits.filter(({ ms }) => ms !== silenceMs).map(({ ms }) => ms);
  const lastRetry = () => waits.filter(({ ms }) => ms !== silenceMs).at(-1);
  return { following, openings, waits, connections, steps, end, retryDelays, lastRetry };
}

const streamOf = (...pieces: string[]) =>
  new Response(
    new ReadableStream({
      start(controller) {
        for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
        controller.close();
      },
    }),
  );

const silentStream = (signal: AbortSignal) =>
  new Response(
    new ReadableStream({
      start: (controller) => signal.addEventListener('abort', () => controller.error(signal.reason)),
    }),
  );

test('after a loss it resumes behind the last step it saw', async () => {
  const run = scripted((opening, signal) =>
    Promise.resolve(
      opening === 1
        ? streamOf('id: 41\nevent: step\ndata: a\n\n', 'id: 42\nevent: step\ndata: b\n\n')
        : silentStream(signal),
    ),
  );
  await expect.poll(() => run.connections).toEqual(['connecting', 'live', 'lost']);
  run.lastRetry()?.end();
  await expect.poll(() => run.openings.length).toBe(2);
  expect(run.steps).toEqual(['a', 'b']);
  expect(run.openings.map(({ lastEventId }) => lastEventId)).toEqual([null, '42']);
  run.end.abort();
  await run.following.ended;
});

test('delays grow while nobody answers, and begin anew after something was heard', async () => {
  const run = scripted((opening) =>
    opening === 4 ? Promise.resolve(streamOf(': welcome\n\n')) : Promise.reject(new TypeError('no network')),
  );
  for (let tries = 1; tries <= 5; tries += 1) {
    await expect.poll(() => run.retryDelays().length).toBe(tries);
    run.lastRetry()?.end();
  }
  expect(run.retryDelays().slice(0, 5)).toEqual([1000, 2000, 4000, 1000, 2000]);
  run.end.abort();
  await run.following.ended;
});

test('no delay is longer than half a minute, and browsers do not all come back at once', () => {
  expect(delayBefore(50, () => 1)).toBe(30_000);
  expect(delayBefore(50, () => 0)).toBe(22_500);
});

test('a connection that says nothing for too long is given up', async () => {
  const run = scripted((_, signal) => Promise.resolve(silentStream(signal)));
  await expect.poll(() => run.connections).toEqual(['connecting', 'live']);
  run.waits.find(({ ms, signal }) => ms === silenceMs && !signal.aborted)?.end();
  await expect.poll(() => run.connections.at(-1)).toBe('lost');
  run.end.abort();
  await run.following.ended;
});

test('whoever cannot wait is connected at once', async () => {
  const run = scripted((opening, signal) =>
    opening === 1 ? Promise.reject(new TypeError('no network')) : Promise.resolve(silentStream(signal)),
  );
  await expect.poll(() => run.connections.at(-1)).toBe('lost');
  run.following.retryNow();
  await expect.poll(() => run.connections.at(-1)).toBe('live');
  run.end.abort();
  await run.following.ended;
});

test('a refused access token is not tried again', async () => {
  const run = scripted(() => Promise.resolve(new Response(null, { status: 401 })));
  await run.following.ended;
  expect(run.connections).toEqual(['connecting', 'refused']);
});
