import type { Migration } from './migration.ts';

/** Why: a clinic that keeps a chair free until the last hours wants its staff to decide who may still move. */
export const lateMoves: Migration = {
  name: '0017-late-moves',
  async up(knex) {
    await knex.raw('alter table clinics add column move_hours int check (move_hours > 0)');
  },
};
