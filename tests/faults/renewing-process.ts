import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { type KeepingDesk, renewAccount } from '@glowbot/core';
import { createStore } from '@glowbot/postgres';
import { createConnectors } from '@glowbot/server';
import { z } from 'zod';

/** A process of its own with several workers, all of whom find the access token dead at the same moment. */
const Order = z.object({
  connection: z.object({
    host: z.string(),
    port: z.number(),
    user: z.string(),
    password: z.string().optional(),
    database: z.string(),
  }),
  masterKey: z.string(),
  slug: z.string(),
  accountId: z.string(),
  simulator: z.string(),
  zalo: z.object({ appId: z.string(), appSecret: z.string(), oaSecret: z.string() }),
  workers: z.number(),
});

const { connection, masterKey, slug, accountId, simulator, zalo, workers } = Order.parse(
  JSON.parse(process.argv[2] ?? ''),
);
const store = createStore({ connection, masterKeys: { current: masterKey, old: [] } });
const urls = { openapiUrl: simulator, oauthUrl: simulator };
const [connector] = createConnectors({ zalo: { ...zalo, ...urls } });
const desk: KeepingDesk = {
  store,
  connectors: new Map(connector ? [[connector.channel, connector]] : []),
  pause: (ms) => pause(ms),
  accountsLink: () => '',
};
const found = await store.findClinic(slug);
if (!found) throw new Error('no such clinic');
const { scope } = found;
const parts = { clock: Date.now, newId: () => crypto.randomUUID(), notice: () => {} };
const opened = await store.openAccount(scope, accountId);
const account = { scope, accountId, channel: connector?.channel ?? '', version: opened.version };

/** All processes see the dead token first, and start together. */
process.stdout.write('ready\n');
await once(process.stdin, 'data');
process.stdin.destroy();

async function work(): Promise<number> {
  while ((await renewAccount(parts, desk, account)) === 'later') await pause(20);
  return (await store.openAccount(scope, accountId)).version;
}

const versions = await Promise.all(Array.from({ length: workers }, work));
process.stdout.write(JSON.stringify({ saw: opened.version, versions }));
await store.close();
