import type { Migration } from './migration.ts';

/** Why: a deposit is transferred to an account, with a note by which it is found; and a clinic says how much a calendar link shows. */
export const bankTransfers: Migration = {
  name: '0020-bank-transfers',
  async up(knex) {
    await knex.raw(`
      alter table clinics add column bank_bin text, add column bank_name text, add column bank_account text, add column bank_holder text,
        add check (num_nulls(bank_bin, bank_name, bank_account, bank_holder) in (0, 4));
      alter table deposits add column note text;
      update deposits d set note = 'GB' || translate(left(replace(coalesce(a.visit_id, a.appointment_id)::text, '-', ''), 8),
        '0123456789abcdef', 'BCDFGHKLMNPRSTVX')
      from appointments a where a.clinic_id = d.clinic_id and a.appointment_id = d.appointment_id;
      alter table deposits alter column note set not null;
      alter table calendar_feeds add column shows text not null default 'treatment'
        check (shows in ('busy', 'treatment', 'given-name'))`);
  },
};
