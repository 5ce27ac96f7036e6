import type { Migration } from './migration.ts';
import { isolate } from './tenant-table.ts';

const isBlocking = `status in ('held', 'awaiting_deposit', 'booked', 'arrived')`;

/**
 * Why: buffers and machines are busy like people and rooms; a booking can move by half an hour without standing in its own way;
 * staff and imports book without a conversation; and who changed what can be told afterwards.
 */
export const calendarSafety: Migration = {
  name: '0011-calendar-safety',
  async up(knex) {
    await knex.raw(`
      alter table appointments alter column conversation_id drop not null,
        add column machine_key text, add column busy_from timestamptz, add column busy_until timestamptz,
        add column replaces uuid, add column visit_id uuid, add column moves int not null default 0,
        add column source text not null default 'chat' check (source in ('chat', 'staff', 'import')),
        add column changed_by text not null default 'customer',
        add check (busy_from <= starts_at), add check (busy_until >= ends_at), add check (replaces <> appointment_id),
        add foreign key (clinic_id, machine_key) references machines;
      alter table appointments
        add column occupied tstzrange not null generated always as
          (tstzrange(coalesce(busy_from, starts_at), coalesce(busy_until, ends_at), '[)')) stored,
        add column lineage uuid not null generated always as (coalesce(replaces, appointment_id)) stored,
        drop constraint one_customer_per_staff, drop constraint one_customer_per_place;
      -- Appointments of one lineage are a booking and the slot held for its move: one customer, who will be there once.
      alter table appointments
        add constraint one_customer_per_staff exclude using gist
          (clinic_id with =, staff_key with =, occupied with &&, lineage with <>) where (${isBlocking}),
        add constraint one_customer_per_place exclude using gist
          (clinic_id with =, room_key with =, place with =, occupied with &&, lineage with <>) where (${isBlocking}),
        add constraint one_customer_per_machine exclude using gist
          (clinic_id with =, machine_key with =, occupied with &&, lineage with <>) where (${isBlocking});
      create index on appointments (clinic_id, starts_at);

      create table appointment_changes (
        clinic_id uuid not null, appointment_id uuid not null, seq bigint not null generated always as identity,
        at timestamptz not null default now(), changed_by text not null,
        status_before text, status text not null, starts_before timestamptz, starts_at timestamptz not null,
        staff_before text, staff_key text not null,
        primary key (clinic_id, appointment_id, seq),
        foreign key (clinic_id, appointment_id) references appointments on delete cascade
      );
      create function note_appointment_change() returns trigger language plpgsql as $$
      begin
        insert into appointment_changes (clinic_id, appointment_id, changed_by, status_before, status, starts_before, starts_at, staff_before, staff_key)
        values (new.clinic_id, new.appointment_id, new.changed_by, old.status, new.status, old.starts_at, new.starts_at, old.staff_key, new.staff_key);
        return null;
      end $$;
      create trigger change_is_noted_at_first after insert on appointments for each row execute function note_appointment_change();
      create trigger change_is_noted after update on appointments for each row
        when ((old.status, old.starts_at, old.staff_key) is distinct from (new.status, new.starts_at, new.staff_key))
        execute function note_appointment_change();

      create table waiting_list (
        clinic_id uuid not null, waiting_id uuid not null, conversation_id uuid not null, customer_id uuid not null,
        treatment_key text not null, area_key text, branch_key text, staff_key text,
        from_day date not null, to_day date not null check (to_day >= from_day),
        earliest_min int not null, latest_min int not null check (latest_min >= earliest_min),
        people int not null check (people between 1 and 4),
        joined_at timestamptz not null default now(), left_at timestamptz,
        offered_until timestamptz,
        freed_at timestamptz, freed text, -- what it was last woken for
        primary key (clinic_id, waiting_id),
        foreign key (clinic_id, conversation_id) references conversations on delete cascade,
        foreign key (clinic_id, customer_id) references customers on delete cascade,
        foreign key (clinic_id, treatment_key) references treatments on delete cascade
      );
      create index waiting_now on waiting_list (clinic_id, joined_at) where left_at is null;

      create table deposits (
        clinic_id uuid not null, appointment_id uuid not null, amount bigint not null check (amount > 0),
        state text not null default 'due' check (state in ('due', 'received', 'returned', 'kept')),
        settled_at timestamptz, settled_by text,
        primary key (clinic_id, appointment_id), check ((state = 'due') = (settled_at is null)),
        foreign key (clinic_id, appointment_id) references appointments on delete cascade
      );`);
    for (const table of ['appointment_changes', 'waiting_list', 'deposits']) await isolate(knex, table);
  },
};
