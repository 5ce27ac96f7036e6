import type { Act } from './act.ts';
import type { Move } from './play-moves.ts';

/** Plays these steps of a dialogue and tells which promise they break, if any. */
export type Trial<Step> = (steps: readonly Step[]) => Promise<string | undefined>;

/**
 * The smallest dialogue that still breaks the same promise: people and what they do are left out one after the other, and what
 * is said in pieces is said in one and then in fewer words, for as long as that goes on.
 */
export const shrink = (moves: readonly Move[], promise: string, trial: Trial<Move>) =>
  smallest(moves, promise, trial, (sofar) => [
    ...withFewerPeople(sofar),
    ...withFewerSteps(sofar),
    ...withFewerWords(sofar),
  ]);

/** The same with whole sentences, for people to read. */
export const shrinkActs = (acts: readonly Act[], promise: string, trial: Trial<Act>) =>
  smallest(acts, promise, trial, withFewerSteps);

async function smallest<Step>(
  steps: readonly Step[],
  promise: string,
  trial: Trial<Step>,
  smallerThan: (steps: readonly Step[]) => Iterable<readonly Step[]>,
): Promise<readonly Step[]> {
  let found = steps;
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

function* withFewerPeople(moves: readonly Move[]): Generator<readonly Move[]> {
  const people = new Set(moves.map(({ who }) => who));
  if (people.size === 1) return;
  for (const one of people) yield moves.filter(({ who }) => who !== one);
}

function* withFewerSteps<Step>(steps: readonly Step[]): Generator<readonly Step[]> {
  for (let size = Math.floor(steps.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at + size <= steps.length; at += size) yield steps.toSpliced(at, size);
  }
}

function* withFewerWords(moves: readonly Move[]): Generator<readonly Move[]> {
  for (const [index, { who, act }] of moves.entries()) {
    if (act.kind !== 'says') continue;
    const says = (text: string) => moves.with(index, { who, act: { kind: 'says', texts: [text] } });
    if (act.texts.length > 1) yield says(act.texts.join(' '));
    const words = act.texts.length === 1 ? (act.texts[0] ?? '').split(' ') : [];
    if (words.length <= 2) continue;
    yield says(words.slice(0, -1).join(' '));
    yield says(words.slice(1).join(' '));
  }
}
