import type { Tokens } from '../text/tokens.ts';

const vowels = /[aeiouy]/g;
const shortest = 6;

/** "asdfghjkl": long runs of letters that no language would speak. */
export function isGibberish({ list }: Tokens): boolean {
  const words = list.filter(({ digits, plain }) => digits === undefined && /^\p{L}/u.test(plain));
  const unspeakable = words.filter(({ raw, plain }) => {
    const count = plain.match(vowels)?.length ?? 0;
    return raw.length >= shortest && (count * 5 < raw.length || raw.length > 20);
  });
  return unspeakable.length > 0 && unspeakable.length * 2 >= words.length;
}
