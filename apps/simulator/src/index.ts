export type { Controls } from './control/controls.ts';
export { SimulatorError } from './control/simulator-error.ts';
export type { WebhookVerification } from './facebook/verify-webhook.ts';
export type { FaultOrder } from './faults.ts';
export type { SimulatorOptions } from './options.ts';
export { type Simulator, startSimulator } from './simulator.ts';
export type { Delivery } from './webhooks/parcel.ts';
export type { Channel, Choice, ThreadMessage } from './world/thread-message.ts';
export type { Customer } from './world/world.ts';
