import { migrate } from '@glowbot/postgres';
import { readConfig } from '../config.ts';
import { openDatabase } from '../open-database.ts';
import type { Command } from './command.ts';

export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'Bring the database to the schema of this version.',
  help: 'Uses DATABASE_URL, or the embedded database under GLOWBOT_DATA. Safe to run from several machines at once, and again.',
  async run({ environment }) {
    const database = await openDatabase(readConfig(environment));
    try {
      const applied = await migrate(database.connection);
      process.stdout.write(
        applied.length > 0 ? `Applied: ${applied.join(', ')}\n` : 'The database is up to date.\n',
      );
      return 0;
    } finally {
      await database.stop();
    }
  },
};
