import type { Tokens } from '../text/tokens.ts';
import type { Found } from './find-records.ts';
import type { Lexicon } from './lexicon.ts';

/**
 * Treatments and branches by their whole names. A name such as "Tẩy nốt ruồi – mụn thịt CO2" is written with a pause, and its
 * parts are other treatments' words; read as a whole it is one treatment only.
 */
export function findWholeNames(tokens: Tokens, { wholeNames }: Lexicon): Found[] {
  const text = tokens.text.toLowerCase();
  return wholeNames.flatMap(({ name, meaning }) => {
    const found: Found[] = [];
    for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + name.length)) {
      const from = tokens.list.findIndex((token) => token.start >= start);
      const after = tokens.list.findIndex((token) => token.start >= start + name.length);
      const to = after < 0 ? tokens.list.length : after;
      if (from >= 0 && to > from) found.push({ meaning, from, to });
    }
    return found;
  });
}

/** The pause inside a name is none. */
export function withoutPausesIn(tokens: Tokens, names: readonly Found[]): Tokens {
  const inside = new Set(
    names.flatMap(({ from, to }) => Array.from({ length: to - from - 1 }, (_, at) => from + 1 + at)),
  );
  if (inside.size === 0) return tokens;
  const list = tokens.list.map((token, at) => (inside.has(at) ? { ...token, isAfterPause: false } : token));
  return { ...tokens, list };
}
