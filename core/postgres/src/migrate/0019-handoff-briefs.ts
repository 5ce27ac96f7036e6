import type { Migration } from './migration.ts';
import { engineMayChange, engineMayLook } from './tenant-table.ts';

/** Why: whoever takes over a conversation must see at once what it is about, so every handoff carries a brief. */
export const handoffBriefs: Migration = {
  name: '0019-handoff-briefs',
  async up(knex) {
    await knex.raw(`
      alter table handoffs
        add column brief_title text, add column brief_summary text, add column brief_replies text[],
        add column brief_by text check (brief_by in ('rules', 'model')), add column briefed_at timestamptz,
        add column brief_claimed_at timestamptz,
        add check (num_nonnulls(brief_title, brief_summary, brief_replies, brief_by, briefed_at) in (0, 5));
      create index handoffs_without_brief on handoffs (opened_at) where briefed_at is null and closed_at is null;

      -- What a month of a language model came to, for the page of a clinic's owner.
      create index on language_model_calls (clinic_id, at);
      create index steps_said on steps (clinic_id, at) where event = 'customer.said';`);
    await engineMayLook(
      knex,
      'handoffs',
      'clinic_id, handoff_id, opened_at, closed_at, briefed_at, brief_claimed_at',
    );
    await engineMayChange(knex, 'handoffs', 'brief_claimed_at');
  },
};
