import type { Migration } from './migration.ts';

/** Why: two customers must never be given the same person or place at the same time, on any path that writes an appointment. */
export const calendar: Migration = {
  name: '0005-calendar',
  async up(knex) {
    await knex.raw(`
      create extension if not exists btree_gist;
      create table appointments (
        clinic_id uuid not null, appointment_id uuid not null, conversation_id uuid not null, customer_id uuid not null,
        treatment_key text not null, area_key text, branch_key text not null, staff_key text not null, room_key text not null,
        place int not null check (place > 0),
        starts_at timestamptz not null, ends_at timestamptz not null check (ends_at > starts_at),
        during tstzrange not null generated always as (tstzrange(starts_at, ends_at, '[)')) stored,
        status text not null check (status in ('held', 'lapsed', 'released', 'awaiting_deposit', 'booked',
          'arrived', 'completed', 'no_show', 'cancelled')),
        held_until timestamptz check ((status = 'held') = (held_until is not null)),
        attendance_confirmed_at timestamptz,
        created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
        primary key (clinic_id, appointment_id),
        foreign key (clinic_id, conversation_id) references conversations on delete cascade,
        foreign key (clinic_id, customer_id) references customers on delete cascade,
        foreign key (clinic_id, treatment_key) references treatments,
        foreign key (clinic_id, branch_key) references branches,
        foreign key (clinic_id, staff_key) references staff,
        foreign key (clinic_id, room_key) references rooms,
        constraint one_customer_per_staff exclude using gist (clinic_id with =, staff_key with =, during with &&)
          where (status in ('held', 'awaiting_deposit', 'booked', 'arrived')),
        constraint one_customer_per_place exclude using gist (clinic_id with =, room_key with =, place with =, during with &&)
          where (status in ('held', 'awaiting_deposit', 'booked', 'arrived'))
      );
      create index on appointments (clinic_id, conversation_id, starts_at);`);
  },
};
