import { recordTables } from './0002-clinic-records.ts';
import type { Migration } from './migration.ts';
import { engineMayChange, engineMayLook, isolate } from './tenant-table.ts';

const tenantTables = [
  'clinics',
  ...recordTables,
  'accounts',
  'access_tokens',
  'customers',
  'conversations',
  'inbox',
  'timers',
  'outbox',
  'messages',
  'handoffs',
  'steps',
  'appointments',
];

/** What the engine may see of all clinics: where work waits and since when. No column with content. */
const engineReads = {
  clinics: 'clinic_id, slug',
  accounts: 'clinic_id, account_id, channel, external_id',
  access_tokens: 'clinic_id, digest',
  conversations: 'clinic_id, conversation_id, lease_worker, leased_at, fence, retry_at',
  inbox: 'clinic_id, conversation_id, seq, handled_at',
  timers: 'clinic_id, conversation_id, name, due_at',
  outbox: 'clinic_id, outbox_id, conversation_id, seq, state, worker_id, claimed_at, due_at',
};

const engineChanges = {
  conversations: 'lease_worker, leased_at, fence',
  outbox: 'state, worker_id, claimed_at, due_at',
};

/** Why: a clinic sees itself only, whatever mistake a statement makes; the policies hold even for the tables' owner. */
export const isolation: Migration = {
  name: '0006-isolation',
  async up(knex) {
    for (const table of tenantTables) await isolate(knex, table);
    for (const [table, columns] of Object.entries(engineReads)) await engineMayLook(knex, table, columns);
    for (const [table, columns] of Object.entries(engineChanges)) await engineMayChange(knex, table, columns);
    await knex.raw(`
      grant select on workers to glowbot_app;
      grant select, insert, update, delete on workers to glowbot_engine;
      grant select, insert, update on unrouted_events to glowbot_engine;`);
  },
};
