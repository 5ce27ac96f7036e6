import type { ClinicScope } from '@glowbot/core';
import pg from 'pg';
import { atMost } from '../at-most.ts';
import type { DatabaseConnection } from '../connection.ts';
import { clinicsOf } from '../scope.ts';
import { columnTypes } from './column-types.ts';
import { isSilence, isWorthRepeating, sqlStateOf } from './failure.ts';

/** One statement inside a transaction. */
export type Run = <Row>(statement: string, values?: readonly unknown[]) => Promise<Row[]>;

/** A transaction of the engine: it looks across clinics at ids and clocks, and can turn to the clinics it found. */
export type EngineTransaction = {
  run: Run;
  /** From here on the transaction sees the scope's clinics, with content, and nothing else. */
  enter: (scope: ClinicScope) => Promise<Run>;
};

/** The only ways to the tables. The pool stays inside: nothing can be asked outside a role and a scope. */
export type Database = {
  inScope<T>(scope: ClinicScope, work: (run: Run) => Promise<T>): Promise<T>;
  asEngine<T>(work: (transaction: EngineTransaction) => Promise<T>): Promise<T>;
  /** Past everybody who waits: a sign of life that comes too late costs a worker all its leases. */
  atOnce<T>(work: (run: Run) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

const mostTries = 4;

/** Locks of a process that was stopped in the middle of a transaction are free again after this. */
const limits = `set local statement_timeout = '20s'; set local idle_in_transaction_session_timeout = '10s'`;

/**
 * Every statement here starts from a short list of keys and walks indexes, in the order in which it is written. The planner is
 * held to that: before statistics are gathered, or when a burst follows a quiet time, it chose joins that scanned a clinic's
 * rows once per key (6,000 new messages: 60 turns/s instead of thousands).
 */
const plan = ['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin']
  .map((method) => `set local ${method} = off`)
  .concat('set local join_collapse_limit = 1')
  .join('; ');

/** The ids were checked to be UUIDs, so they can stand in the statement and need no round trip of their own. */
const asApp = (scope: ClinicScope) =>
  `set local role glowbot_app; select set_config('app.clinic_ids', '{${clinicsOf(scope).join(',')}}', true)`;

const asEngineRole = `set local role glowbot_engine; select set_config('app.clinic_ids', '', true)`;

export function openDatabase(connection: DatabaseConnection, most: number): Database {
  const pool = new pg.Pool({
    ...connection,
    types: columnTypes,
    max: most + 1,
    application_name: 'glowbot',
    connectionTimeoutMillis: 5_000,
    /** A server that went silent must not hold a promise for ever. */
    query_timeout: 25_000,
    keepAlive: true,
  });
  /**
   * Work waits here for its turn, not in the pool: the pool's limit is for servers that do not answer, and a queue that is only
   * long would run into it (500 conversations at one calendar: most turns failed, were tried again, and made the queue longer).
   */
  const inTurn = atMost(most);
  /** An idle connection that breaks is replaced by the next use; without a listener its error would end the process. */
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));

  /** Everything is local to the transaction, so that a connection pooler between us and the server changes nothing. */
  async function begin(how: string): Promise<pg.PoolClient> {
    for (let tries = 1; ; tries += 1) {
      const client = await pool.connect();
      try {
        await client.query(`begin; ${limits}; ${plan}; ${how}`);
        return client;
      } catch (error) {
        client.release(true);
        /** A pooled connection may have died unnoticed. Nothing has happened yet: a new one may try. */
        if (sqlStateOf(error)?.startsWith('42') || tries >= mostTries) throw error;
      }
    }
  }

  async function transaction<T>(how: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      const client = await begin(how);
      try {
        const result = await work(client);
        await client.query('commit');
        client.release();
        return result;
      } catch (error) {
        await giveBack(client, error);
        if (!isWorthRepeating(error) || tries >= mostTries) throw error;
      }
    }
  }

  const runOn =
    (client: pg.PoolClient): Run =>
    async <Row>(statement: string, values: readonly unknown[] = []) => {
      const result = await client.query<Row & pg.QueryResultRow>(statement, [...values]);
      return result.rows;
    };

  return {
    inScope: (scope, work) => inTurn(() => transaction(asApp(scope), (client) => work(runOn(client)))),
    asEngine: (work) =>
      inTurn(() =>
        transaction(asEngineRole, (client) =>
          work({
            run: runOn(client),
            async enter(scope) {
              await client.query(asApp(scope));
              return runOn(client);
            },
          }),
        ),
      ),
    atOnce: (work) => transaction(asEngineRole, (client) => work(runOn(client))),
    close: () => pool.end(),
  };
}

/** Only a connection known to be clean goes back to the pool. */
async function giveBack(client: pg.PoolClient, error: unknown): Promise<void> {
  if (isSilence(error)) {
    client.release(true);
    return;
  }
  try {
    await client.query('rollback');
    client.release();
  } catch {
    client.release(true);
  }
}
