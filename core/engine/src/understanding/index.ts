export { buildLexicon, type Lexicon } from './clinic/lexicon.ts';
export { fold } from './text/normalise.ts';
export { understand } from './understand.ts';
export { understandTurn } from './understand-turn.ts';
export type { Utterance } from './utterance.ts';
