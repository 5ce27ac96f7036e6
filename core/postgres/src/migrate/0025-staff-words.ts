import type { Migration } from './migration.ts';

/** Why: what staff write through us leaves by the same way as the bot's words, but no takeover may withdraw it. */
export const staffWords: Migration = {
  name: '0025-staff-words',
  async up(knex) {
    await knex.raw(
      `alter table outbox add column author text not null default 'bot' check (author in ('bot', 'staff'))`,
    );
  },
};
