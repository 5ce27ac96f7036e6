export * from './claim.ts';
export * from './guard.ts';
export { type GuardRecords, guardRecords } from './guard-records.ts';
export * from './known.ts';
export { knownFrom } from './known-from-plan.ts';
