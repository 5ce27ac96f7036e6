import type { ClinicScope } from '@glowbot/core';
import pg, { type PoolClient, type QueryResultRow } from 'pg';
import { scopeLiteral } from './clinic-scopes.ts';
import type { DatabaseConnection } from './connection.ts';

/** One open transaction. Statements are given with their values apart, always. */
export type Transaction = {
  query<Row extends QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
};

/** The only ways to the data: under the scope of named clinics, or as the engine that sees ids and clocks. */
export type Database = {
  inScope<T>(scope: ClinicScope, work: (tx: Transaction) => Promise<T>): Promise<T>;
  asEngine<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  ping(): Promise<void>;
  close(): Promise<void>;
};

/** Two transactions in each other's way: the database chose one to be tried again. */
const mayTryAgain = new Set(['40001', '40P01']);
const mostTries = 4;

export type DatabaseOptions = { poolSize: number; onConnectionError: (error: Error) => void };

export function openDatabase(connection: DatabaseConnection, options: DatabaseOptions): Database {
  const pool = new pg.Pool({
    ...connection,
    max: options.poolSize,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
  });
  /** Without a listener an idle connection's end would end the process. */
  pool.on('error', options.onConnectionError);

  async function transaction<T>(begin: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await once(begin, work);
      } catch (error) {
        const code = error instanceof pg.DatabaseError ? error.code : undefined;
        if (code === undefined || !mayTryAgain.has(code) || attempt === mostTries) throw error;
      }
    }
  }

  async function once<T>(begin: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const client: PoolClient = await pool.connect();
    let isBroken = false;
    const onError = (error: Error) => {
      isBroken = true;
      options.onConnectionError(error);
    };
    client.on('error', onError);
    try {
      await client.query(begin);
      const result = await work({
        async query<Row extends QueryResultRow>(text: string, values: readonly unknown[] = []) {
          return (await client.query<Row>(text, [...values])).rows;
        },
      });
      await client.query('commit');
      return result;
    } catch (error) {
      /** A connection that cannot even roll back is thrown away, never given to the next one. */
      await client.query('rollback').catch(() => {
        isBroken = true;
      });
      throw error;
    } finally {
      client.off('error', onError);
      client.release(isBroken);
    }
  }

  return {
    inScope: (scope, work) =>
      transaction(
        `begin; set local role glowbot_app; set local app.clinic_ids = '${scopeLiteral(scope)}'`,
        work,
      ),
    asEngine: (work) => transaction(`begin; set local role glowbot_engine`, work),
    async ping() {
      await pool.query('select 1');
    },
    close: () => pool.end(),
  };
}
