import { storeContract } from '@glowbot/testkit';
import { testStore } from '../postgres/test-database.ts';

storeContract('the store on PostgreSQL', {
  async open() {
    const { store, sql, close } = await testStore();
    return {
      store,
      close,
      async hasten() {
        await sql(
          `update timers set due_at = now() - interval '1 second' where due_at < now() + interval '1 hour'`,
        );
        await sql(
          `update outbox set due_at = now() where due_at between now() and now() + interval '1 hour'`,
        );
        await sql('update conversations set retry_at = null');
      },
    };
  },
});
