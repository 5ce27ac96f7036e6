export { type ClaudeModels, type ClaudeOptions, createClaude, defaultModels } from './claude.ts';
export { type Patience } from './ask.ts';
export { costOf, knownModels, type KnownModel, type ModelPrice } from './models.ts';
