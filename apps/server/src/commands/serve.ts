import { createStore, migrate } from '@glowbot/postgres';
import { createChannels, createConnectors } from '../channels.ts';
import { type Config, readConfig, version } from '../config.ts';
import { type DemoVendors, seedDemo, startDemoVendors } from '../demo.ts';
import { type DemoSecrets, loadDemoSecrets } from '../demo-secrets.ts';
import { createLanguageModel } from '../language-model.ts';
import { createLog } from '../log.ts';
import { openDatabase } from '../open-database.ts';
import { demoMailbox } from '../notifiers/demo-mailbox.ts';
import { createNotifiers } from '../notifiers/notifiers.ts';
import { type RunningServer, serve } from '../serve.ts';
import type { Command } from './command.ts';

export const serveCommand: Command = {
  name: 'serve',
  summary: 'Run the server; with nothing configured, everything on this machine with simulated vendors.',
  help: [
    'PORT, HOST        where to listen (3000 on 127.0.0.1)',
    'DATABASE_URL      PostgreSQL 15 or newer; unset: an embedded one under GLOWBOT_DATA (.glowbot)',
    'GLOWBOT_ROLE      all (default), web or worker: many of each may share one database',
    'GLOWBOT_LOG       debug, info (default), warn, error or silent',
    'ANTHROPIC_API_KEY lets Claude read what rules cannot and word answers; without it: rules and templates',
    'Vendors: FACEBOOK_APP_ID, FACEBOOK_APP_SECRET, FACEBOOK_VERIFY_TOKEN, ZALO_APP_ID, ZALO_APP_SECRET, ZALO_OA_SECRET',
    'Alerts: ALERT_SMTP_URL, ALERT_FROM; ALERT_DOOR_SECRET with ALERT_DOOR_SMS_URL, _ZALO_URL, _TELEGRAM_URL',
    'Stop it with Ctrl+C: it finishes what is in flight.',
  ].join('\n'),
  async run({ environment }) {
    const config = readConfig(environment);
    const running = await start(config);
    await stopAsked();
    process.stderr.write('\nStopping: finishing what is in flight …\n');
    await running.stop();
    return 0;
  },
};

async function start(config: Config): Promise<{ stop(): Promise<void> }> {
  const { environment, isDemo } = config;
  const log = createLog(isDemo && environment.GLOWBOT_LOG === 'info' ? 'warn' : environment.GLOWBOT_LOG);
  const say = (line: string) => process.stdout.write(`${line}\n`);

  say(`GlowBot ${version}`);
  say('  database …');
  const database = await openDatabase(config);
  await migrate(database.connection);

  let secrets: DemoSecrets | undefined = isDemo ? loadDemoSecrets(environment.GLOWBOT_DATA) : undefined;
  const store = createStore({
    connection: database.connection,
    masterKeys: {
      current: environment.GLOWBOT_MASTER_KEY ?? secrets?.masterKey ?? '',
      old: environment.GLOWBOT_MASTER_KEYS_OLD,
    },
  });

  let vendors: DemoVendors | undefined;
  if (secrets) {
    say('  demo clinic …');
    secrets = await seedDemo(store, secrets, environment.GLOWBOT_DATA);
    vendors = await startDemoVendors({
      serverUrl: `http://127.0.0.1:${environment.PORT}`,
      port: environment.GLOWBOT_SIMULATOR_PORT ?? environment.PORT + 1,
      secrets,
    });
  }

  /** A real key speaks to the real model, also in the demo; without one the demo asks the simulated one. */
  const claude = config.claude ?? vendors?.claude;
  const tokens = environment.GLOWBOT_MODEL_TOKENS;
  const mailbox = isDemo ? demoMailbox(Date.now) : undefined;
  const server = await serve({
    store,
    adapters: createChannels(vendors ?? config),
    connectors: createConnectors(vendors ?? config),
    metaAppSecret: (vendors ?? config).facebook?.appSecret,
    languageModel: claude && createLanguageModel(claude),
    ...(tokens === undefined ? {} : { modelLimits: { monthlyTokens: tokens } }),
    role: environment.GLOWBOT_ROLE,
    host: environment.HOST,
    port: environment.PORT,
    log,
    notifiers: mailbox?.notifiers ?? createNotifiers(config.alerts),
    publicUrl: environment.PUBLIC_URL,
    mailbox,
  });
  announce(say, { server, vendors, secrets, config });

  return {
    async stop() {
      await vendors?.simulator.close();
      await server.stop();
      await store.close();
      await database.stop();
    },
  };
}

function announce(
  say: (line: string) => void,
  running: {
    server: RunningServer;
    vendors: DemoVendors | undefined;
    secrets: DemoSecrets | undefined;
    config: Config;
  },
): void {
  const { server, vendors, secrets, config } = running;
  say('');
  if (!vendors) {
    say(`Ready at ${server.url}`);
    const outside = config.environment.PUBLIC_URL ?? server.url;
    if (config.facebook) say(`  webhook to enter at Facebook  ${outside}/webhooks/facebook`);
    if (config.zalo) say(`  webhook to enter at Zalo      ${outside}/webhooks/zalo`);
    return;
  }
  say('Ready. Write to the clinic as a customer on Zalo or Messenger:');
  say(`  chat       ${vendors.simulator.url}`);
  say('Watch the conversation’s machine as it runs (this address is the demo login, keep it to yourself):');
  say(`  live view  ${server.url}/#token=${secrets?.accessToken ?? ''}`);
  say('Read what the people on call are told when a customer needs a person:');
  say(`  alerts     ${server.url}/demo/alerts`);
  say('');
  say('Ctrl+C stops everything; the data stays.');
}

function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
