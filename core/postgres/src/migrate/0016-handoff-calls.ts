import type { Migration } from './migration.ts';
import { engineMayChange, engineMayLook, isolate } from './tenant-table.ts';

/** Why: whoever waits for a person must see somebody come, so every call, alert and answer is a row with its time. */
export const handoffCalls: Migration = {
  name: '0016-handoff-calls',
  async up(knex) {
    await knex.raw(`
      alter table handoffs rename column escalated_at to unattended_at;
      alter table handoffs
        add column owner text, add column answer_by timestamptz,
        add column acknowledged_at timestamptz, add column acknowledged_by text, add column raised_at timestamptz,
        add check ((acknowledged_at is null) = (acknowledged_by is null));
      create index handoffs_waiting on handoffs (clinic_id, opened_at) where closed_at is null;

      create table handoff_calls (
        clinic_id uuid not null, handoff_id uuid not null, seq bigint not null generated always as identity,
        step int not null, person text, called_at timestamptz not null, answer_by timestamptz,
        primary key (clinic_id, handoff_id, seq),
        foreign key (clinic_id, handoff_id) references handoffs on delete cascade,
        check (person is not null or answer_by is null)
      );

      -- Addresses stay in the clinic's records: an alert names a person and the notifiers still to try.
      create table alerts (
        clinic_id uuid not null, alert_id uuid not null, handoff_id uuid not null, call_seq bigint not null,
        person text not null, notifiers text[] not null,
        state text not null default 'queued' check (state in ('queued', 'delivered', 'failed', 'withdrawn')),
        due_at timestamptz not null, attempts int not null default 0,
        worker_id text, claimed_at timestamptz, settled_at timestamptz,
        primary key (clinic_id, alert_id),
        foreign key (clinic_id, handoff_id, call_seq) references handoff_calls on delete cascade
      ) with (fillfactor = 70);
      create index alerts_due on alerts (due_at) where state = 'queued';
      create index on alerts (clinic_id, handoff_id, call_seq);

      create table alert_attempts (
        clinic_id uuid not null, alert_id uuid not null, seq bigint not null generated always as identity,
        notifier text not null, outcome text not null check (outcome in ('delivered', 'retry', 'failed')),
        code text, at timestamptz not null,
        primary key (clinic_id, alert_id, seq),
        foreign key (clinic_id, alert_id) references alerts on delete cascade
      );

      create table handoff_links (
        clinic_id uuid not null, digest bytea not null unique check (length(digest) = 32),
        handoff_id uuid not null, person text not null,
        issued_at timestamptz not null default now(), expires_at timestamptz not null,
        looked_at timestamptz, used_at timestamptz,
        primary key (clinic_id, digest),
        foreign key (clinic_id, handoff_id) references handoffs on delete cascade
      );

      -- One address for each way: an alert names the way alone.
      create unique index on on_call_ways (clinic_id, person, notifier);`);
    for (const table of ['handoff_calls', 'alerts', 'alert_attempts', 'handoff_links']) {
      await isolate(knex, table);
    }
    await engineMayLook(knex, 'alerts', 'clinic_id, alert_id, state, due_at, worker_id, claimed_at');
    await engineMayChange(knex, 'alerts', 'worker_id, claimed_at');
    await engineMayLook(knex, 'handoff_links', 'clinic_id, digest');
  },
};
