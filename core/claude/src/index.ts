export { type ClaudeModels, type ClaudeOptions, createClaude, defaultModels } from './claude.ts';
export { type Patience } from './ask.ts';
