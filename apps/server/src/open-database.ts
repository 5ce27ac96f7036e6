import path from 'node:path';
import { connectionFrom, type DatabaseConnection, startEmbeddedPostgres } from '@glowbot/postgres';
import type { Config } from './config.ts';

export type OpenDatabase = { connection: DatabaseConnection; isEmbedded: boolean; stop(): Promise<void> };

/** The database named by DATABASE_URL, or one of our own under the data folder. */
export async function openDatabase({ environment }: Config): Promise<OpenDatabase> {
  if (environment.DATABASE_URL !== undefined) {
    return { connection: connectionFrom(environment.DATABASE_URL), isEmbedded: false, stop: async () => {} };
  }
  const embedded = await startEmbeddedPostgres({
    dataFolder: path.resolve(environment.GLOWBOT_DATA, 'postgres'),
  });
  return { connection: embedded.connection, isEmbedded: true, stop: () => embedded.stop() };
}
