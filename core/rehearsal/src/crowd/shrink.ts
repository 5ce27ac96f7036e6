import type { Act } from './act.ts';

/** Plays these acts and tells which promise they break, if any. */
export type Trial = (acts: readonly Act[]) => Promise<string | undefined>;

/**
 * The smallest dialogue that still breaks the same promise: acts are left out one after the other, and what is said in pieces
 * is said in one and then in fewer words, for as long as that goes on.
 */
export const shrink = (acts: readonly Act[], promise: string, trial: Trial) =>
  smallest(acts, promise, trial, (sofar) => [...withFewerActs(sofar), ...withFewerWords(sofar)]);

/** The same with whole sentences, for people to read. */
export const shrinkActs = (acts: readonly Act[], promise: string, trial: Trial) =>
  smallest(acts, promise, trial, withFewerActs);

async function smallest(
  acts: readonly Act[],
  promise: string,
  trial: Trial,
  smallerThan: (acts: readonly Act[]) => Iterable<readonly Act[]>,
): Promise<readonly Act[]> {
  let found = acts;
  for (let isSmaller = true; isSmaller; ) {
    isSmaller = false;
    for (const candidate of smallerThan(found)) {
      if ((await trial(candidate)) !== promise) continue;
      found = candidate;
      isSmaller = true;
      break;
    }
  }
  return found;
}

function* withFewerActs(acts: readonly Act[]): Generator<readonly Act[]> {
  for (let size = Math.floor(acts.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at + size <= acts.length; at += size) yield acts.toSpliced(at, size);
  }
}

function* withFewerWords(acts: readonly Act[]): Generator<readonly Act[]> {
  for (const [index, act] of acts.entries()) {
    if (act.kind === 'says' && act.texts.length > 1)
      yield acts.with(index, { kind: 'says', texts: [act.texts.join(' ')] });
    if (act.kind === 'says' && act.texts.length === 1) {
      const words = (act.texts[0] ?? '').split(' ');
      if (words.length > 2) {
        yield acts.with(index, { kind: 'says', texts: [words.slice(0, -1).join(' ')] });
        yield acts.with(index, { kind: 'says', texts: [words.slice(1).join(' ')] });
      }
    }
  }
}
