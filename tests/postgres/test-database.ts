import { randomBytes } from 'node:crypto';
import { demoClinic } from '@glowbot/demo-clinic';
import type {
  AccountStore,
  AttributionStore,
  CalendarStore,
  Instant,
  ModelLedger,
  SpeakerStore,
  Store,
} from '@glowbot/core';
import { createStore, type DatabaseConnection } from '@glowbot/postgres';
import pg from 'pg';
import { inject } from 'vitest';
import { createDatabase, inDatabase } from './databases.ts';

/** A migrated database of this test's own. It goes when all tests have ended. */
export async function freshDatabase(): Promise<DatabaseConnection> {
  const { connection, template } = inject('database');
  const name = `${template}_${randomBytes(6).toString('hex')}`;
  await createDatabase(connection, name, template);
  return inDatabase(connection, name);
}

const testMasterKeys = { current: randomBytes(32).toString('base64'), old: [] };

export type TestStore = {
  store: Store & ModelLedger & CalendarStore & AttributionStore & AccountStore & SpeakerStore;
  connection: DatabaseConnection;
  /** Asks the database directly, past all policies: the oracle that the code under test has no part in. */
  sql: <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<Row[]>;
  close(): Promise<void>;
};

export async function testStore(clock?: () => Instant): Promise<TestStore> {
  const connection = await freshDatabase();
  const store = createStore({ connection, masterKeys: testMasterKeys, ...(clock ? { clock } : {}) });
  const oracle = new pg.Pool({ ...connection, max: 2 });
  oracle.on('error', () => {});
  return {
    store,
    connection,
    sql: async (text, values = []) => (await oracle.query(text, values)).rows,
    async close() {
      await store.close();
      await oracle.end();
    },
  };
}

/** The demo clinic with one account on each channel of the test. It answers at once, unless a test is about waiting. */
export async function withDemoClinic(store: Store, slug = 'demo', settleMs = 0) {
  const { clinicId, scope } = await store.createClinic(slug, { ...demoClinic(), settleMs });
  const connect = (channel: string, externalId: string, credentials: unknown) =>
    store.connectAccount(scope, { channel, externalId, name: 'thử', credentials });
  return { clinicId, scope, connect };
}
