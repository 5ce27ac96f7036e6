import { randomBytes, randomUUID } from 'node:crypto';
import {
  type Alert,
  type KeepingDesk,
  type Notice,
  type Notifier,
  renewAccount,
  startAccountKeeper,
} from '@glowbot/core';
import { createStore, type DatabaseConnection } from '@glowbot/postgres';
import { createConnectors } from '@glowbot/server';
import { type Simulator, startSimulator } from '@glowbot/simulator';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { simulatorOptions, startWorld, vendor } from '../journeys/world.ts';
import { freshDatabase, withDemoClinic } from '../postgres/test-database.ts';
import { renewing } from './renewing-workers.ts';

const masterKey = randomBytes(32).toString('base64');
const Pair = z.object({ accessToken: z.string(), refreshToken: z.string() });
const hour = 3_600_000;

let connection: DatabaseConnection;
let store: ReturnType<typeof createStore>;
let oracle: pg.Pool;
beforeAll(async () => {
  connection = await freshDatabase();
  store = createStore({ connection, masterKeys: { current: masterKey, old: [] }, connections: 20 });
  oracle = new pg.Pool({ ...connection, max: 2 });
  oracle.on('error', () => {});
});
afterAll(async () => {
  await store.close();
  await oracle.end();
});

let simulator: Simulator;
let passed: number;
let notices: Notice[];
let told: { alert: Alert; to: string }[];
beforeEach(async () => {
  passed = 0;
  notices = [];
  told = [];
  simulator = await startSimulator({
    ...simulatorOptions('http://127.0.0.1:1'),
    clock: () => Date.now() + passed,
  });
});
afterEach(async () => {
  await simulator.close();
  await oracle.query('delete from clinics');
});

async function connected() {
  const slug = `c-${randomUUID()}`;
  const { scope, connect } = await withDemoClinic(store, slug);
  const accountId = await connect('zalo-oa', vendor.zalo.oaId, {
    accessToken: vendor.zalo.token,
    refreshToken: vendor.zalo.refresh,
  });
  const [connector] = createConnectors({
    zalo: { ...vendor.zalo, openapiUrl: simulator.url, oauthUrl: simulator.url },
  });
  if (!connector) throw new Error('no connector');
  const desk: KeepingDesk = {
    store,
    connectors: new Map([[connector.channel, connector]]),
    pause: async () => {},
    accountsLink: () => 'https://clinic.example/',
  };
  const email: Notifier = {
    name: 'email',
    deliver: async (alert, to) => {
      told.push({ alert, to });
      return { kind: 'delivered' };
    },
  };
  const parts = {
    store,
    notifiers: new Map([['email', email]]),
    clock: () => Date.now() + passed,
    newId: () => randomUUID(),
    idOf: () => randomUUID(),
    notice: (notice: Notice) => void notices.push(notice),
  };
  const renew = async () => {
    const { version } = await store.openAccount(scope, accountId);
    return renewAccount(parts, desk, { scope, accountId, channel: 'zalo-oa', version });
  };
  const keep = async () => {
    const keeper = startAccountKeeper(parts, desk, () => () => {});
    await keeper.stop();
  };
  const pair = async () => Pair.parse((await store.openAccount(scope, accountId)).credentials);
  const record = async () => (await store.accounts(scope))[0];
  /** Whoever held the right has been silent for longer than any call lasts. */
  const abandon = () =>
    oracle.query(
      "update accounts set renewal_began_at = now() - interval '1 minute' where renewal_id is not null",
    );
  return { slug, scope, accountId, desk, renew, keep, pair, record, abandon };
}

describe('an access token that has run out', () => {
  test('is renewed by one of fifty workers on four processes, and all fifty go on with the new one', async () => {
    passed = 26 * hour;
    const { slug, accountId, pair } = await connected();
    const { appId, appSecret, oaSecret } = vendor.zalo;
    const order = {
      connection,
      masterKey,
      slug,
      accountId,
      simulator: simulator.url,
      zalo: { appId, appSecret, oaSecret },
    };
    const processes = [13, 13, 12, 12].map((workers) => renewing({ ...order, workers }));
    await Promise.all(processes.map(({ ready }) => ready));
    for (const { go } of processes) go();
    const reports = await Promise.all(processes.map(({ report }) => report));
    expect(reports.map(({ saw }) => saw)).toEqual([1, 1, 1, 1]);
    const versions = reports.flatMap((report) => report.versions);
    expect(versions).toHaveLength(50);
    expect(new Set(versions)).toEqual(new Set([2]));
    expect(simulator.zaloTokens.calls()).toMatchObject([{ grant: 'refresh_token', outcome: 'granted' }]);
    expect(await works(await pair())).toBe(true);
  });

  test('is renewed before it is needed, with the next time written down', async () => {
    const { keep, record, pair } = await connected();
    await oracle.query("update accounts set renew_at = now() - interval '1 second'");
    await keep();
    const after = await record();
    expect(after).toMatchObject({ state: 'connected', trouble: null });
    const left = (after?.expiresAt ?? 0) - Date.now();
    expect(left).toBeGreaterThan(24 * hour);
    const [due] = (
      await oracle.query("select renew_at < expires_at - interval '4 hours' as early from accounts")
    ).rows;
    expect(due).toEqual({ early: true });
    await keep();
    expect(simulator.zaloTokens.calls()).toHaveLength(1);
    expect(await works(await pair())).toBe(true);
  });
});

