import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readlinkSync,
  renameSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { GlowBotError } from '@glowbot/core';
import { type Account, canReach, giveTo } from './account.ts';

/** Where root's databases live when the wished folder lies in a home that the server's account may not enter. */
const sharedHome = '/var/lib/glowbot';

/** The folder with an initialised cluster: made when absent, whole or not at all. */
export function dataFolderFor(
  wished: string,
  { account, native, throwAway }: { account: Account | undefined; native: string; throwAway: boolean },
): string {
  mkdirSync(path.dirname(wished), { recursive: true });
  const isReachable = !account || canReach(account, path.dirname(wished));
  const folder = isReachable
    ? wished
    : throwAway
      ? path.join(tmpdir(), `glowbot-data-${randomUUID()}`)
      : elsewhere(wished);
  if (existsSync(path.join(folder, 'PG_VERSION'))) {
    giveTo(account, folder);
    return folder;
  }
  const partial = mkdtempSync(`${folder}-new-`);
  giveTo(account, partial);
  try {
    execFileSync(
      path.join(native, 'bin', 'initdb'),
      [
        '-D',
        partial,
        '-U',
        'glow',
        '-A',
        'trust',
        '-E',
        'UTF8',
        '--locale-provider=builtin',
        '--locale=C.UTF-8',
        ...(throwAway ? ['--no-sync'] : []),
      ],
      { cwd: partial, stdio: 'pipe', env: serverEnvironment, ...account },
    );
    renameSync(partial, folder);
  } catch (cause) {
    throw new GlowBotError('DATABASE_UNUSABLE', `A database cannot be made in ${folder}.`, { cause });
  }
  return folder;
}

/** Names no zone and no language of this machine: a database must read the same wherever it is moved. */
export const serverEnvironment = { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' };

/** A link at the wished place names the real one, so that removing the link begins a new database. */
function elsewhere(wished: string): string {
  const link = lstatSync(wished, { throwIfNoEntry: false });
  if (link?.isSymbolicLink()) return readlinkSync(wished);
  const folder = path.join(sharedHome, `postgres-${randomUUID()}`);
  mkdirSync(sharedHome, { recursive: true, mode: 0o755 });
  symlinkSync(folder, wished);
  return folder;
}
