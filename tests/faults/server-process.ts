import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { createStore } from '@glowbot/postgres';
import { type Simulator, startSimulator } from '@glowbot/simulator';
import pg from 'pg';
import { connectedDemo, simulatorOptions, vendor } from '../journeys/world.ts';
import { freshDatabase } from '../postgres/test-database.ts';

const cli = fileURLToPath(new URL('../../apps/server/src/cli.ts', import.meta.url));

export type ServerProcess = {
  simulator: Simulator;
  /** Asks the database directly, past the server. */
  oracle: pg.Pool;
  /** Everything the server wrote to its error output so far. */
  logged(): string;
  /** Starts the server; resolves once the vendors know its address. */
  start(): Promise<void>;
  /** Ends it without a chance to say goodbye. */
  kill(): Promise<void>;
  /** Asks it to stop, and resolves with its exit code. */
  terminate(): Promise<number | null>;
  close(): Promise<void>;
};

/** A server that is a process of its own, as in production, beside a simulator and a database that outlive it. */
export async function serverProcess(log: 'error' | 'debug'): Promise<ServerProcess> {
  const connection = await freshDatabase();
  const masterKey = randomBytes(32).toString('base64');
  const store = createStore({ connection, masterKeys: { current: masterKey, old: [] } });
  await connectedDemo(store);
  await store.close();
  const oracle = new pg.Pool({ ...connection, max: 2 });
  oracle.on('error', () => {});
  const simulator = await startSimulator(simulatorOptions('http://127.0.0.1:1'));
  const password =
    connection.password === undefined ? '' : `&password=${encodeURIComponent(connection.password)}`;
  const environment = {
    PATH: process.env.PATH,
    DATABASE_URL: `postgres:///${connection.database}?host=${encodeURIComponent(connection.host)}&port=${connection.port}&user=${connection.user}${password}`,
    GLOWBOT_MASTER_KEY: masterKey,
    GLOWBOT_LOG: log,
    PORT: '0',
    FACEBOOK_APP_ID: vendor.facebook.appId,
    FACEBOOK_APP_SECRET: vendor.facebook.appSecret,
    FACEBOOK_VERIFY_TOKEN: vendor.facebook.verifyToken,
    FACEBOOK_GRAPH_URL: simulator.url,
    FACEBOOK_DIALOG_URL: simulator.url,
    ZALO_APP_ID: vendor.zalo.appId,
    ZALO_APP_SECRET: vendor.zalo.appSecret,
    ZALO_OA_SECRET: vendor.zalo.oaSecret,
    ZALO_OPENAPI_URL: simulator.url,
    ZALO_OAUTH_URL: simulator.url,
  };
  let server: ChildProcess | undefined;
  let logged = '';

  function start(): Promise<void> {
    const child = spawn(process.execPath, [cli, 'serve'], {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    server = child;
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      logged += chunk;
    });
    return new Promise((resolve, reject) => {
      let printed = '';
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
        printed += chunk;
        const url = /Ready at (\S+)/.exec(printed)?.[1];
        if (url === undefined) return;
        simulator.pointWebhooksAt({ facebook: `${url}/webhooks/facebook`, zalo: `${url}/webhooks/zalo` });
        resolve();
      });
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${printed}${logged}`)));
    });
  }

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    const child = server;
    if (!child || child.exitCode !== null || child.signalCode !== null) return null;
    const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.kill(signal);
    return gone;
  }

  return {
    simulator,
    oracle,
    logged: () => logged,
    start,
    kill: async () => void (await end('SIGKILL')),
    terminate: () => end('SIGTERM'),
    async close() {
      await end('SIGKILL');
      await simulator.close();
      await oracle.end();
    },
  };
}
