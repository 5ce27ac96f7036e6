import { lchownSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { GlowBotError } from '@glowbot/core';

/** The user PostgreSQL runs as. It refuses to run as root, so root lends it to an account that exists everywhere. */
export type Account = { uid: number; gid: number };

export function serverAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = ['postgres', 'nobody']
    .map((name) => users.find(([known]) => known === name))
    .find((found) => found !== undefined);
  if (!user) {
    throw new GlowBotError(
      'DATABASE_UNUSABLE',
      'PostgreSQL does not run as root and there is no user postgres or nobody.',
    );
  }
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

/** Whether the account can enter every folder on the way; a private home in between shuts it out. */
export function canReach(account: Account, file: string): boolean {
  const parent = path.dirname(file);
  if (parent !== file && !canReach(account, parent)) return false;
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return true;
  if (found.uid === account.uid) return (found.mode & 0o100) !== 0;
  if (found.gid === account.gid) return (found.mode & 0o010) !== 0;
  return (found.mode & 0o001) !== 0;
}

export function giveTo(account: Account | undefined, folder: string): void {
  if (!account) return;
  lchownSync(folder, account.uid, account.gid);
  if (!lstatSync(folder).isDirectory()) return;
  for (const name of readdirSync(folder)) giveTo(account, path.join(folder, name));
}
