export * from './channel-contract.ts';
export * from './channel-contract-fetch.ts';
export * from './channel-contract-fixtures.ts';
export * from './example-clinic.ts';
export { callOf, type LedgerSubject, modelLedgerContract } from './model-ledger-contract.ts';
export { skillContract, type SkillSubject } from './skill-contract.ts';
export { storeContract } from './store-contract.ts';
export {
  changesCalendar,
  commitOf,
  draft,
  hold,
  type House,
  houseOf,
  noon,
  type OpenStore,
  slotAt,
  type StoreSubject,
} from './store-contract-house.ts';
