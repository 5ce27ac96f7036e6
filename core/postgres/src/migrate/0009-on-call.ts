import type { Migration } from './migration.ts';
import { growsVersion, isolate } from './tenant-table.ts';

/** Why: a conversation that the bot hands over must find a person, at every hour, so a clinic writes down who comes when. */
export const onCall: Migration = {
  name: '0009-on-call',
  async up(knex) {
    await knex.raw(`
      create table on_call_people (
        clinic_id uuid not null references clinics on delete cascade, key text not null, position int not null,
        name text not null, role text not null, phone text,
        primary key (clinic_id, key)
      );
      create table on_call_ways (
        clinic_id uuid not null, person text not null, position int not null, notifier text not null, address text not null,
        primary key (clinic_id, person, position),
        foreign key (clinic_id, person) references on_call_people on delete cascade
      );
      create table on_call_duties (
        clinic_id uuid not null, position int not null, person text not null,
        weekday text not null check (weekday in ('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun')),
        starts time not null, ends time not null, -- not after the start: the next day
        on_holidays boolean not null,
        primary key (clinic_id, position),
        foreign key (clinic_id, person) references on_call_people on delete cascade
      );
      create table on_call_chains (
        clinic_id uuid not null references clinics on delete cascade, reason text not null,
        promise_minutes int not null check (promise_minutes > 0),
        primary key (clinic_id, reason)
      );
      create table on_call_steps (
        clinic_id uuid not null, reason text not null, position int not null,
        person text, role text, minutes int not null check (minutes > 0),
        primary key (clinic_id, reason, position),
        check (num_nonnulls(person, role) = 1),
        foreign key (clinic_id, reason) references on_call_chains on delete cascade,
        foreign key (clinic_id, person) references on_call_people on delete cascade
      );`);
    for (const table of onCallTables) {
      await isolate(knex, table);
      await growsVersion(knex, table);
    }
  },
};

/** In the order in which they refer to each other. */
export const onCallTables = [
  'on_call_people',
  'on_call_ways',
  'on_call_duties',
  'on_call_chains',
  'on_call_steps',
] as const;
