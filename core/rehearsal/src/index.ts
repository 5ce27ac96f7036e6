export { DialogueItem } from './dialogue/dialogue-item.ts';
export { playDialogue } from './dialogue/play-dialogue.ts';
export type { Outcome, PredictedBooking, Prediction } from './dialogue/prediction.ts';
export { type Customer, type CustomerRecord, customerOn } from './stage/customer.ts';
export { openStage, type Stage, type StageOptions } from './stage/stage.ts';
export type { Reply } from './stage/stage-channel.ts';
