export {
  chartCoverage,
  type ChartCoverage,
  coverageOf,
  type CoverageReport,
} from './transitions/chart-coverage.ts';
export { DialogueItem } from './dialogue/dialogue-item.ts';
export { playDialogue } from './dialogue/play-dialogue.ts';
export type { Outcome, PredictedBooking, Prediction } from './dialogue/prediction.ts';
export type { Fact, Happening, Journey, Scene } from './journey/journey.ts';
export { lineWords, parseJourney } from './journey/parse-journey.ts';
export { type Mismatch, playJourney } from './journey/play-journey.ts';
export { type Customer, type CustomerRecord, customerOn } from './stage/customer.ts';
export { openStage, type Stage, type StageOptions } from './stage/stage.ts';
export type { StageCall } from './stage/stage-notifiers.ts';
export { type Reply, stageChannel, stageChannelName } from './stage/stage-channel.ts';
export { type CrowdFailure, type CrowdOptions, type CrowdReport, runCrowd } from './crowd/run-crowd.ts';
export { chatOn } from './stage/chat.ts';
export type { Finding } from './prove/finding.ts';
export { prove, type ProveReport } from './prove/prove.ts';
