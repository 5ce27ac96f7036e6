import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ask, isAlive } from './ask-server.ts';

/** A server that outlived the process that started it: PostgreSQL writes its pid, port and socket folder into the data folder. */
export async function livingServer(
  dataFolder: string,
): Promise<{ pid: number; socketFolder: string } | undefined> {
  const file = path.join(dataFolder, 'postmaster.pid');
  for (let tries = 0; tries < 50; tries += 1) {
    if (!existsSync(file)) return undefined;
    const lines = readFileSync(file, 'utf8').split('\n');
    const pid = Number(lines[0]);
    const socketFolder = lines[4]?.trim();
    if (!pid || !isAlive(pid)) return undefined;
    if (
      socketFolder &&
      (await ask({ host: socketFolder, port: 5432, user: 'glow', database: 'postgres' }, 'select 1'))
    ) {
      return { pid, socketFolder };
    }
    /** It may be starting or stopping: a moment decides which. */
    await pause(100);
  }
  return undefined;
}
