import { recordTables } from './0002-clinic-records.ts';
import type { Migration } from './migration.ts';
import { growsVersion } from './tenant-table.ts';

/** Why: every process keeps clinics' records in memory and must notice a change made anywhere, by whatever hand. */
export const clinicVersion: Migration = {
  name: '0003-clinic-version',
  async up(knex) {
    await knex.raw(`
      create function grow_clinic_version() returns trigger language plpgsql as $$
      begin
        update clinics set version = version + 1 where clinic_id in (select distinct clinic_id from changed);
        return null;
      end $$;
      create function grow_own_version() returns trigger language plpgsql as $$
      begin
        new.version := old.version + 1;
        return new;
      end $$;
      create trigger version_grows before update on clinics
        for each row when (old.version = new.version and old is distinct from new) execute function grow_own_version();`);
    for (const table of recordTables) await growsVersion(knex, table);
  },
};
