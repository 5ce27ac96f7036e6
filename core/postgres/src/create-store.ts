import type { Instant, Store } from '@glowbot/core';
import { clinicStore } from './clinic-store.ts';
import type { DatabaseConnection } from './connection.ts';
import { openDatabase } from './database.ts';
import { outboxStore } from './outbox-store.ts';
import { type MasterKeyTexts, readMasterKeys } from './secrets/master-keys.ts';
import { turnStore } from './turn-store.ts';

export type StoreOptions = {
  connection: DatabaseConnection;
  masterKeys: MasterKeyTexts;
  /** The clinics' clock: timers and holds are due by it. Leases go by the database's own. */
  clock?: () => Instant;
  poolSize?: number;
  /** Told when a connection ends by itself; the pool makes a new one when it is needed. */
  onConnectionError?: (error: Error) => void;
};

/** Everything durable, on one PostgreSQL. */
export function createStore(options: StoreOptions): Store {
  const { clock = () => Date.now(), poolSize = 12, onConnectionError = () => {} } = options;
  const keys = readMasterKeys(options.masterKeys);
  const database = openDatabase(options.connection, { poolSize, onConnectionError });
  return {
    ...turnStore(database, clock),
    ...outboxStore(database),
    ...clinicStore(database, keys),
    ping: () => database.ping(),
    close: () => database.close(),
  };
}
