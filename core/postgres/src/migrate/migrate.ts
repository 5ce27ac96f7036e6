import { GlowBotError } from '@glowbot/core';
import knex, { type Knex } from 'knex';
import pg from 'pg';
import { z } from 'zod';
import type { DatabaseConnection } from '../connection.ts';
import { roles } from './0001-roles.ts';
import { clinicRecords } from './0002-clinic-records.ts';
import { clinicVersion } from './0003-clinic-version.ts';
import { conversations } from './0004-conversations.ts';
import { calendar } from './0005-calendar.ts';
import { isolation } from './0006-isolation.ts';
import { clinicContacts } from './0007-clinic-contacts.ts';
import { settling } from './0008-settling.ts';
import { onCall } from './0009-on-call.ts';
import { calendarRecords } from './0010-calendar-records.ts';
import { calendarSafety } from './0011-calendar-safety.ts';
import { unsaid } from './0012-unsaid.ts';
import { languageModel } from './0013-language-model.ts';
import { calendarExchange } from './0014-calendar-exchange.ts';
import { voice } from './0015-voice.ts';
import { handoffCalls } from './0016-handoff-calls.ts';
import { lateMoves } from './0017-late-moves.ts';
import { skills } from './0018-skills.ts';
import { handoffBriefs } from './0019-handoff-briefs.ts';
import { bankTransfers } from './0020-bank-transfers.ts';
import { accountKeeping } from './0021-account-keeping.ts';
import { speakers } from './0022-speakers.ts';
import { attribution } from './0023-attribution.ts';
import { reconciling } from './0024-reconciling.ts';
import type { Migration } from './migration.ts';

const migrations: readonly Migration[] = [
  roles,
  clinicRecords,
  clinicVersion,
  conversations,
  calendar,
  isolation,
  clinicContacts,
  settling,
  onCall,
  calendarRecords,
  calendarSafety,
  unsaid,
  languageModel,
  calendarExchange,
  voice,
  handoffCalls,
  lateMoves,
  skills,
  handoffBriefs,
  bankTransfers,
  accountKeeping,
  speakers,
  attribution,
  reconciling,
];

/** Sources are modules and not a folder, so that nothing is found that was not meant. */
const migrationSource: Knex.MigrationSource<Migration> = {
  getMigrations: async () => [...migrations],
  getMigrationName: ({ name }) => name,
  getMigration: async (migration) => ({
    up: (schema) => migration.up(schema),
    down: async () => {
      throw new GlowBotError('DATABASE_UNUSABLE', 'The schema only goes forward.');
    },
  }),
};

/** knex answers with the number of the batch and what it applied. */
const Applied = z.tuple([z.number(), z.array(z.string())]);

/** Brings the schema to this version; returns what was applied. Any number of processes may ask at once: one works, the rest wait. */
export async function migrate(connection: DatabaseConnection): Promise<string[]> {
  const guard = new pg.Client({ ...connection, connectionTimeoutMillis: 10_000 });
  guard.on('error', () => {});
  const { password, ssl, ...where } = connection;
  const schema = knex({
    client: 'pg',
    connection: { ...where, ...(password === undefined ? {} : { password }), ...(ssl ? { ssl } : {}) },
    pool: { min: 0, max: 1 },
  });
  try {
    await guard.connect();
    await guard.query('begin');
    await guard.query(`select pg_advisory_xact_lock(hashtextextended('glowbot migrations', 0))`);
    const config = { migrationSource };
    /** Whoever held knex's own lock is gone: ours was free. A process killed in a migration leaves it behind. */
    await schema.migrate.forceFreeMigrationsLock(config);
    const [, applied] = Applied.parse(await schema.migrate.latest(config));
    await guard.query('commit');
    return applied;
  } catch (cause) {
    throw new GlowBotError('DATABASE_UNUSABLE', 'The schema could not be brought up to date.', { cause });
  } finally {
    await schema.destroy();
    await guard.end().catch(() => {});
  }
}
