import type { Migration } from './migration.ts';
import { growsVersion, isolate } from './tenant-table.ts';

/** In the order in which records refer to each other. */
export const calendarRecordTables = [
  'machines',
  'branch_exceptions',
  'staff_breaks',
  'staff_time_off',
  'treatment_level_prices',
  'treatment_prerequisites',
  'treatment_apart',
] as const;

/** Why: what can be booked depends on machines, buffers, breaks, days off, and on what must come before or not near a treatment. */
export const calendarRecords: Migration = {
  name: '0010-calendar-records',
  async up(knex) {
    await knex.raw(`
      alter table clinics add column offer_minutes int check (offer_minutes > 0), add column deposit_hours int check (deposit_hours > 0);
      alter table staff add column level text;
      alter table treatments add column machine text,
        add column prep_min int check (prep_min > 0), add column clean_up_min int check (clean_up_min > 0),
        add column sessions_min int check (sessions_min > 0), add column sessions_max int check (sessions_max >= sessions_min),
        add column interval_min_days int check (interval_min_days >= 0), add column interval_best_days int check (interval_best_days >= 0),
        add column downtime_days int check (downtime_days >= 0),
        add column pregnancy text check (pregnancy in ('allowed', 'doctor', 'refused')),
        add column breastfeeding text check (breastfeeding in ('allowed', 'doctor', 'refused')),
        add check (num_nulls(sessions_min, sessions_max, interval_min_days, interval_best_days, downtime_days, pregnancy, breastfeeding) in (0, 7));
      create table machines (
        clinic_id uuid not null, key text not null, position int not null, kind text not null, branch text not null, name text not null,
        rooms text[], -- null: every room of the branch
        primary key (clinic_id, key),
        foreign key (clinic_id, branch) references branches on delete cascade
      );
      create table branch_exceptions (
        clinic_id uuid not null, branch text not null, position int not null, from_day date not null, to_day date not null,
        name text not null, opens time, closes time, -- null: closed
        primary key (clinic_id, branch, position), check ((opens is null) = (closes is null)),
        foreign key (clinic_id, branch) references branches on delete cascade
      );
      create table staff_breaks (
        clinic_id uuid not null, staff text not null, position int not null, weekday text not null,
        starts time not null, ends time not null,
        primary key (clinic_id, staff, position),
        foreign key (clinic_id, staff) references staff on delete cascade
      );
      create table staff_time_off (
        clinic_id uuid not null, staff text not null, position int not null, from_day date not null, to_day date not null,
        starts time, ends time, -- null: whole days
        primary key (clinic_id, staff, position), check ((starts is null) = (ends is null)),
        foreign key (clinic_id, staff) references staff on delete cascade
      );
      create table treatment_level_prices (
        clinic_id uuid not null, treatment text not null, position int not null, level text not null,
        amount bigint not null check (amount >= 0),
        primary key (clinic_id, treatment, position),
        foreign key (clinic_id, treatment) references treatments on delete cascade
      );
      create table treatment_prerequisites (
        clinic_id uuid not null, treatment text not null, position int not null,
        kind text not null check (kind in ('consultation', 'patch_test')), needed text not null,
        hours_before int not null check (hours_before >= 0), valid_days int not null check (valid_days > 0),
        primary key (clinic_id, treatment, position),
        foreign key (clinic_id, treatment) references treatments on delete cascade,
        foreign key (clinic_id, needed) references treatments on delete cascade
      );
      create table treatment_apart (
        clinic_id uuid not null, treatment text not null, position int not null, other text not null,
        days int not null check (days > 0), sequence text not null check (sequence in ('after', 'either')),
        primary key (clinic_id, treatment, position),
        foreign key (clinic_id, treatment) references treatments on delete cascade,
        foreign key (clinic_id, other) references treatments on delete cascade
      );`);
    for (const table of calendarRecordTables) {
      await isolate(knex, table);
      await growsVersion(knex, table);
    }
  },
};
