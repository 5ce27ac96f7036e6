import { fold } from '@glowbot/core';
import type { Chance } from './chance.ts';

/** How one person writes on a phone; the same person writes alike in every message. */
export type Hand = {
  accents: 'all' | 'none';
  shortens: boolean;
  /** Southern words where the north says something else. */
  southern: boolean;
  slips: boolean;
  shouts: boolean;
};

export function someHand(chance: Chance): Hand {
  return {
    accents: chance.happens(0.75) ? 'all' : 'none',
    shortens: chance.happens(0.35),
    southern: chance.happens(0.4),
    slips: chance.happens(0.1),
    shouts: chance.happens(0.03),
  };
}

type Respelling = readonly [pattern: RegExp, written: string];

/** A whole word or phrase: `\b` does not know Vietnamese letters. */
const word = (phrase: string, written: string): Respelling => [
  new RegExp(String.raw`(?<![\p{L}\p{N}])${phrase}(?![\p{L}\p{N}])`, 'giu'),
  written,
];

const short: readonly Respelling[] = [
  word('không', 'k'),
  word('được', 'dc'),
  word('bao nhiêu', 'bnhiu'),
  word('vậy', 'v'),
  word('mình', 'mk'),
  word('với', 'vs'),
  word('rồi', 'r'),
  word(String.raw`thứ (\d)`, 't$1'),
  word('chủ nhật', 'cn'),
];

const south: readonly Respelling[] = [
  word('chủ nhật', 'chủ nhựt'),
  word('nhé', 'nghen'),
  word('thế', 'vậy'),
  word('đắt', 'mắc'),
  word('vâng', 'dạ'),
];

const respell = (text: string, words: readonly Respelling[]) =>
  words.reduce((sofar, [pattern, written]) => sofar.replace(pattern, written), text);

/** What somebody means, as they would type it. Names and numbers stay as they are. */
export function typed(text: string, hand: Hand, chance: Chance): string {
  let written = text;
  if (hand.southern) written = respell(written, south);
  if (hand.shortens) written = respell(written, short);
  if (hand.slips && chance.happens(0.3)) written = slip(written, chance);
  if (hand.accents === 'none') written = fold(written);
  return hand.shouts ? written.toUpperCase() : written;
}

/** Two neighbouring letters change places, as under a thumb. */
function slip(text: string, chance: Chance): string {
  const at = 1 + chance.below(Math.max(1, text.length - 3));
  const pair = text.slice(at, at + 2);
  if (!/^\p{L}{2}$/u.test(pair)) return text;
  return text.slice(0, at) + pair.charAt(1) + pair.charAt(0) + text.slice(at + 2);
}
