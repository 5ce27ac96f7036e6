import { chmodSync, lstatSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './start-embedded-postgres.ts';

let home: string;
const running: EmbeddedPostgres[] = [];
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'glowbot-home-'));
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
  rmSync(home, { recursive: true, force: true });
});

async function start(dataFolder: string): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataFolder, throwAway: true });
  running.push(server);
  return server;
}

async function versionOf({ connection }: EmbeddedPostgres): Promise<number> {
  const client = new pg.Client({ ...connection });
  await client.connect();
  const { rows } = await client.query<{ version: string }>(
    `select current_setting('server_version_num') as version`,
  );
  await client.end();
  return Number(rows[0]?.version);
}

test('a server starts in a home that is closed to everybody else, on a socket only, and takes over one that is alive', async () => {
  chmodSync(home, 0o700);
  const server = await start(path.join(home, 'data'));
  expect(server.reused).toBe(false);
  expect(path.isAbsolute(server.connection.host)).toBe(true);
  expect(lstatSync(server.connection.host).mode & 0o077).toBe(0);
  expect(await versionOf(server)).toBeGreaterThanOrEqual(150_000);
});

test('a server left behind by a process that was killed is used again', async () => {
  chmodSync(home, 0o755);
  const first = await start(path.join(home, 'data'));
  const again = await start(path.join(home, 'data'));
  expect(again.reused).toBe(true);
  expect(again.connection).toEqual(first.connection);
});

test('two start at once without disturbing each other', async () => {
  const servers = await Promise.all([start(path.join(home, 'a')), start(path.join(home, 'b'))]);
  expect(servers[0]?.connection.host).not.toBe(servers[1]?.connection.host);
});
