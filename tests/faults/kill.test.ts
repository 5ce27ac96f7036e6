import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createStore } from '@glowbot/postgres';
import { type Simulator, startSimulator } from '@glowbot/simulator';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { connectedDemo, simulatorOptions, vendor } from '../journeys/world.ts';
import { freshDatabase } from '../postgres/test-database.ts';

const cli = fileURLToPath(new URL('../../apps/server/src/cli.ts', import.meta.url));
const patienceMs = 30_000;
const masterKey = randomBytes(32).toString('base64');

let simulator: Simulator;
let environment: NodeJS.ProcessEnv;
let oracle: pg.Pool;
let server: ChildProcess | undefined;

beforeAll(async () => {
  const connection = await freshDatabase();
  const store = createStore({ connection, masterKeys: { current: masterKey, old: [] } });
  await connectedDemo(store);
  await store.close();
  oracle = new pg.Pool({ ...connection, max: 2 });
  oracle.on('error', () => {});
  simulator = await startSimulator(simulatorOptions('http://127.0.0.1:1'));
  const { facebook, zalo } = vendor;
  const password =
    connection.password === undefined ? '' : `&password=${encodeURIComponent(connection.password)}`;
  environment = {
    PATH: process.env.PATH,
    DATABASE_URL: `postgres:///${connection.database}?host=${encodeURIComponent(connection.host)}&port=${connection.port}&user=${connection.user}${password}`,
    GLOWBOT_MASTER_KEY: masterKey,
    GLOWBOT_LOG: 'error',
    PORT: '0',
    FACEBOOK_APP_ID: facebook.appId,
    FACEBOOK_APP_SECRET: facebook.appSecret,
    FACEBOOK_VERIFY_TOKEN: facebook.verifyToken,
    FACEBOOK_GRAPH_URL: simulator.url,
    ZALO_APP_ID: zalo.appId,
    ZALO_APP_SECRET: zalo.appSecret,
    ZALO_OA_SECRET: zalo.oaSecret,
    ZALO_OPENAPI_URL: simulator.url,
  };
});

afterEach(kill);

afterAll(async () => {
  await simulator.close();
  await oracle.end();
});

/** A real server process; resolves once it has printed its address, and the vendors know it. */
function start(): Promise<void> {
  const child = spawn(process.execPath, [path.resolve(cli), 'serve'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  server = child;
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk;
      const url = /Ready at (\S+)/.exec(printed)?.[1];
      if (url === undefined) return;
      simulator.pointWebhooksAt({ facebook: `${url}/webhooks/facebook`, zalo: `${url}/webhooks/zalo` });
      resolve();
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${printed}`)));
  });
}

async function kill(): Promise<void> {
  const child = server;
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

const open = async () =>
  Number(
    (
      await oracle.query(
        `select (select count(*) from inbox where handled_at is null) + (select count(*) from outbox where state in ('queued', 'sending', 'unknown')) as n`,
      )
    ).rows[0]?.n,
  );

describe.each(['zalo', 'facebook'] as const)('a server killed on %s', (channel) => {
  test('between the 200 and the answer: started again, the answer arrives, once', async () => {
    await start();
    const { id } = simulator.createCustomer({ channel, name: 'Khách Thử' });
    /** The vendor never answers the send, so the process dies in the middle of it, having said nothing. */
    simulator.failNextSends({ count: 1, customerId: id, fault: { kind: 'hang' } });
    simulator.customerSays(id, 'giá peel da bao nhiêu ạ');
    await expect
      .poll(async () => (await oracle.query(`select 1 from outbox where state = 'sending'`)).rowCount, {
        timeout: patienceMs,
        interval: 10,
      })
      .toBe(1);
    await kill();
    simulator.clearFaults();
    expect(simulator.sends(id)).toEqual([]);
    await start();
    await simulator.waitForSends(id, 1, patienceMs);
    await expect.poll(open, { timeout: patienceMs }).toBe(0);
    expect(simulator.sends(id)).toHaveLength(1);
    expect(simulator.sends(id)[0]?.text).toContain('600.000đ');
  });

  test('after the vendor said it but before we heard so: it is not said again', async () => {
    await start();
    const { id } = simulator.createCustomer({ channel, name: 'Khách Thử' });
    simulator.setAftermath({ echoes: 'withheld' });
    simulator.failNextSends({ count: 1, customerId: id, fault: { kind: 'dropAfterAccept' } });
    simulator.customerSays(id, 'giá peel da bao nhiêu ạ');
    await simulator.waitForSends(id, 1, patienceMs);
    await kill();
    simulator.setAftermath({ echoes: 'after' });
    await start();
    await expect.poll(open, { timeout: patienceMs }).toBe(0);
    expect(simulator.sends(id)).toHaveLength(1);
  });

  test('at random moments of many conversations: none is lost, none is answered twice', async () => {
    await start();
    const people = Array.from({ length: 30 }, () => simulator.createCustomer({ channel, name: 'Khách' }).id);
    for (const [index, id] of people.entries()) {
      simulator.customerSays(id, 'giá peel da bao nhiêu ạ');
      /** Each kill falls into another part of the work: after 1, 11 and 21 webhooks were acknowledged. */
      if (index % 10 === 1) {
        await expect
          .poll(async () => Number((await oracle.query('select count(*) as n from inbox')).rows[0]?.n), {
            timeout: patienceMs,
            interval: 5,
          })
          .toBeGreaterThan(index);
        await kill();
        await start();
      }
    }
    for (const id of people) await simulator.waitForSends(id, 1, patienceMs);
    await simulator.waitForWebhooks(patienceMs);
    await expect.poll(open, { timeout: patienceMs }).toBe(0);
    expect(people.map((id) => simulator.sends(id).length)).toEqual(people.map(() => 1));
  });
});
