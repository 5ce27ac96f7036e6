import { GlowBotError } from '@glowbot/core';
import knex, { type Knex } from 'knex';
import type { DatabaseConnection } from './connection.ts';
import * as groundFloor from './migrations/0001-ground-floor.ts';

type Migration = { name: string; up(knex: Knex): Promise<void> };

/** In the order in which they were written. They only go forward. */
const migrations: readonly Migration[] = [groundFloor];

/** One number for all processes that might migrate the same database at once. */
const migrationLock = 7_205_412;

/** Brings the database to this version and names what was applied. Several processes may call it at once: one works, the rest wait. */
export async function migrate(connection: DatabaseConnection): Promise<string[]> {
  const db = knex({ client: 'pg', connection: () => ({ ...connection }), pool: { min: 0, max: 1 } });
  try {
    return await db.transaction(async (transaction) => {
      await transaction.raw('select pg_advisory_xact_lock(?)', [migrationLock]);
      await transaction.raw(
        'create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())',
      );
      const done = new Set(
        (await transaction<{ name: string }>('migrations').select('name')).map(({ name }) => name),
      );
      const pending = migrations.filter(({ name }) => !done.has(name));
      for (const { name, up } of pending) {
        await up(transaction);
        await transaction('migrations').insert({ name });
      }
      return pending.map(({ name }) => name);
    });
  } catch (error) {
    throw new GlowBotError('DATABASE_UNUSABLE', 'Migrating failed.', { cause: error });
  } finally {
    await db.destroy();
  }
}
