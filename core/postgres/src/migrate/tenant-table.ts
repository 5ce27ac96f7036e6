import type { Knex } from 'knex';

/**
 * The setting lists UUIDs as '{…,…}', in which the 36 characters of another UUID cannot appear; unset it is null, and after a
 * transaction that set it locally it is ''. It is a plain filter on purpose: written as `clinic_id = any (…)` the planner took
 * it for so selective that it read all rows of a clinic instead of looking up the keys a statement names.
 */
const isOwn = `strpos(current_setting('app.clinic_ids', true), clinic_id::text) > 0`;

/** A clinic sees its own rows of the table only, whatever mistake a statement makes. */
export async function isolate(knex: Knex, table: string): Promise<void> {
  await knex.raw(`
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy own_clinics on ${table} to glowbot_app using (${isOwn}) with check (${isOwn});
    grant select, insert, update, delete on ${table} to glowbot_app;`);
}

/** The engine may look at these columns of all clinics, to find work: ids and clocks, never content. */
export async function engineMayLook(knex: Knex, table: string, columns: string): Promise<void> {
  await knex.raw(`
    create policy engine_looks on ${table} for select to glowbot_engine using (true);
    grant select (${columns}) on ${table} to glowbot_engine;`);
}

export async function engineMayChange(knex: Knex, table: string, columns: string): Promise<void> {
  await knex.raw(`
    create policy engine_claims on ${table} for update to glowbot_engine using (true) with check (true);
    grant update (${columns}) on ${table} to glowbot_engine;`);
}

/** A change in the table, by whatever hand, is a new version of its clinic's records. */
export async function growsVersion(knex: Knex, table: string): Promise<void> {
  for (const [event, rows] of [
    ['insert', 'new'],
    ['update', 'new'],
    ['delete', 'old'],
  ]) {
    await knex.raw(`
      create trigger version_grows_after_${event} after ${event} on ${table}
        referencing ${rows} table as changed for each statement execute function grow_clinic_version()`);
  }
}
