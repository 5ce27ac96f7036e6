import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connectionFrom, type DatabaseConnection, migrate, startEmbeddedPostgres } from '@glowbot/postgres';
import type { TestProject } from 'vitest/node';
import { createDatabase, dropDatabases, inDatabase } from './databases.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A server with a migrated template database; every test file clones its own from it. */
    database: { connection: DatabaseConnection; template: string };
  }
}

/** One PostgreSQL for all tests: a throw-away one, or the server named by DATABASE_URL. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const template = `glowbot_template_${process.pid}_${Date.now()}`;
  const url = process.env.DATABASE_URL;
  const folder = mkdtempSync(path.join(tmpdir(), 'glowbot-tests-'));
  const embedded =
    url === undefined
      ? await startEmbeddedPostgres({ dataFolder: path.join(folder, 'data'), throwAway: true })
      : undefined;
  const connection = embedded?.connection ?? connectionFrom(url ?? '');
  await createDatabase(connection, template);
  await migrate(inDatabase(connection, template));
  project.provide('database', { connection, template });
  return async () => {
    if (!embedded) await dropDatabases(connection, template);
    await embedded?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
