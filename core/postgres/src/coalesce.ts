import { isOutage } from './database/failure.ts';

type Waiting<Item, Result> = {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
};

/**
 * Lets concurrent callers share one commit. A lone caller starts at once; whoever comes while a batch is on its way
 * waits for the next one, which leaves as soon as the first has returned, and not by a clock.
 * A batch that fails is tried item by item, so that one poisoned item does not fail its neighbours.
 */
export function coalesce<Item, Result>(
  together: (items: readonly Item[]) => Promise<readonly Result[]>,
  most = 256,
): (item: Item) => Promise<Result> {
  let waiting: Waiting<Item, Result>[] = [];
  let isUnderWay = false;

  async function drain(): Promise<void> {
    isUnderWay = true;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, most);
      waiting = waiting.slice(most);
      await settle(batch);
    }
    isUnderWay = false;
  }

  async function settle(batch: Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await together(batch.map(({ item }) => item));
      for (const [index, { resolve, reject }] of batch.entries()) {
        const result = results[index];
        if (result === undefined) reject(new RangeError('a batch answered fewer items than it was given'));
        else resolve(result);
      }
    } catch (error) {
      if (batch.length === 1 || isOutage(error)) for (const { reject } of batch) reject(error);
      else for (const one of batch) await settle([one]);
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!isUnderWay) void drain();
    });
}
