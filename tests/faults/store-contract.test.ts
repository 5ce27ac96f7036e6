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
      async pass(ms) {
        await sql(
          `update inbox set received_at = received_at - $1 * interval '1 ms', ripe_at = ripe_at - $1 * interval '1 ms'
           where handled_at is null`,
          [ms],
        );
      },
    };
  },
});
