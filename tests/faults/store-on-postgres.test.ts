import { commitOf, draft, type House, houseOf, noon } from '@glowbot/testkit';
import { migrate } from '@glowbot/postgres';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase, type TestStore, testStore } from '../postgres/test-database.ts';

let database: TestStore;
let house: House;
beforeEach(async () => {
  database = await testStore();
  house = await houseOf(database.store);
});
afterEach(() => database.close());

/** Ends every connection of the store, as a restart of the server or a failover does. */
const cutOff = () =>
  database.sql(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name = 'glowbot' and pid <> pg_backend_pid()`,
  );

describe('a stream of steps', () => {
  test('never passes a step whose transaction began earlier and commits later', async () => {
    const conversationId = await house.says('chào');
    const start = await database.store.stepsAfter(house.scope, null, 10);
    const slow = new pg.Client({ ...database.connection });
    await slow.connect();
    const insert = `insert into steps (clinic_id, conversation_id, event, from_state, to_state, detail, at)
      values ($1, $2, $3, 'a', 'b', 'null', now())`;
    await slow.query('begin');
    await slow.query(insert, [house.clinicId, conversationId, 'slow']);
    await database.sql(insert, [house.clinicId, conversationId, 'fast']);
    const early = await database.store.stepsAfter(house.scope, start.cursor, 10);
    await slow.query('commit');
    await slow.end();
    const seen = async () => {
      const late = await database.store.stepsAfter(house.scope, early.cursor, 10);
      return [...early.steps, ...late.steps].map(({ event }) => event);
    };
    await expect.poll(seen).toEqual(['slow', 'fast']);
  });
});

describe('a clinic’s version', () => {
  test.each([
    [`update treatments set price_amount = 1 where key = 'peel'`],
    [`delete from faqs where key = 'a'`],
    [`insert into areas (clinic_id, key, position, name) select clinic_id, 'x', 9, 'x' from clinics`],
    [`update clinics set hotline = '0900 000 003'`],
    [`delete from staff_shifts`],
  ])('grows with %s', async (change) => {
    const before = await database.store.loadClinic(house.scope);
    await database.sql(change);
    const after = await database.store.loadClinic(house.scope);
    expect(after.version).toBeGreaterThan(before.version);
    expect(after.clinic).not.toEqual(before.clinic);
  });

  test('does not grow because another clinic changed', async () => {
    const other = await houseOf(database.store);
    const before = await database.store.loadClinic(house.scope);
    await database.sql('delete from faqs where clinic_id = $1', [other.clinicId]);
    expect(await database.store.loadClinic(house.scope)).toEqual(before);
  });
});

describe('a credential', () => {
  const credentials = () =>
    database.sql<{ account_id: string; credentials: string }>('select account_id, credentials from accounts');

  test('is nowhere readable in the database', async () => {
    const [row] = await credentials();
    expect(row?.credentials).not.toContain('token');
    expect(Buffer.from(row?.credentials ?? '', 'base64').toString('latin1')).not.toContain('token');
  });

  test('moved to another account is refused', async () => {
    const other = await houseOf(database.store);
    await database.sql(
      `update accounts set credentials = (select credentials from accounts where account_id = $1) where account_id = $2`,
      [house.account.accountId, other.account.accountId],
    );
    await expect(database.store.openAccount(other.scope, other.account.accountId)).rejects.toThrow(
      /SECRET_UNREADABLE/,
    );
    expect(await database.store.openAccount(house.scope, house.account.accountId)).toBeDefined();
  });
});

describe('when connections are cut', () => {
  test('the next questions are answered on new ones, and the process lives on', async () => {
    for (let nth = 0; nth < 3; nth += 1) {
      await Promise.all(Array.from({ length: 8 }, () => database.store.ping()));
      await cutOff();
      await Promise.all(Array.from({ length: 8 }, () => database.store.ping()));
    }
  });

  test('in the middle of a commit, an answer is committed once or not at all', async () => {
    const conversations = await Promise.all(Array.from({ length: 20 }, (_, nth) => house.says(`câu ${nth}`)));
    const worker = await house.worker();
    for (let tries = 0; tries < 60; tries += 1) {
      const loads = await database.store.claimTurns(worker, 5).catch(() => []);
      const commits = loads.map((load) => ({ ...commitOf(load), outbox: [draft()] }));
      const committing = Promise.allSettled(
        commits.map((commit) => database.store.commitTurns(worker, [commit])),
      );
      if (tries % 2 === 0) await cutOff();
      const results = await committing;
      for (const [nth, result] of results.entries()) {
        const lease = commits[nth]?.lease;
        if (result.status === 'rejected' && lease) {
          await database.store
            .abandonTurn(worker, lease, {
              max: 100,
              rescue: { kind: 'call-people', handingOver: { handoffs: [], alerts: [] } },
            })
            .catch(() => 'will-retry');
        }
      }
      await database.sql('update conversations set retry_at = null');
    }
    const [left] = await database.sql<{ open: number; replies: number; talked: number }>(`
      select (select count(*)::int from inbox where handled_at is null) as open, (select count(*)::int from outbox) as replies,
        (select count(distinct conversation_id)::int from outbox) as talked`);
    expect(left).toEqual({ open: 0, replies: conversations.length, talked: conversations.length });
  });

  test('leases and sends that a worker lost sight of come back to it, without waiting for its death', async () => {
    const worker = await house.worker();
    const conversationId = await house.says('hỏi');
    await house.turn(worker, conversationId, { outbox: [draft(), draft()] });
    await house.says('mất dấu');
    /** As after claims that were committed, but whose answers were cut off. */
    await database.sql('update conversations set lease_worker = $1, leased_at = now(), fence = fence + 1', [
      worker,
    ]);
    await database.sql('update outbox set worker_id = $1, claimed_at = now()', [worker]);
    expect(await database.store.claimTurns(worker, 5)).toEqual([]);
    expect(await database.store.claimSends(worker, 5)).toEqual([]);

    const blocker = new pg.Client({ ...database.connection });
    await blocker.connect();
    await blocker.query('begin; lock table workers in access exclusive mode');
    const claims = [database.store.claimTurns(worker, 5), database.store.claimSends(worker, 5)];
    const failed = Promise.allSettled(claims);
    await expect.poll(waitingForLocks).toBe(2);
    await cutOff();
    expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await blocker.query('rollback');
    await blocker.end();

    expect(await database.store.claimTurns(worker, 5)).toHaveLength(1);
    expect(await database.store.claimSends(worker, 5)).toHaveLength(1);
  });
});

async function waitingForLocks(): Promise<number> {
  const found = await database.sql(
    `select from pg_stat_activity where datname = current_database() and application_name = 'glowbot' and wait_event_type = 'Lock'`,
  );
  return found.length;
}

describe('migrating', () => {
  test('again, or from two processes at once, changes nothing', async () => {
    const connection = await freshDatabase();
    expect(await Promise.all([migrate(connection), migrate(connection), migrate(connection)])).toEqual([
      [],
      [],
      [],
    ]);
  });

  test('goes on after a process that was killed in the middle of it', async () => {
    await database.sql('update knex_migrations_lock set is_locked = 1');
    expect(await migrate(database.connection)).toEqual([]);
  });

  test('says what is unusable, and keeps passwords out of it', async () => {
    const nowhere = { ...database.connection, host: '/nowhere', password: 'bí mật' };
    await expect(migrate(nowhere)).rejects.toThrow(/DATABASE_UNUSABLE/);
    await expect(migrate(nowhere)).rejects.not.toThrow(/bí mật/);
  });
});

describe('the order of a thread', () => {
  test('keeps messages of one instant in the order in which they came', async () => {
    const conversationId = await house.says('thứ tự');
    const said = ['một', 'hai', 'ba', 'bốn'].map((text) => ({
      id: text,
      author: 'customer' as const,
      text,
      vendorMessageId: null,
      attachments: [],
      at: noon,
    }));
    await house.turn(await house.worker(), conversationId, { messages: said });
    const detail = await database.store.conversation(house.scope, conversationId);
    expect(detail?.messages.map(({ text }) => text)).toEqual(['một', 'hai', 'ba', 'bốn']);
  });
});
