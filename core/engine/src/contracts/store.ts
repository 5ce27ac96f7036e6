import type { ClinicStore } from './clinic-store.ts';
import type { HandoffStore } from './handoff-store.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { QuestionStore, SkillRecords } from './skill-store.ts';
import type { TurnStore } from './turn-store.ts';

/** Everything durable. */
export interface Store
  extends TurnStore,
    OutboxStore,
    HandoffStore,
    ClinicStore,
    SkillRecords,
    QuestionStore {
  /** A cheap question to the database: can it answer? */
  ping(): Promise<void>;
  close(): Promise<void>;
}
