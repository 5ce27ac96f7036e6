import { wordSet } from '../text/numbers.ts';
import { matchAt, matchesOf, pattern, patternIndex, type Reading } from '../text/pattern.ts';
import type { Tokens } from '../text/tokens.ts';
import { cannot, instead, moves, notThis, targets } from './change-words.ts';

type Placed = { from: number; to: number };

const notThisIndex = patternIndex(notThis.map((source) => [source, true] as const));
const insteadIndex = patternIndex(instead.map((source) => [source, true] as const));
const cannotPatterns = cannot.map(pattern);
const isMove = wordSet(moves);
const isTarget = wordSet(targets.join(' '));
const isEnough = wordSet('thôi');
/** "không phải 2h mà là 3h": what follows is meant again. */
const isBut = wordSet('mà nhưng but');

/** How far a move's target may stand from its verb, and a time from the word that rejects it. */
const moveReach = 14;
const rejectReach = 2;

/** Which of these things the customer took back: "không phải mai", "thứ 7 chị bận", "đổi từ 10h sang 2h". */
export function takenBack<P extends Placed>(tokens: Tokens, placed: readonly P[]): ReadonlySet<P> {
  const reading: Reading = { tokens, found: new Map() };
  const rejected = new Set<P>();
  const breathOf = breaths(tokens);
  const inBreathOf = (one: Placed) => (other: Placed) => breathOf(other.from) === breathOf(one.from);

  for (const { from, to } of matchesOf(notThisIndex, reading)) {
    const next = placed.find((one) => one.from >= to && one.from <= to + rejectReach);
    if (!next || breathOf(next.from) !== breathOf(from)) continue;
    if (tokens.list.some((_, at) => at >= to && at < next.from && isBut(tokens, at))) continue;
    const but = tokens.list.findIndex((_, at) => at >= next.to && isBut(tokens, at));
    placed
      .filter((one) => one.from >= to && inBreathOf(next)(one) && (but < 0 || one.from < but))
      .forEach((one) => rejected.add(one));
  }
  for (const one of placed) {
    if (!cannotPatterns.some((candidate) => isSaidRightAfter(candidate, reading, one.to))) continue;
    placed
      .filter((other) => other.from <= one.from && inBreathOf(one)(other))
      .forEach((other) => rejected.add(other));
  }
  for (const place of turningPoints(tokens, reading, placed)) {
    if (!placed.some((one) => one.from >= place)) continue;
    placed.filter((one) => one.to <= place).forEach((one) => rejected.add(one));
  }
  return rejected;
}

function isSaidRightAfter(candidate: ReturnType<typeof pattern>, reading: Reading, at: number): boolean {
  const isSameBreath = reading.tokens.list[at]?.isAfterPause === false;
  return isSameBreath && matchAt(candidate, reading, at) !== undefined;
}

/** Places after which what was said before no longer holds. */
function turningPoints(tokens: Tokens, reading: Reading, placed: readonly Placed[]): number[] {
  const points: number[] = [];
  for (const { from, to } of matchesOf(insteadIndex, reading)) {
    const isClose = placed.some(
      (one) => one.from >= to && one.from <= to + rejectReach && !tokens.list[to]?.isAfterPause,
    );
    if (!isEnough(tokens, from) || isClose) points.push(to);
  }
  const isInside = (at: number) => placed.some((one) => at >= one.from && at < one.to);
  for (const [verb] of tokens.list.entries()) {
    if (!isMove(tokens, verb)) continue;
    for (let at = verb + 1; at < verb + moveReach && at < tokens.list.length; at += 1) {
      if (isTarget(tokens, at) && !isInside(at)) points.push(at + 1);
    }
  }
  return points;
}

/** "đổi từ 10h đến 11h" moves and spans nothing. */
export function isMovedBefore(tokens: Tokens, at: number): boolean {
  for (let before = at; before >= 0 && before > at - moveReach; before -= 1)
    if (isMove(tokens, before)) return true;
  return false;
}

/** Which breath of the message a token belongs to. */
function breaths(tokens: Tokens): (at: number) => number {
  let breath = 0;
  const numbers = tokens.list.map(({ isAfterPause }) => {
    if (isAfterPause) breath += 1;
    return breath;
  });
  return (at) => numbers[at] ?? breath;
}
