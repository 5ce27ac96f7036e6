import { matchesOf, patternIndex, type Reading } from '../text/pattern.ts';
import { angryPhrases } from './anger-phrases.ts';

const phrases = patternIndex(angryPhrases.map((source) => [source, true] as const));

/** Fewer capitals than these are an abbreviation and not a raised voice. */
const shoutedLetters = 12;

/** Clear anger: insults, threats, shouting. Being merely dissatisfied is none. */
export function isAngry(reading: Reading, isComplaint: boolean): boolean {
  const { text } = reading.tokens;
  const letters = text.match(/\p{L}/gu) ?? [];
  const capitals = text.match(/\p{Lu}/gu) ?? [];
  const isShouted = capitals.length >= shoutedLetters && capitals.length >= letters.length * 0.8;
  const isLoud = /[!?]{3}|!!/.test(text) || isShouted;
  return (isComplaint && isLoud) || matchesOf(phrases, reading).length > 0;
}
