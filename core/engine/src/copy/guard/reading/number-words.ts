import { phraseAt, phraseTable } from '../../../understanding/text/phrase-table.ts';
import { unitWords } from '../words/units.ts';
import type { Tokens } from '../../../understanding/text/tokens.ts';

type Part = { is: 'digit' | 'ten' | 'tens' | 'hundred' | 'scale' | 'zero' | 'half'; value: number };

const digit = (word: string, value: number) => [word, { is: 'digit', value }] as const;

/** The words numbers are made of: up to thousands of millions, Vietnamese and English. */
const parts = phraseTable<Part>([
  ...['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'].map((word, at) => digit(word, at + 1)),
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'].map((word, at) =>
    digit(word, at + 1),
  ),
  digit('mốt', 1),
  digit('tư', 4),
  digit('lăm', 5),
  digit('bẩy', 7),
  ['mười', { is: 'ten', value: 10 }],
  ['ten', { is: 'ten', value: 10 }],
  ['twelve', { is: 'ten', value: 12 }],
  ['fifteen', { is: 'ten', value: 15 }],
  ['twenty', { is: 'ten', value: 20 }],
  ['thirty', { is: 'ten', value: 30 }],
  ['forty five', { is: 'ten', value: 45 }],
  ['sixty', { is: 'ten', value: 60 }],
  ['ninety', { is: 'ten', value: 90 }],
  ['mươi', { is: 'tens', value: 10 }],
  ['chục', { is: 'tens', value: 10 }],
  ['trăm', { is: 'hundred', value: 100 }],
  ['hundred', { is: 'hundred', value: 100 }],
  ['linh', { is: 'zero', value: 0 }],
  ['lẻ', { is: 'zero', value: 0 }],
  ['nghìn', { is: 'scale', value: 1_000 }],
  ['ngàn', { is: 'scale', value: 1_000 }],
  ['thousand', { is: 'scale', value: 1_000 }],
  ['triệu', { is: 'scale', value: 1_000_000 }],
  ['million', { is: 'scale', value: 1_000_000 }],
  ['rưỡi', { is: 'half', value: 0.5 }],
]);

export type WordedNumber = { value: number; to: number; scale: number };

/**
 * "một trăm chín mươi chín nghìn", "hai triệu rưỡi", "một triệu tám": a number in words that begins at this place.
 * What follows the last scale without one of its own counts in the next lower one, as it is spoken: "triệu tám" is 800.000.
 */
export function wordedNumberAt(tokens: Tokens, at: number): WordedNumber | undefined {
  let total = 0;
  let group = 0;
  let hasGroup = false;
  let hasHundred = false;
  let scale = 1;
  let lastValue = 0;
  let to = at;
  let afterScale = at;
  for (;;) {
    const token = tokens.list[to];
    if (to > at && (token?.isAfterPause || token?.before !== ' ')) break;
    const found = phraseAt(parts, tokens, to);
    if (!found) break;
    const { is, value } = found.value;
    if (is === 'digit' || is === 'ten') {
      if (hasGroup && lastValue > 0 && lastValue < 10 && is === 'digit') break;
      group += value;
      lastValue = value;
      hasGroup = true;
    } else if (is === 'tens') {
      if (!hasGroup || lastValue > 9) break;
      group += lastValue * 9;
      lastValue = 10;
    } else if (is === 'hundred') {
      if (!hasGroup) break;
      group = group * 100;
      lastValue = 100;
      hasHundred = true;
    } else if (is === 'scale') {
      if (!hasGroup) break;
      total += group * value;
      scale = value;
      afterScale = found.to;
      group = 0;
      lastValue = 0;
      hasGroup = false;
      hasHundred = false;
    } else if (is === 'zero') {
      if (!hasGroup) break;
      lastValue = 0;
    } else {
      if (to === at) break;
      total += hasHundred ? group + 50 : (group || scale) / 2;
      to = found.to;
      return { value: total, to, scale };
    }
    to = found.to;
  }
  if (to === at) return undefined;
  // "sáu trăm nghìn một buổi" is the price of one session.
  const isOne = group === 1 && tokens.list[to - 1]?.word === 'một';
  const isCounting = group < 10 && scale > 1 && (isOne || phraseAt(unitWords, tokens, to) !== undefined);
  if (isCounting && group > 0) return { value: total, to: afterScale, scale };
  if (group > 0 && scale > 1) total += group < 10 ? (group * scale) / 10 : (group * scale) / 1_000;
  else total += group;
  return { value: total, to, scale };
}
