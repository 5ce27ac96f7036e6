export * from './channel-contract.ts';
export * from './channel-contract-fetch.ts';
export * from './channel-contract-fixtures.ts';
