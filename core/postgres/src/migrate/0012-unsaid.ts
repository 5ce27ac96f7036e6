import type { Migration } from './migration.ts';

/** Why: a reply that newer words have outdated is taken back, and the next turn must know where the customer stood before it. */
export const unsaid: Migration = {
  name: '0012-unsaid',
  async up(knex) {
    await knex.raw('alter table outbox add column before text');
  },
};
