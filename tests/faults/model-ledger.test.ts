import { modelLedgerContract, noon } from '@glowbot/testkit';
import { testStore } from '../postgres/test-database.ts';

modelLedgerContract('the language model’s ledger on PostgreSQL', {
  async open() {
    let now = noon;
    const { store, close } = await testStore(() => now);
    return {
      store,
      ledger: store,
      pass: (ms) => {
        now += ms;
      },
      close,
    };
  },
});
