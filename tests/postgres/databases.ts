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
  const copied = template === undefined ? '' : ` template ${template} strategy file_copy`;
  await ask(server, async (client) => {
    await client.query(`create database ${name}${copied}`);
  });
}

/** Drops the template and every copy of it, on a server that is not ours to throw away. */
export async function dropDatabases(server: DatabaseConnection, template: string): Promise<void> {
  await ask(server, async (client) => {
    const found = await client.query<{ datname: string }>(
      'select datname from pg_database where starts_with(datname, $1)',
      [template],
    );
    for (const { datname } of found.rows) await client.query(`drop database ${datname} with (force)`);
  });
}

async function ask(server: DatabaseConnection, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ ...server });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
