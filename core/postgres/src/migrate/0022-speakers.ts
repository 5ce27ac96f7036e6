import type { Migration } from './migration.ts';
import { isolate } from './tenant-table.ts';

/** Why: clinics answer from inboxes of others, whose words look like a bot's; who speaks on an account is noted, and theirs to correct. */
export const speakers: Migration = {
  name: '0022-speakers',
  async up(knex) {
    await knex.raw(`
      create table speakers (
        clinic_id uuid not null, account_id uuid not null, app_id text not null,
        listed_as text check (listed_as in ('person-elsewhere', 'bot', 'auto-reply', 'broadcast')),
        seen_as text check (seen_as in ('person', 'person-elsewhere', 'bot', 'auto-reply', 'broadcast')), reason text,
        messages bigint not null default 0, first_at timestamptz, last_at timestamptz, alarmed_at timestamptz,
        primary key (clinic_id, account_id, app_id),
        foreign key (clinic_id, account_id) references accounts on delete cascade
      );
      create index inbox_waiting_of_account on inbox (clinic_id, account_id) where handled_at is null;`);
    await isolate(knex, 'speakers');
  },
};
