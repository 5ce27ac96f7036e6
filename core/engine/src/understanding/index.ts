export { buildLexicon, type Lexicon } from './clinic/lexicon.ts';
export { understand, type Utterance } from './understand.ts';
export { understandTurn } from './understand-turn.ts';
export { fold } from './text/normalise.ts';
