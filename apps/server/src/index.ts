export { predictors } from './commands/predict.ts';
export { createChannels } from './channels.ts';
export { seedDemo, startDemoVendors } from './demo.ts';
export { createLog } from './log.ts';
export type { Predictor } from './predict/predictor.ts';
export { type RunningServer, serve } from './serve.ts';
export { skills } from './skills.ts';
