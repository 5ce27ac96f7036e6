import type { DatabaseConnection } from '@glowbot/postgres';
import pg from 'pg';

/** The same server, another database of it. */
export function inDatabase(connection: DatabaseConnection, database: string): DatabaseConnection {
  return { ...connection, database };
}

/** Makes a database, empty or as a copy; the names are ours, never somebody's input. */
export async function createDatabase(
  server: DatabaseConnection,
  name: string,
  template?: string,
): Promise<void> {
  const client = new pg.Client({ ...server });
  await client.connect();
  try {
    await client.query(
      `create database ${name}${template === undefined ? '' : ` template ${template} strategy file_copy`}`,
    );
  } finally {
    await client.end();
  }
}
