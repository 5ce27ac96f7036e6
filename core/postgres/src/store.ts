import type {
  AccountStore,
  AttributionStore,
  CalendarStore,
  Instant,
  ModelLedger,
  SpeakerStore,
  Store,
} from '@glowbot/core';
import { accountStore } from './account-store.ts';
import { attributionStore } from './attribution-store.ts';
import { calendarStore } from './calendar-store.ts';
import { clinicStore } from './clinic-store.ts';
import type { DatabaseConnection } from './connection.ts';
import { openDatabase } from './database/database.ts';
import { handoffStore } from './handoff-store.ts';
import { inHand } from './in-hand.ts';
import { modelLedger } from './model-ledger.ts';
import { outboxStore } from './outbox-store.ts';
import { type MasterKeysText, masterKeysFrom } from './secrets/master-keys.ts';
import { questionStore } from './question-store.ts';
import { skillRecords } from './skill-records.ts';
import { speakerStore } from './speaker-store.ts';
import { turnStore } from './turn-store.ts';

export type StoreOptions = {
  connection: DatabaseConnection;
  masterKeys: MasterKeysText;
  /** For tests: when timers are due and holds run out. Unset, the database's clock decides; leases always live by that. */
  clock?: () => Instant;
  /** Connections at once. */
  connections?: number;
};

export function createStore({
  connection,
  masterKeys,
  clock,
  connections = 10,
}: StoreOptions): Store & ModelLedger & CalendarStore & AttributionStore & AccountStore & SpeakerStore {
  const keys = masterKeysFrom(masterKeys);
  const database = openDatabase(connection, connections);
  const sends = inHand();
  const now = () => clock?.() ?? null;
  return {
    ...turnStore({ database, now, onRetire: (workerId) => sends.forget(workerId) }),
    ...outboxStore(database, now, sends),
    ...handoffStore(database, now),
    ...clinicStore(database, keys),
    ...skillRecords(database),
    ...attributionStore(database),
    ...questionStore(database),
    ...accountStore(database, keys),
    ...speakerStore(database),
    ...modelLedger(database, clock ?? Date.now),
    ...calendarStore(database, keys, now),
    ping: () => database.asEngine(async ({ run }) => void (await run('select 1'))),
    close: () => database.close(),
  };
}
