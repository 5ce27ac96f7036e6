import type { Migration } from './migration.ts';
import { growsVersion, isolate } from './tenant-table.ts';

/** Why: which skills a clinic has, and under which settings, is its own to say; and a skill may keep a book, line by line. */
export const skills: Migration = {
  name: '0018-skills',
  async up(knex) {
    await knex.raw(`
      create table skill_settings (
        clinic_id uuid not null references clinics on delete cascade, skill text not null,
        is_on boolean not null, version int not null check (version > 0), settings text not null,
        primary key (clinic_id, skill)
      );
      alter table customers add column birthday text check (birthday ~ '^[0-9]{2}-[0-9]{2}$');

      -- A book is never rewritten: a line that was wrong is followed by its opposite.
      create table skill_entries (
        clinic_id uuid not null, skill text not null, account text not null, source text not null,
        seq bigint not null generated always as identity,
        customer_id uuid, amount bigint not null, at timestamptz not null default now(),
        primary key (clinic_id, skill, account, source),
        foreign key (clinic_id) references clinics on delete cascade,
        foreign key (clinic_id, customer_id) references customers on delete cascade
      );
      create index on skill_entries (clinic_id, customer_id);
      create table open_questions (
        clinic_id uuid not null references clinics on delete cascade, question_id uuid not null,
        signature text not null, settled_at timestamptz, settled_by text, faq text,
        primary key (clinic_id, question_id),
        check ((settled_at is null) = (settled_by is null)), check (faq is null or settled_at is not null)
      );
      create unique index question_open on open_questions (clinic_id, signature) where settled_at is null;
      -- The words belong to whoever asked, and go with them.
      create table question_askings (
        clinic_id uuid not null, question_id uuid not null, seq bigint not null generated always as identity,
        conversation_id uuid not null, words text not null, at timestamptz not null,
        primary key (clinic_id, question_id, seq),
        foreign key (clinic_id, question_id) references open_questions on delete cascade,
        foreign key (clinic_id, conversation_id) references conversations on delete cascade
      );
      create index on question_askings (clinic_id, conversation_id);
      -- Who may have a promotion, and when, as one JSON document: the records' schema reads it.
      alter table promotions add column terms text;
      create index appointments_of_customer on appointments (clinic_id, customer_id, starts_at);`);
    for (const table of ['skill_settings', 'skill_entries', 'open_questions', 'question_askings'])
      await isolate(knex, table);
    await growsVersion(knex, 'skill_settings');
  },
};
