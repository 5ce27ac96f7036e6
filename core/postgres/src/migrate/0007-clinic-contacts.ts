import type { Migration } from './migration.ts';

/** Why: a landline, an address on the web or a language may be said only where the clinic has entered it. */
export const clinicContacts: Migration = {
  name: '0007-clinic-contacts',
  async up(knex) {
    await knex.raw(`
      alter table clinics
        add column landline text, add column website text, add column email text,
        add column hotline_hours text, add column medical_hotline_hours text,
        add column languages text[] not null default '{}'`);
  },
};
