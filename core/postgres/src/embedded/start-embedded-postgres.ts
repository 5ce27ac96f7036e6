import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { GlowBotError } from '@glowbot/core';
import type { DatabaseConnection } from '../connection.ts';
import { type Account, giveTo, serverAccount } from './account.ts';
import { ask, isAlive, makeDatabase, otherSessions } from './ask-server.ts';
import { binariesFor } from './binaries.ts';
import { dataFolderFor, serverEnvironment } from './data-folder.ts';
import { livingServer } from './living-server.ts';

export type EmbeddedPostgres = {
  connection: DatabaseConnection;
  /** Stops the server unless somebody else is still using it, and waits until it has ended. */
  stop(): Promise<void>;
  /** A server left running by a process that was killed has been taken over. */
  reused: boolean;
};

const patienceMs = 30_000;

/** Runs the PostgreSQL that comes with the packages, reachable through a private Unix socket only. */
export async function startEmbeddedPostgres(options: {
  dataFolder: string;
  /** For tests: fast, not safe against a crash of the machine, and gone when it stops. */
  throwAway?: boolean;
}): Promise<EmbeddedPostgres> {
  if (process.platform === 'win32') {
    throw new GlowBotError(
      'DATABASE_UNUSABLE',
      'The built-in PostgreSQL does not run on Windows; set DATABASE_URL.',
    );
  }
  const throwAway = options.throwAway ?? false;
  const account = serverAccount();
  const native = binariesFor(account);
  const dataFolder = dataFolderFor(path.resolve(options.dataFolder), { account, native, throwAway });

  const living = await livingServer(dataFolder);
  const server = living ?? (await launch({ native, dataFolder, account, throwAway }));
  const connection = { host: server.socketFolder, port: 5432, user: 'glow', database: 'glowbot' };
  await makeDatabase(connection);

  return {
    connection,
    reused: living !== undefined,
    async stop() {
      if (!throwAway && (await otherSessions(connection))) return;
      /** SIGINT asks for a fast shutdown: sessions are cut, everything is written, nothing needs recovery. */
      if (isAlive(server.pid)) process.kill(server.pid, 'SIGINT');
      for (let waited = 0; isAlive(server.pid) && waited < patienceMs; waited += 20) await pause(20);
      rmSync(server.socketFolder, { recursive: true, force: true });
      if (throwAway) rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

async function launch(options: {
  native: string;
  dataFolder: string;
  account: Account | undefined;
  throwAway: boolean;
}): Promise<{ pid: number; socketFolder: string }> {
  const { native, dataFolder, account, throwAway } = options;
  const socketFolder = mkdtempSync(path.join(tmpdir(), 'glowbot-pg-'));
  giveTo(account, socketFolder);
  const logFile = path.join(dataFolder, 'server.log');
  const log = openSync(logFile, 'w', 0o600);
  const settings = [
    'listen_addresses=',
    'max_connections=200',
    /** Details and statements of errors may hold what people wrote; the log keeps the bare message. */
    'log_error_verbosity=terse',
    'log_min_error_statement=panic',
    ...(throwAway
      ? ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'autovacuum_naptime=5s']
      : []),
  ];
  const child = spawn(
    path.join(native, 'bin', 'postgres'),
    ['-D', dataFolder, '-k', socketFolder, ...settings.flatMap((setting) => ['-c', setting])],
    /** In a process group of its own: Ctrl+C in a terminal must reach the application first, which then stops it. */
    { cwd: dataFolder, detached: true, stdio: ['ignore', log, log], env: serverEnvironment, ...account },
  );
  closeSync(log);
  child.unref();
  let failure: unknown;
  child.once('error', (error) => {
    failure = error;
  });
  const { pid } = child;
  for (let waited = 0; pid !== undefined && failure === undefined && waited < patienceMs; waited += 20) {
    if (child.exitCode !== null) break;
    if (await ask({ host: socketFolder, port: 5432, user: 'glow', database: 'postgres' }, 'select 1'))
      return { pid, socketFolder };
    await pause(20);
  }
  throw new GlowBotError('DATABASE_UNUSABLE', `The built-in PostgreSQL did not start; ${logFile} says why.`, {
    cause: failure,
  });
}
