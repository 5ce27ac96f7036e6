import type { Migration } from './migration.ts';
import { engineMayLook, isolate } from './tenant-table.ts';

/** Why: staff see their appointments in the calendar they already use, and what stands there is not booked over. */
export const calendarExchange: Migration = {
  name: '0014-calendar-exchange',
  async up(knex) {
    await knex.raw(`
      create table calendar_feeds (
        clinic_id uuid not null references clinics on delete cascade, feed_id uuid not null,
        digest bytea not null unique check (length(digest) = 32),
        subject text not null check (subject in ('staff', 'branch')), subject_key text not null,
        created_at timestamptz not null default now(), revoked_at timestamptz,
        primary key (clinic_id, feed_id)
      );
      create table busy_sources (
        clinic_id uuid not null, source_id uuid not null, staff_key text not null, address text not null, -- sealed: it is a secret
        tried_at timestamptz, read_at timestamptz, trouble text,
        primary key (clinic_id, source_id),
        foreign key (clinic_id, staff_key) references staff on delete cascade
      );
      create index on busy_sources (tried_at nulls first);
      create table busy_times (
        clinic_id uuid not null, source_id uuid not null, nth int not null,
        starts_at timestamptz not null, ends_at timestamptz not null check (ends_at > starts_at),
        during tstzrange not null generated always as (tstzrange(starts_at, ends_at, '[)')) stored,
        primary key (clinic_id, source_id, nth),
        foreign key (clinic_id, source_id) references busy_sources on delete cascade
      );
      create index on busy_times using gist (clinic_id, during);`);
    for (const table of ['calendar_feeds', 'busy_sources', 'busy_times']) await isolate(knex, table);
    await engineMayLook(knex, 'calendar_feeds', 'clinic_id, digest, revoked_at');
    await engineMayLook(knex, 'busy_sources', 'clinic_id, source_id, tried_at');
  },
};
