import { expect, test } from 'vitest';
import { refreshSoon } from './page/refresh-soon.js';

function scripted() {
  const runs: PromiseWithResolvers<void>[] = [];
  const refresh = refreshSoon(
    () => {
      const run = Promise.withResolvers<void>();
      runs.push(run);
      return run.promise;
    },
    () => Promise.resolve(),
  );
  return { runs, refresh };
}

test('a burst of requests is answered by the run under way and one more', async () => {
  const { runs, refresh } = scripted();
  const all = [refresh(), refresh(), refresh(), refresh()];
  expect(runs.length).toBe(1);
  runs[0]?.resolve();
  await expect.poll(() => runs.length).toBe(2);
  runs[1]?.resolve();
  await Promise.all(all);
  expect(runs.length).toBe(2);
});

test('a run that failed does not keep the next from running', async () => {
  const { runs, refresh } = scripted();
  const first = refresh();
  const second = refresh();
  runs[0]?.reject(new Error('no network'));
  await expect(first).rejects.toThrow('no network');
  await expect.poll(() => runs.length).toBe(2);
  runs[1]?.resolve();
  await second;
});
