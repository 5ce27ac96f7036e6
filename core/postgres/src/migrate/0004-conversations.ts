import type { Migration } from './migration.ts';

/** Why: what people and clinics say to each other, and the durable path every event takes from arrival to settled reply. */
export const conversations: Migration = {
  name: '0004-conversations',
  async up(knex) {
    await knex.raw(`
      -- Platform: workers serve all clinics.
      create table workers (worker_id text primary key, alive_until timestamptz not null);
      -- Platform: events of accounts that belong to no clinic; their content is not ours to keep.
      create table unrouted_events (
        channel text not null, external_id text not null,
        events bigint not null default 1, first_at timestamptz not null default now(), last_at timestamptz not null default now(),
        primary key (channel, external_id)
      );

      create table accounts (
        clinic_id uuid not null references clinics on delete cascade, account_id uuid not null,
        channel text not null, external_id text not null, name text not null, credentials text not null,
        connected_at timestamptz not null default now(),
        primary key (clinic_id, account_id),
        unique (channel, external_id) -- an account routes to one clinic
      );
      create table access_tokens (
        clinic_id uuid not null references clinics on delete cascade, digest bytea not null unique check (length(digest) = 32),
        label text not null, created_at timestamptz not null default now(),
        primary key (clinic_id, digest)
      );
      create table customers (
        clinic_id uuid not null references clinics on delete cascade, customer_id uuid not null,
        name text, phone text, opted_out boolean not null default false,
        created_at timestamptz not null default now(),
        primary key (clinic_id, customer_id)
      );
      create table conversations (
        clinic_id uuid not null, conversation_id uuid not null, account_id uuid not null, contact_id text not null,
        customer_id uuid not null,
        snapshot text, chart_version int, state text not null default 'automated', epoch int not null default 0,
        customer_spoke_at timestamptz,
        touched_at timestamptz not null default now(),
        lease_worker text, leased_at timestamptz, fence bigint not null default 0,
        attempts int not null default 0, retry_at timestamptz,
        primary key (clinic_id, conversation_id),
        unique (clinic_id, account_id, contact_id),
        foreign key (clinic_id, account_id) references accounts on delete cascade,
        foreign key (clinic_id, customer_id) references customers on delete cascade
      ) with (fillfactor = 70); -- leasing updates in place
      create index on conversations (clinic_id, touched_at desc, conversation_id desc);

      -- Events are text: jsonb refuses characters that people and vendors do send.
      create table inbox (
        clinic_id uuid not null references clinics on delete cascade, seq bigint not null generated always as identity,
        account_id uuid not null, conversation_id uuid, event_id text not null,
        at timestamptz not null, event text not null, received_at timestamptz not null default now(),
        handled_at timestamptz, outcome text check (outcome in ('answered', 'handed-over', 'ignored')), reason text,
        primary key (clinic_id, seq),
        unique (clinic_id, account_id, event_id),
        foreign key (clinic_id, account_id) references accounts on delete cascade,
        foreign key (clinic_id, conversation_id) references conversations on delete cascade,
        check ((handled_at is null) = (outcome is null)),
        check (conversation_id is not null or handled_at is not null)
      );
      create index inbox_waiting on inbox (seq) where handled_at is null;
      create index inbox_waiting_of on inbox (clinic_id, conversation_id, seq) where handled_at is null;

      create table timers (
        clinic_id uuid not null, conversation_id uuid not null, name text not null, due_at timestamptz not null,
        primary key (clinic_id, conversation_id, name),
        foreign key (clinic_id, conversation_id) references conversations on delete cascade
      );
      create index timers_due on timers (due_at);

      create table outbox (
        clinic_id uuid not null, outbox_id uuid not null, conversation_id uuid not null,
        seq bigint not null generated always as identity,
        plan text not null, proactive boolean not null, epoch int not null,
        state text not null default 'queued'
          check (state in ('queued', 'sending', 'sent', 'failed', 'unknown', 'withheld')),
        due_at timestamptz not null default now(), worker_id text, claimed_at timestamptz,
        attempts int not null default 0, look_ups int not null default 0,
        texts text, said text, choices text, sending_at timestamptz,
        vendor_message_ids text[] not null default '{}', vendor_code text, why text,
        created_at timestamptz not null default now(), settled_at timestamptz,
        primary key (clinic_id, outbox_id),
        foreign key (clinic_id, conversation_id) references conversations on delete cascade
      ) with (fillfactor = 70);
      create index outbox_open on outbox (due_at, seq) where state in ('queued', 'sending', 'unknown');
      create index outbox_open_of on outbox (clinic_id, conversation_id, seq) where state in ('queued', 'sending', 'unknown');
      create index outbox_lately on outbox (clinic_id, conversation_id, sending_at);

      create table messages (
        clinic_id uuid not null, conversation_id uuid not null, message_id text not null,
        author text not null check (author in ('customer', 'staff', 'bot')),
        text text not null, vendor_message_id text, attachments text not null default '[]', at timestamptz not null,
        seq bigint not null generated always as identity,
        primary key (clinic_id, conversation_id, message_id),
        foreign key (clinic_id, conversation_id) references conversations on delete cascade
      );
      create index on messages (clinic_id, conversation_id, at desc, seq desc);

      create table handoffs (
        clinic_id uuid not null, handoff_id uuid not null, conversation_id uuid not null,
        reason text not null, priority text not null check (priority in ('normal', 'urgent')),
        opened_at timestamptz not null default now(), escalated_at timestamptz, closed_at timestamptz,
        primary key (clinic_id, handoff_id),
        foreign key (clinic_id, conversation_id) references conversations on delete cascade
      );
      create unique index handoff_open on handoffs (clinic_id, conversation_id) where closed_at is null;

      -- The transaction's own number makes the order of commits visible to a stream of steps.
      create table steps (
        clinic_id uuid not null, xid xid8 not null default pg_current_xact_id(),
        seq bigint not null generated always as identity,
        conversation_id uuid not null, event text not null, from_state text not null, to_state text not null,
        detail text not null, at timestamptz not null,
        primary key (clinic_id, xid, seq),
        foreign key (clinic_id, conversation_id) references conversations on delete cascade
      );
      create index on steps (clinic_id, conversation_id, xid, seq);`);
  },
};
