import type { Knex } from 'knex';

/** One step forward of the schema. There is no way back: an old version must be able to run on the new schema. */
export type Migration = { name: string; up(knex: Knex): Promise<void> };
