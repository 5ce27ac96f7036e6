import type { Migration } from './migration.ts';

/** Why: how its assistant speaks is a clinic's own choice, and so is whether a customer's thanks give the conversation back to it. */
export const voice: Migration = {
  name: '0015-voice',
  async up(knex) {
    await knex.raw(`
      alter table clinics
        add column voice_self text,
        add column voice_self_to_elders text,
        add column voice_address text,
        add column voice_allowed text[],
        add column release_on_thanks boolean,
        add check (num_nulls(voice_self, voice_self_to_elders, voice_address, voice_allowed) in (0, 4))`);
  },
};
