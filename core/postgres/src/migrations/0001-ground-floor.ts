import type { Knex } from 'knex';

/** Clinics and their records, accounts, conversations, and the durable path from inbox to outbox. */
export const name = '0001-ground-floor';

const platformTables = `
create table workers (
  worker_id uuid primary key,
  alive_until timestamptz not null
);

create table unrouted_events (
  channel text not null,
  external_id text not null,
  events bigint not null default 1,
  first_at timestamptz not null default now(),
  last_at timestamptz not null default now(),
  primary key (channel, external_id)
);
`;

const recordTables = `
create table clinics (
  clinic_id uuid primary key,
  slug text not null unique,
  version integer not null default 1,
  name text not null,
  short_name text not null,
  city text not null,
  zone text not null,
  hotline text not null,
  medical_hotline text not null,
  slot_step_minutes integer not null,
  min_lead_minutes integer not null,
  max_advance_days integer not null,
  hold_minutes integer not null,
  created_at timestamptz not null default now()
);

create table areas (
  clinic_id uuid not null references clinics on delete cascade,
  key text not null,
  position integer not null,
  name text not null,
  primary key (clinic_id, key)
);

create table branches (
  clinic_id uuid not null references clinics on delete cascade,
  key text not null,
  position integer not null,
  name text not null,
  address text not null,
  aliases text[] not null,
  parking text,
  landmark text,
  primary key (clinic_id, key)
);

create table branch_hours (
  clinic_id uuid not null,
  branch_key text not null,
  weekday text not null check (weekday in ('mon','tue','wed','thu','fri','sat','sun')),
  opens text not null,
  closes text not null check (closes > opens),
  primary key (clinic_id, branch_key, weekday),
  foreign key (clinic_id, branch_key) references branches on delete cascade
);

create table holidays (
  clinic_id uuid not null references clinics on delete cascade,
  position integer not null,
  from_date date not null,
  to_date date not null check (to_date >= from_date),
  name text not null,
  closes_at text not null,
  primary key (clinic_id, position)
);

create table rooms (
  clinic_id uuid not null,
  key text not null,
  position integer not null,
  branch_key text not null,
  name text not null,
  capacity integer not null check (capacity > 0),
  equipment text[] not null,
  primary key (clinic_id, key),
  foreign key (clinic_id, branch_key) references branches on delete cascade
);

create table treatments (
  clinic_id uuid not null references clinics on delete cascade,
  key text not null,
  position integer not null,
  name text not null,
  category text not null,
  duration_min integer not null check (duration_min > 0),
  price_kind text not null check (price_kind in ('fixed', 'from', 'range')),
  price_min bigint not null check (price_min >= 0),
  price_max bigint not null check (price_max >= price_min),
  price_unit text not null,
  package_sessions integer,
  package_amount bigint,
  sessions_recommended text,
  pain text,
  downtime text,
  result_note text,
  aliases text[] not null,
  concerns text[] not null,
  contraindications text[] not null,
  min_age integer not null,
  deposit bigint not null,
  rebook_interval_days integer not null,
  primary key (clinic_id, key)
);

create table treatment_variants (
  clinic_id uuid not null,
  treatment_key text not null,
  area_key text not null,
  position integer not null,
  name text not null,
  amount bigint not null check (amount >= 0),
  duration_min integer,
  primary key (clinic_id, treatment_key, area_key),
  foreign key (clinic_id, treatment_key) references treatments on delete cascade,
  foreign key (clinic_id, area_key) references areas on delete cascade
);

create table treatment_branches (
  clinic_id uuid not null,
  treatment_key text not null,
  branch_key text not null,
  position integer not null,
  primary key (clinic_id, treatment_key, branch_key),
  foreign key (clinic_id, treatment_key) references treatments on delete cascade,
  foreign key (clinic_id, branch_key) references branches on delete cascade
);

create table treatment_rooms (
  clinic_id uuid not null,
  treatment_key text not null,
  room_key text not null,
  position integer not null,
  primary key (clinic_id, treatment_key, room_key),
  foreign key (clinic_id, treatment_key) references treatments on delete cascade,
  foreign key (clinic_id, room_key) references rooms on delete cascade
);

create table treatment_aftercare (
  clinic_id uuid not null,
  treatment_key text not null,
  position integer not null,
  after_hours double precision not null,
  text text not null,
  primary key (clinic_id, treatment_key, position),
  foreign key (clinic_id, treatment_key) references treatments on delete cascade
);

create table staff (
  clinic_id uuid not null references clinics on delete cascade,
  key text not null,
  position integer not null,
  name text not null,
  short_name text not null,
  role text not null,
  gender text,
  languages text[] not null,
  experience_years integer,
  primary key (clinic_id, key)
);

create table staff_skills (
  clinic_id uuid not null,
  staff_key text not null,
  treatment_key text not null,
  position integer not null,
  primary key (clinic_id, staff_key, treatment_key),
  foreign key (clinic_id, staff_key) references staff on delete cascade,
  foreign key (clinic_id, treatment_key) references treatments on delete cascade
);

create table staff_shifts (
  clinic_id uuid not null,
  staff_key text not null,
  position integer not null,
  branch_key text not null,
  weekday text not null check (weekday in ('mon','tue','wed','thu','fri','sat','sun')),
  from_time text not null,
  to_time text not null check (to_time > from_time),
  primary key (clinic_id, staff_key, position),
  foreign key (clinic_id, staff_key) references staff on delete cascade,
  foreign key (clinic_id, branch_key) references branches on delete cascade
);

create table not_offered (
  clinic_id uuid not null references clinics on delete cascade,
  position integer not null,
  name text not null,
  aliases text[] not null,
  say text not null,
  primary key (clinic_id, position)
);

create table promotions (
  clinic_id uuid not null references clinics on delete cascade,
  key text not null,
  position integer not null,
  title text not null,
  area_key text,
  valid_from date not null,
  valid_to date not null check (valid_to >= valid_from),
  offer_kind text not null check (offer_kind in ('fixed_price', 'percent', 'combo')),
  offer_value bigint not null,
  conditions text not null,
  primary key (clinic_id, key),
  foreign key (clinic_id, area_key) references areas on delete cascade
);

create table promotion_treatments (
  clinic_id uuid not null,
  promotion_key text not null,
  treatment_key text not null,
  position integer not null,
  primary key (clinic_id, promotion_key, treatment_key),
  foreign key (clinic_id, promotion_key) references promotions on delete cascade,
  foreign key (clinic_id, treatment_key) references treatments on delete cascade
);

create table faqs (
  clinic_id uuid not null references clinics on delete cascade,
  key text not null,
  position integer not null,
  question text not null,
  answer text not null,
  primary key (clinic_id, key)
);

create table policies (
  clinic_id uuid not null references clinics on delete cascade,
  key text not null,
  position integer not null,
  text text not null,
  primary key (clinic_id, key)
);

create table handoff_rules (
  clinic_id uuid not null references clinics on delete cascade,
  kind text not null check (kind in ('medical', 'complaint', 'human')),
  to_whom text not null,
  promise text not null,
  phone text,
  primary key (clinic_id, kind)
);
`;

