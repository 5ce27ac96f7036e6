import type { Migration } from './migration.ts';

/** Why: webhooks get lost; what arrived is held against the vendors' own lists, from where it was last known to be whole. */
export const reconciling: Migration = {
  name: '0024-reconciling',
  async up(knex) {
    await knex.raw(`
      alter table accounts
        add column reconciled_at timestamptz, add column reconcile_looked_at timestamptz,
        add column reconcile_claimed_at timestamptz, add column reconcile_asked_at timestamptz;
      create index inbox_of_account on inbox (clinic_id, account_id, at);
      grant select (reconcile_looked_at, reconcile_claimed_at, reconcile_asked_at) on accounts to glowbot_engine`);
  },
};
