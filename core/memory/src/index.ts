export type { MemoryStoreOptions } from './house.ts';
export { createMemoryStore, type MemoryStore } from './memory-store.ts';
export { createMemoryLedger } from './model-ledger.ts';
