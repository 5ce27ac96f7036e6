import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { DatabaseConnection } from '../connection.ts';

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The rows of one question, or undefined when nobody answers it. */
export async function ask(connection: DatabaseConnection, question: string): Promise<unknown[] | undefined> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query<Record<string, unknown>>(question)).rows;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => {});
  }
}

export async function makeDatabase(connection: DatabaseConnection): Promise<void> {
  if (await ask(connection, 'select 1')) return;
  await ask({ ...connection, database: 'postgres' }, `create database ${connection.database}`);
}

/** Whether anybody is still connected. Sessions just closed take a moment to leave. */
export async function otherSessions(connection: DatabaseConnection): Promise<boolean> {
  const question = `select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`;
  for (let tries = 0; tries < 10; tries += 1) {
    const sessions = await ask(connection, question);
    if (!sessions || sessions.length === 0) return false;
    await pause(30);
  }
  return true;
}