const conversationTables = `
create table accounts (
  clinic_id uuid not null references clinics on delete cascade,
  account_id uuid not null,
  channel text not null,
  external_id text not null,
  name text not null,
  sealed_credentials bytea not null,
  primary key (clinic_id, account_id),
  unique (channel, external_id)
);

create table access_tokens (
  clinic_id uuid not null references clinics on delete cascade,
  token_id uuid not null,
  digest bytea not null unique,
  label text not null,
  created_at timestamptz not null default now(),
  primary key (clinic_id, token_id)
);

create table customers (
  clinic_id uuid not null references clinics on delete cascade,
  customer_id uuid not null,
  name text,
  phone text,
  opted_out boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (clinic_id, customer_id)
);

create table conversations (
  clinic_id uuid not null,
  conversation_id uuid not null,
  account_id uuid not null,
  contact_id text not null,
  customer_id uuid not null,
  state text not null default 'automated.idle',
  snapshot text,
  chart_version integer,
  epoch integer not null default 0,
  customer_spoke_at timestamptz,
  last_message_at timestamptz,
  lease_worker uuid,
  fence bigint not null default 0,
  attempts integer not null default 0,
  retry_at timestamptz not null default '-infinity',
  created_at timestamptz not null default now(),
  primary key (clinic_id, conversation_id),
  unique (clinic_id, account_id, contact_id),
  foreign key (clinic_id, account_id) references accounts on delete cascade,
  foreign key (clinic_id, customer_id) references customers on delete cascade
);
create index conversations_recent on conversations (clinic_id, last_message_at desc nulls last, conversation_id);

create table inbox (
  clinic_id uuid not null,
  seq bigint generated always as identity,
  account_id uuid not null,
  conversation_id uuid,
  event_id text not null,
  event text not null,
  happened_at timestamptz not null,
  received_at timestamptz not null default now(),
  handled_at timestamptz,
  outcome text check (outcome in ('answered', 'handed-over', 'ignored')),
  reason text,
  primary key (clinic_id, seq),
  unique (clinic_id, account_id, event_id),
  foreign key (clinic_id, account_id) references accounts on delete cascade,
  foreign key (clinic_id, conversation_id) references conversations on delete cascade,
  check ((handled_at is null) = (outcome is null)),
  check (conversation_id is not null or handled_at is not null)
);
create index inbox_waiting on inbox (seq) where handled_at is null;
create index inbox_waiting_of_conversation on inbox (clinic_id, conversation_id, seq) where handled_at is null;

create table messages (
  clinic_id uuid not null,
  conversation_id uuid not null,
  message_id text not null,
  author text not null check (author in ('customer', 'staff', 'bot')),
  text text not null,
  vendor_message_id text,
  attachments text not null default '[]',
  at timestamptz not null,
  primary key (clinic_id, conversation_id, message_id),
  foreign key (clinic_id, conversation_id) references conversations on delete cascade
);
create index messages_in_order on messages (clinic_id, conversation_id, at);

create table outbox (
  clinic_id uuid not null,
  outbox_id uuid not null,
  seq bigint generated always as identity,
  conversation_id uuid not null,
  plan text not null,
  proactive boolean not null,
  epoch integer not null,
  state text not null default 'queued' check (state in ('queued', 'sending', 'unknown', 'sent', 'failed', 'withheld')),
  due_at timestamptz not null default now(),
  worker_id uuid,
  attempts integer not null default 0,
  look_ups integer not null default 0,
  texts text[] not null default '{}',
  sending_at timestamptz,
  vendor_message_ids text[] not null default '{}',
  why text,
  created_at timestamptz not null default now(),
  settled_at timestamptz,
  primary key (clinic_id, outbox_id),
  foreign key (clinic_id, conversation_id) references conversations on delete cascade
);
create index outbox_open on outbox (seq) where state in ('queued', 'sending', 'unknown');
create index outbox_of_conversation on outbox (clinic_id, conversation_id, seq);

create table timers (
  clinic_id uuid not null,
  conversation_id uuid not null,
  name text not null,
  due_at timestamptz not null,
  primary key (clinic_id, conversation_id, name),
  foreign key (clinic_id, conversation_id) references conversations on delete cascade
);
create index timers_due on timers (due_at);

create table handoffs (
  clinic_id uuid not null,
  handoff_id uuid not null,
  conversation_id uuid not null,
  reason text not null,
  priority text not null check (priority in ('normal', 'urgent')),
  opened_at timestamptz not null default now(),
  escalated_at timestamptz,
  closed_at timestamptz,
  primary key (clinic_id, handoff_id),
  foreign key (clinic_id, conversation_id) references conversations on delete cascade
);
create index handoffs_open on handoffs (clinic_id, conversation_id) where closed_at is null;

create table steps (
  clinic_id uuid not null,
  seq bigint generated always as identity,
  xid xid8 not null default pg_current_xact_id(),
  conversation_id uuid not null,
  event text not null,
  from_state text not null,
  to_state text not null,
  detail text not null,
  at timestamptz not null,
  primary key (clinic_id, seq),
  foreign key (clinic_id, conversation_id) references conversations on delete cascade
);
create index steps_in_commit_order on steps (clinic_id, xid, seq);
create index steps_of_conversation on steps (clinic_id, conversation_id, seq);

create table appointments (
  clinic_id uuid not null,
  appointment_id uuid not null,
  conversation_id uuid not null,
  customer_id uuid not null,
  treatment_key text not null,
  area_key text,
  branch_key text not null,
  staff_key text not null,
  room_key text not null,
  place integer not null check (place > 0),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  during tstzrange generated always as (tstzrange(starts_at, ends_at)) stored,
  status text not null check (status in
    ('held', 'lapsed', 'released', 'awaiting_deposit', 'booked', 'arrived', 'completed', 'no_show', 'cancelled')),
  held_until timestamptz,
  attendance_confirmed_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (clinic_id, appointment_id),
  foreign key (clinic_id, conversation_id) references conversations on delete cascade,
  foreign key (clinic_id, customer_id) references customers on delete cascade,
  foreign key (clinic_id, treatment_key) references treatments,
  foreign key (clinic_id, area_key) references areas,
  foreign key (clinic_id, branch_key) references branches,
  foreign key (clinic_id, staff_key) references staff,
  foreign key (clinic_id, room_key) references rooms,
  check ((status = 'held') <= (held_until is not null)),
  constraint staff_once exclude using gist (clinic_id with =, staff_key with =, during with &&)
    where (status in ('held', 'awaiting_deposit', 'booked', 'arrived')),
  constraint place_once exclude using gist (clinic_id with =, room_key with =, place with =, during with &&)
    where (status in ('held', 'awaiting_deposit', 'booked', 'arrived'))
);
create index appointments_of_conversation on appointments (clinic_id, conversation_id);
`;

