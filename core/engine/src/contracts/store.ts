import type { ClinicStore } from './clinic-store.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { TurnStore } from './turn-store.ts';

/** Everything durable. */
export interface Store extends TurnStore, OutboxStore, ClinicStore {
  /** A cheap question to the database: can it answer? */
  ping(): Promise<void>;
  close(): Promise<void>;
}
