export { connectionFrom, type DatabaseConnection } from './connection.ts';
export { createStore, type StoreOptions } from './create-store.ts';
export {
  type EmbeddedOptions,
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from './embedded/start-embedded-postgres.ts';
export { migrate } from './migrate.ts';