/** Records whose change makes every cached copy of the clinic stale. */
const versioned = [
  'areas',
  'branches',
  'branch_hours',
  'holidays',
  'rooms',
  'treatments',
  'treatment_variants',
  'treatment_branches',
  'treatment_rooms',
  'treatment_aftercare',
  'staff',
  'staff_skills',
  'staff_shifts',
  'not_offered',
  'promotions',
  'promotion_treatments',
  'faqs',
  'policies',
  'handoff_rules',
];

const tenantTables = [
  'clinics',
  ...versioned,
  'accounts',
  'access_tokens',
  'customers',
  'conversations',
  'inbox',
  'messages',
  'outbox',
  'timers',
  'handoffs',
  'steps',
  'appointments',
];

/** Ids, clocks and states by which work is found across clinics. No column here holds content. */
const engineColumns: Record<string, { read: string[]; write?: string[] }> = {
  clinics: { read: ['clinic_id', 'slug'] },
  accounts: { read: ['clinic_id', 'account_id', 'channel', 'external_id'] },
  access_tokens: { read: ['clinic_id', 'digest'] },
  conversations: {
    read: ['clinic_id', 'conversation_id', 'lease_worker', 'fence', 'retry_at'],
    write: ['lease_worker', 'fence'],
  },
  inbox: { read: ['clinic_id', 'conversation_id', 'seq', 'handled_at'] },
  timers: { read: ['clinic_id', 'conversation_id', 'due_at'] },
  outbox: {
    read: ['clinic_id', 'outbox_id', 'conversation_id', 'seq', 'state', 'due_at', 'worker_id'],
    write: ['state', 'due_at', 'worker_id'],
  },
};

