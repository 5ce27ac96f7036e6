export * from './contracts/channel-adapter.ts';
export * from './contracts/inbound-event.ts';
export * from './domain/clinic.ts';
export * from './domain/clinic-time.ts';
export * from './domain/money.ts';
export * from './domain/phone.ts';
export * from './understanding/understanding.ts';
