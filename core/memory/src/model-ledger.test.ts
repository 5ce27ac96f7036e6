import { randomUUID } from 'node:crypto';
import { modelLedgerContract, noon } from '@glowbot/testkit';
import { createMemoryLedger } from './model-ledger.ts';
import { createMemoryStore } from './memory-store.ts';

modelLedgerContract('the language model’s ledger in memory', {
  async open() {
    let now = noon;
    const store = createMemoryStore({ clock: () => now, leaseClock: () => 0, newId: randomUUID });
    return {
      store,
      ledger: createMemoryLedger(store, () => now),
      pass: (ms) => {
        now += ms;
      },
      close: async () => {},
    };
  },
});
