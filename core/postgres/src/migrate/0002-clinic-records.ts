import type { Migration } from './migration.ts';

/** Why: a clinic's records are what may be said, sold and booked; each is a row that a person can correct. */
export const clinicRecords: Migration = {
  name: '0002-clinic-records',
  async up(knex) {
    await knex.raw(`
      create table clinics (
        clinic_id uuid primary key,
        slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
        version bigint not null default 1,
        name text not null,
        short_name text not null,
        city text not null,
        zone text not null,
        hotline text not null,
        medical_hotline text not null,
        slot_step_minutes int not null check (slot_step_minutes > 0),
        min_lead_minutes int not null check (min_lead_minutes >= 0),
        max_advance_days int not null check (max_advance_days > 0),
        hold_minutes int not null check (hold_minutes > 0),
        created_at timestamptz not null default now()
      );
      create table branches (
        clinic_id uuid not null references clinics on delete cascade,
        key text not null, position int not null,
        name text not null, address text not null, aliases text[] not null, parking text, landmark text,
        primary key (clinic_id, key)
      );
      create table branch_hours (
        clinic_id uuid not null, branch text not null, weekday text not null, opens time not null, closes time not null,
        primary key (clinic_id, branch, weekday),
        foreign key (clinic_id, branch) references branches on delete cascade
      );
      create table holidays (
        clinic_id uuid not null references clinics on delete cascade,
        position int not null, from_day date not null, to_day date not null, name text not null,
        closes_at time, -- null: closed all day
        primary key (clinic_id, position)
      );
      create table areas (
        clinic_id uuid not null references clinics on delete cascade, key text not null, position int not null, name text not null,
        primary key (clinic_id, key)
      );
      create table rooms (
        clinic_id uuid not null, key text not null, position int not null, branch text not null, name text not null,
        capacity int not null check (capacity > 0), equipment text[] not null,
        primary key (clinic_id, key),
        foreign key (clinic_id, branch) references branches on delete cascade
      );
      create table treatments (
        clinic_id uuid not null references clinics on delete cascade,
        key text not null, position int not null,
        name text not null, category text not null, duration_min int not null check (duration_min > 0),
        price_kind text not null check (price_kind in ('fixed', 'from', 'range')),
        price_amount bigint not null check (price_amount >= 0),
        price_max bigint check ((price_kind = 'range') = (price_max is not null)),
        price_unit text not null,
        package_sessions int, package_amount bigint,
        sessions_recommended text, pain text, downtime text, result_note text,
        aliases text[] not null, concerns text[] not null, contraindications text[] not null,
        min_age int not null, deposit bigint not null check (deposit >= 0), rebook_interval_days int not null,
        primary key (clinic_id, key),
        check ((package_sessions is null) = (package_amount is null))
      );
      create table treatment_variants (
        clinic_id uuid not null, treatment text not null, position int not null,
        area text not null, name text not null, amount bigint not null check (amount >= 0), duration_min int,
        primary key (clinic_id, treatment, position),
        foreign key (clinic_id, treatment) references treatments on delete cascade
      );
      create table treatment_branches (
        clinic_id uuid not null, treatment text not null, position int not null, branch text not null,
        primary key (clinic_id, treatment, position),
        foreign key (clinic_id, treatment) references treatments on delete cascade,
        foreign key (clinic_id, branch) references branches on delete cascade
      );
      create table treatment_rooms (
        clinic_id uuid not null, treatment text not null, position int not null, room text not null,
        primary key (clinic_id, treatment, position),
        foreign key (clinic_id, treatment) references treatments on delete cascade,
        foreign key (clinic_id, room) references rooms on delete cascade
      );
      create table treatment_aftercare (
        clinic_id uuid not null, treatment text not null, position int not null,
        after_hours double precision not null check (after_hours > 0), words text not null,
        primary key (clinic_id, treatment, position),
        foreign key (clinic_id, treatment) references treatments on delete cascade
      );
      create table staff (
        clinic_id uuid not null references clinics on delete cascade,
        key text not null, position int not null,
        name text not null, short_name text not null, role text not null, gender text, languages text[] not null,
        experience_years int,
        primary key (clinic_id, key)
      );
      create table staff_skills (
        clinic_id uuid not null, staff text not null, position int not null, treatment text not null,
        primary key (clinic_id, staff, position),
        foreign key (clinic_id, staff) references staff on delete cascade,
        foreign key (clinic_id, treatment) references treatments on delete cascade
      );
      create table staff_shifts (
        clinic_id uuid not null, staff text not null, position int not null,
        branch text not null, weekday text not null, starts time not null, ends time not null,
        primary key (clinic_id, staff, position),
        foreign key (clinic_id, staff) references staff on delete cascade,
        foreign key (clinic_id, branch) references branches on delete cascade
      );
      create table promotions (
        clinic_id uuid not null references clinics on delete cascade,
        key text not null, position int not null, title text not null, area text,
        valid_from date not null, valid_to date not null,
        offer_kind text not null check (offer_kind in ('fixed_price', 'percent', 'combo')),
        offer_amount bigint check ((offer_kind = 'percent') = (offer_amount is null)),
        offer_percent int check ((offer_kind = 'percent') = (offer_percent is not null)),
        conditions text not null,
        primary key (clinic_id, key)
      );
      create table promotion_treatments (
        clinic_id uuid not null, promotion text not null, position int not null, treatment text not null,
        primary key (clinic_id, promotion, position),
        foreign key (clinic_id, promotion) references promotions on delete cascade,
        foreign key (clinic_id, treatment) references treatments on delete cascade
      );
      create table not_offered (
        clinic_id uuid not null references clinics on delete cascade,
        position int not null, name text not null, aliases text[] not null, say text not null,
        primary key (clinic_id, position)
      );
      create table faqs (
        clinic_id uuid not null references clinics on delete cascade,
        key text not null, position int not null, question text not null, answer text not null,
        primary key (clinic_id, key)
      );
      create table policies (
        clinic_id uuid not null references clinics on delete cascade, key text not null, position int not null, words text not null,
        primary key (clinic_id, key)
      );
      create table handoff_rules (
        clinic_id uuid not null references clinics on delete cascade,
        kind text not null check (kind in ('medical', 'complaint', 'human')),
        addressee text not null, promise text not null, phone text,
        primary key (clinic_id, kind)
      );`);
  },
};

/** The tables of a clinic's records beside `clinics` itself: a change in any of them is a new version of the clinic. */
export const recordTables = [
  'branches',
  'branch_hours',
  'holidays',
  'areas',
  'rooms',
  'treatments',
  'treatment_variants',
  'treatment_branches',
  'treatment_rooms',
  'treatment_aftercare',
  'staff',
  'staff_skills',
  'staff_shifts',
  'promotions',
  'promotion_treatments',
  'not_offered',
  'faqs',
  'policies',
  'handoff_rules',
] as const;
