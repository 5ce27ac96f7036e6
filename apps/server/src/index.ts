export { createChannels } from './channels.ts';
export { seedDemo, startDemoVendors } from './demo.ts';
export { createLog } from './log.ts';
export { type RunningServer, serve } from './serve.ts';
