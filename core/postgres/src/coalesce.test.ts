import { expect, test } from 'vitest';
import { coalesce } from './coalesce.ts';

/** A batch function whose batches return only when they are let go. */
function held() {
  const batches: { items: readonly number[]; letGo: () => void }[] = [];
  const together = (items: readonly number[]) =>
    new Promise<readonly number[]>((resolve) => {
      batches.push({ items, letGo: () => resolve(items.map((item) => item * 10)) });
    });
  return { batches, together };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

test('a lone caller starts at once', () => {
  const { batches, together } = held();
  void coalesce(together)(1);
  expect(batches.map(({ items }) => items)).toEqual([[1]]);
});

test('whoever comes meanwhile shares the next batch, which leaves when the first has returned', async () => {
  const { batches, together } = held();
  const call = coalesce(together);
  const answers = [call(1), call(2), call(3)];
  expect(batches).toHaveLength(1);
  batches[0]?.letGo();
  await settled();
  expect(batches.map(({ items }) => items)).toEqual([[1], [2, 3]]);
  batches[1]?.letGo();
  expect(await Promise.all(answers)).toEqual([10, 20, 30]);
});

test('a batch takes only so many', async () => {
  const { batches, together } = held();
  const call = coalesce(together, 2);
  const answers = [1, 2, 3, 4].map(call);
  for (let nth = 0; nth < 3; nth += 1) {
    batches[nth]?.letGo();
    await settled();
  }
  expect(batches.map(({ items }) => items)).toEqual([[1], [2, 3], [4]]);
  expect(await Promise.all(answers)).toEqual([10, 20, 30, 40]);
});

test('a poisoned item fails alone, and its neighbours arrive', async () => {
  const call = coalesce(async (items: readonly number[]) => {
    if (items.includes(3)) throw new TypeError('poison');
    return items;
  });
  const answers = await Promise.allSettled([1, 2, 3, 4].map(call));
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
});

test('when the database is gone nobody is tried one by one', async () => {
  const tried: number[] = [];
  const call = coalesce(async (items: readonly number[]) => {
    tried.push(items.length);
    throw new Error('Connection terminated unexpectedly');
  });
  const answers = await Promise.allSettled([1, 2, 3].map(call));
  expect(answers.every(({ status }) => status === 'rejected')).toBe(true);
  expect(tried).toEqual([1, 2]);
});

test('after a failure it goes on', async () => {
  let fails = true;
  const call = coalesce(async (items: readonly number[]) => {
    if (fails) throw new Error('gone');
    return items;
  });
  await expect(call(1)).rejects.toThrow('gone');
  fails = false;
  expect(await call(2)).toBe(2);
});
