export { buildLexicon, type Lexicon } from './lexicon.ts';
export { understand, type Utterance } from './understand.ts';
export { understandTurn } from './understand-turn.ts';
export { plainOf } from './tokens.ts';
