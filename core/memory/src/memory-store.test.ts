import { randomUUID } from 'node:crypto';
import { storeContract } from '@glowbot/testkit';
import { createMemoryStore } from './memory-store.ts';

storeContract('the store in memory', {
  async open() {
    let ahead = 0;
    const store = createMemoryStore({
      clock: () => Date.now() + ahead,
      leaseClock: Date.now,
      newId: randomUUID,
    });
    return {
      store,
      async close() {
        await store.close();
      },
      async hasten() {
        ahead += 3_600_000;
      },
      async pass(ms) {
        ahead += ms;
      },
    };
  },
});