describe('an answer that is no pair', () => {
  test.each(['error-200', 'gateway'] as const)(
    '%s replaces nothing, and the token is not lost',
    async (fault) => {
      const { renew, pair, abandon } = await connected();
      const before = await pair();
      simulator.zaloTokens.failNext(fault);
      expect(await renew()).toBe('later');
      expect(await pair()).toEqual(before);
      await abandon();
      await oracle.query("update accounts set renew_at = now() - interval '1 second'");
      expect(await renew()).toBe('renewed');
      expect(simulator.zaloTokens.calls()).toHaveLength(1);
    },
  );

  test.each(['lost', 'truncated', 'half'] as const)(
    '%s after the old pair has died: the token is never presented again, and the clinic is told in plain words',
    async (fault) => {
      const { renew, keep, pair, record, abandon } = await connected();
      const before = await pair();
      simulator.zaloTokens.failNext(fault);
      expect(await renew()).toBe('later');
      expect(await pair()).toEqual(before);
      expect(await renew()).toBe('later');
      await abandon();
      await oracle.query("update accounts set renew_at = now() - interval '1 second'");
      await keep();
      expect(await pair()).toEqual(before);
      expect(await record()).toMatchObject({ state: 'lost', trouble: 'renewal-lost' });
      expect(simulator.zaloTokens.calls()).toHaveLength(1);
      expect(told.length).toBeGreaterThan(0);
      expect(told[0]?.alert).toMatchObject({
        priority: 'urgent',
        title: expect.stringContaining('cần được kết nối lại'),
        text: expect.stringContaining('chủ OA cần cấp quyền lại'),
      });
      const secrets = [before.accessToken, before.refreshToken];
      for (const secret of secrets) expect(JSON.stringify([told, notices])).not.toContain(secret);
      const { length } = told;
      await keep();
      expect(told).toHaveLength(length);
      expect(await renew()).toBe('lost');
      expect(simulator.zaloTokens.calls()).toHaveLength(1);
    },
  );

  test('a worker that dies before it could ask costs nothing', async () => {
    const { scope, accountId, renew, abandon } = await connected();
    const ask = { renewalId: randomUUID(), seen: 1, holdMs: 20_000 };
    expect(await store.beginRenewal(scope, accountId, ask)).toMatchObject({ kind: 'ours' });
    expect(await renew()).toBe('later');
    await abandon();
    expect(await renew()).toBe('renewed');
    expect(simulator.zaloTokens.calls()).toHaveLength(1);
  });

  test('a pair that comes from somebody thought to be gone is the living one, and is stored', async () => {
    const { scope, accountId, renew, record, abandon, pair } = await connected();
    const ask = { renewalId: randomUUID(), seen: 1, holdMs: 20_000 };
    await store.beginRenewal(scope, accountId, ask);
    const [connector] = createConnectors({
      zalo: { ...vendor.zalo, openapiUrl: simulator.url, oauthUrl: simulator.url },
    });
    const late = await connector?.renew?.(await pair(), Date.now());
    await abandon();
    expect(await renew()).toBe('lost');
    expect((await record())?.state).toBe('lost');
    if (late?.kind !== 'renewed') throw new Error('not renewed');
    const settlement = {
      kind: 'renewed',
      credentials: late.credentials,
      expiresAt: null,
      renewAt: null,
    } as const;
    expect(await store.settleRenewal(scope, accountId, { ...ask, settlement })).toBe(true);
    expect(await record()).toMatchObject({ state: 'connected', trouble: null });
    expect(await works(await pair())).toBe(true);
    expect(await store.settleRenewal(scope, accountId, { ...ask, settlement })).toBe(false);
  });

  test('a withdrawn consent ends the connection once, without a loop', async () => {
    const { renew, record } = await connected();
    simulator.zaloTokens.revoke(vendor.zalo.oaId);
    expect(await renew()).toBe('lost');
    expect(await record()).toMatchObject({ state: 'lost', trouble: 'grant-lost', troubleCode: '-14014' });
    expect(await renew()).toBe('lost');
    expect(simulator.zaloTokens.calls()).toHaveLength(1);
  });

  test('connecting again heals everything', async () => {
    const { renew, scope, record } = await connected();
    simulator.zaloTokens.revoke(vendor.zalo.oaId);
    await renew();
    const credentials = { accessToken: 'new-token', refreshToken: 'new-refresh' };
    await store.connectAccount(scope, {
      channel: 'zalo-oa',
      externalId: vendor.zalo.oaId,
      name: 'thử',
      credentials,
    });
    expect(await record()).toMatchObject({ state: 'connected', trouble: null });
  });
});

describe('a customer who writes', () => {
  test('is answered although the token died in between', async () => {
    const world = await startWorld();
    try {
      const customer = world.customer('zalo');
      await customer.says('Chào shop');
      const pair = world.simulator.zaloTokens.calls().length;
      world.simulator.advanceClock(0);
      await world.sql("update accounts set renew_at = now() + interval '1 day' where channel = 'zalo-oa'");
      world.simulator.advanceClock(26 * hour);
      const answer = await customer.says('Bên mình có triệt lông không?');
      expect(answer.text).not.toBe('');
      expect(world.simulator.zaloTokens.calls().length).toBe(pair + 1);
    } finally {
      await world.close();
    }
  });
});

async function works({ accessToken }: { accessToken: string }): Promise<boolean> {
  const answer = await fetch(`${simulator.url}/v2.0/oa/getoa`, { headers: { access_token: accessToken } });
  return z.object({ error: z.number() }).parse(await answer.json()).error === 0;
}
