import { GlowBotError } from '@glowbot/core';
import { createStore, migrate } from '@glowbot/postgres';
import { readConfig } from '../config.ts';
import { seedDemo } from '../demo.ts';
import { loadDemoSecrets } from '../demo-secrets.ts';
import { openDatabase } from '../open-database.ts';
import type { Command } from './command.ts';

export const seedCommand: Command = {
  name: 'seed',
  summary: 'Put the demo clinic with its records and accounts into the embedded database.',
  help: 'Only for the embedded database: invented accounts do not belong beside real clinics. `serve` does it by itself in a demo.',
  async run({ environment }) {
    const config = readConfig(environment);
    if (!config.isDemo) {
      throw new GlowBotError(
        'CONFIG_INVALID',
        'seed is for the demo; unset DATABASE_URL and the vendor settings.',
      );
    }
    const secrets = loadDemoSecrets(config.environment.GLOWBOT_DATA);
    const database = await openDatabase(config);
    await migrate(database.connection);
    const store = createStore({
      connection: database.connection,
      masterKeys: { current: secrets.masterKey, old: [] },
    });
    try {
      await seedDemo(store, secrets, config.environment.GLOWBOT_DATA);
      process.stdout.write('The demo clinic Lạc Diên is in the database.\n');
      return 0;
    } finally {
      await store.close();
      await database.stop();
    }
  },
};
