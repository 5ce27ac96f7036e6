import type { Migration } from './migration.ts';

/** Why: two customers must never be given the same person or place at the same time, on any path that writes an appointment. */
export const calendar: Migration = {
  name: '0005-calendar',
  async up(knex) {
    await knex.raw(`
      create extension if not exists btree_gist;
      create table appointments (
        clinic_id uuid not null, id uuid not null, conversation_id uuid not null, customer_id uuid not null,
        treatment text not null, area text, branch text not null, staff text not null, room text not null,
        place int not null check (place > 0),
        starts_at timestamptz not null, ends_at timestamptz not null check (ends_at > starts_at),
        during tstzrange not null generated always as (tstzrange(starts_at, ends_at, '[)')) stored,
        status text not null check (status in ('held', 'lapsed', 'released', 'awaiting_deposit', 'booked',
          'arrived', 'completed', 'no_show', 'cancelled')),
        held_until timestamptz check ((status = 'held') = (held_until is not null)),
        attendance_confirmed_at timestamptz,
        created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
        primary key (clinic_id, id),
        foreign key (clinic_id, conversation_id) references conversations,
        foreign key (clinic_id, customer_id) references customers,
        foreign key (clinic_id, treatment) references treatments,
        foreign key (clinic_id, branch) references branches,
        foreign key (clinic_id, staff) references staff,
        foreign key (clinic_id, room) references rooms,
        constraint one_customer_per_staff exclude using gist (clinic_id with =, staff with =, during with &&)
          where (status in ('held', 'awaiting_deposit', 'booked', 'arrived')),
        constraint one_customer_per_place exclude using gist (clinic_id with =, room with =, place with =, during with &&)
          where (status in ('held', 'awaiting_deposit', 'booked', 'arrived'))
      );
      create index on appointments (clinic_id, conversation_id, starts_at);`);
  },
};
