import { recordTables } from './0002-clinic-records.ts';
import type { Migration } from './migration.ts';

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
const engineMayRead = {
  clinics: 'clinic_id, slug',
  accounts: 'clinic_id, account_id, channel, external_id',
  access_tokens: 'clinic_id, digest',
  conversations: 'clinic_id, conversation_id, lease_worker, leased_at, fence, retry_at',
  inbox: 'clinic_id, conversation_id, seq, handled_at',
  timers: 'clinic_id, conversation_id, name, due_at',
  outbox: 'clinic_id, outbox_id, conversation_id, seq, state, worker_id, claimed_at, due_at',
};

const engineMayChange = {
  conversations: 'lease_worker, leased_at, fence',
  outbox: 'state, worker_id, claimed_at, due_at',
};

/**
 * The setting lists UUIDs as '{…,…}', in which the 36 characters of another UUID cannot appear; unset it is null, and after a
 * transaction that set it locally it is ''. It is a plain filter on purpose: written as `clinic_id = any (…)` the planner took
 * it for so selective that it read all rows of a clinic instead of looking up the keys a statement names.
 */
const isOwn = `strpos(current_setting('app.clinic_ids', true), clinic_id::text) > 0`;

/** Why: a clinic sees itself only, whatever mistake a statement makes; the policies hold even for the tables' owner. */
export const isolation: Migration = {
  name: '0006-isolation',
  async up(knex) {
    for (const table of tenantTables) {
      await knex.raw(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy own_clinics on ${table} to glowbot_app using (${isOwn}) with check (${isOwn});
        grant select, insert, update, delete on ${table} to glowbot_app;`);
    }
    for (const [table, columns] of Object.entries(engineMayRead)) {
      await knex.raw(`
        create policy engine_looks on ${table} for select to glowbot_engine using (true);
        grant select (${columns}) on ${table} to glowbot_engine;`);
    }
    for (const [table, columns] of Object.entries(engineMayChange)) {
      await knex.raw(`
        create policy engine_claims on ${table} for update to glowbot_engine using (true) with check (true);
        grant update (${columns}) on ${table} to glowbot_engine;`);
    }
    await knex.raw(`
      grant select on workers to glowbot_app;
      grant select, insert, update, delete on workers to glowbot_engine;
      grant select, insert, update on unrouted_events to glowbot_engine;`);
  },
};
