import type { Migration } from './migration.ts';

/** Why: what people write in pieces is answered once, when they have finished; when that is, every worker must see alike. */
export const settling: Migration = {
  name: '0008-settling',
  async up(knex) {
    await knex.raw(`
      alter table clinics add column settle_ms int check (settle_ms between 0 and 10000);
      -- What must be worked at once is ripe since ever; a customer's words are when they have had time to be followed by others.
      alter table inbox add column speaks boolean not null default false,
        add column ripe_at timestamptz not null default '-infinity';
      drop index inbox_waiting;
      create index inbox_waiting on inbox (ripe_at, seq) where handled_at is null;
      grant select (speaks, ripe_at, received_at) on inbox to glowbot_engine`);
  },
};
