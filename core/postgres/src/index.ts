export { connectionFrom, type DatabaseConnection } from './connection.ts';
export { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded/start-embedded-postgres.ts';
export { migrate } from './migrate/migrate.ts';
export { type MasterKeysText, masterKeysFrom } from './secrets/master-keys.ts';
export { createStore, type StoreOptions } from './store.ts';