export async function up(knex: Knex): Promise<void> {
  await knex.raw(roles);
  await knex.raw('create extension if not exists btree_gist');
  await knex.raw(platformTables);
  await knex.raw(recordTables);
  await knex.raw(conversationTables);
  await knex.raw('grant select, insert, update, delete on workers, unrouted_events to glowbot_engine');
  await knex.raw('grant select on workers to glowbot_app');
  for (const table of tenantTables) {
    await knex.raw(`
      alter table ${table} enable row level security;
      alter table ${table} force row level security;
      grant select, insert, update, delete on ${table} to glowbot_app;
      create policy own_clinics on ${table} to glowbot_app
        using (clinic_id = any (nullif(current_setting('app.clinic_ids', true), '')::uuid[]))
        with check (clinic_id = any (nullif(current_setting('app.clinic_ids', true), '')::uuid[]));
    `);
  }
  for (const [table, columns] of Object.entries(engineColumns)) {
    await knex.raw(`
      grant select (${columns.read.join(', ')}) on ${table} to glowbot_engine;
      ${columns.write ? `grant update (${columns.write.join(', ')}) on ${table} to glowbot_engine;` : ''}
      create policy finds_work on ${table} to glowbot_engine using (true) with check (true);
    `);
  }
  await knex.raw(`
    create function clinic_changed() returns trigger language plpgsql as $$
    begin
      update clinics set version = version + 1 where clinic_id = coalesce(new.clinic_id, old.clinic_id);
      return null;
    end $$
  `);
  for (const table of versioned) {
    await knex.raw(
      `create trigger clinic_changed after insert or update or delete on ${table} for each row execute function clinic_changed()`,
    );
  }
}

/** Roles belong to the whole server, so another database of it may have made them already. */
const roles = `
do $$
declare role_name text;
begin
  foreach role_name in array array['glowbot_app', 'glowbot_engine'] loop
    begin
      execute format('create role %I nologin nosuperuser nobypassrls', role_name);
    exception when duplicate_object or unique_violation then null;
    end;
    if not pg_has_role(current_user, role_name, 'member') or current_setting('server_version_num')::int >= 160000 then
      begin
        execute format('grant %I to current_user', role_name);
      exception when insufficient_privilege or invalid_grant_operation then null;
      end;
    end if;
  end loop;
  execute format('grant usage on schema %I to glowbot_app, glowbot_engine', current_schema());
end $$;
`;
