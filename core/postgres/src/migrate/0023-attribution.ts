import type { Migration } from './migration.ts';
import { isolate } from './tenant-table.ts';

/** Why: who earned a booking is money, so its books are only ever added to, with the rules and the history they were judged by. */
export const attribution: Migration = {
  name: '0023-attribution',
  async up(knex) {
    await knex.raw(`
      create table attribution_rules (
        clinic_id uuid not null references clinics on delete cascade, version int not null check (version > 0),
        rules text not null, by text not null, at timestamptz not null,
        primary key (clinic_id, version)
      );
      create table attribution_lines (
        clinic_id uuid not null, outcome_id uuid not null, nth int not null check (nth > 0),
        seq bigint not null generated always as identity, customer_id uuid not null,
        kind text not null check (kind in ('verdict', 'reversal', 'standing', 'correction')),
        category text not null check (category in ('by-assistant', 'assisted', 'won-back', 'own', 'unknown')),
        state text not null check (state in ('open', 'arrived', 'completed', 'fallen')),
        by text not null, why text check ((kind = 'correction') = (why is not null)),
        verdict text not null, history text not null, at timestamptz not null,
        primary key (clinic_id, outcome_id, nth),
        foreign key (clinic_id, outcome_id) references appointments on delete cascade,
        foreign key (clinic_id, customer_id) references customers on delete cascade
      );
      create index on attribution_lines (clinic_id, at);
      create index on attribution_lines (clinic_id, customer_id);
      create index on appointment_changes (clinic_id, at);`);
    for (const table of ['attribution_rules', 'attribution_lines']) {
      await isolate(knex, table);
      await knex.raw(`revoke update, delete on ${table} from glowbot_app`);
    }
  },
};
