import { addDays, daysBetween, type LocalDate } from '../../domain/clinic-time.ts';
import { wordSet } from '../text/numbers.ts';
import type { Tokens } from '../text/tokens.ts';
import type { DaySaid, Said } from './said.ts';
import { clockTime } from './time-of-day.ts';

const isLink = wordSet('đến tới hoặc hay là và to or and');
const isFiller = wordSet('lễ');

/** "A đến B", "A hoặc B" and neighbouring days become one span. */
export function joined(tokens: Tokens, said: readonly Said[]): Said[] {
  const result: Said[] = [];
  for (const one of said) {
    const at = result.findLastIndex(({ is }) => is === one.is);
    const before = result[at];
    const between = result.slice(at + 1);
    const union = before && isLinked(tokens, before, one, between) ? unionOf(before, one) : undefined;
    if (union) result[at] = union;
    else result.push(one);
  }
  return result;
}

/** "sáng thứ 7 hoặc sáng chủ nhật": a part of the day between two days parts them not. */
function isLinked(tokens: Tokens, before: Said, after: Said, between: readonly Said[]): boolean {
  if (after.from - before.to > 3) return false;
  const isPart = (at: number) =>
    between.some((one) => 'part' in one && !('hours' in one) && at >= one.from && at < one.to);
  let isJoined = between.length === 0;
  for (let at = before.to; at < after.from; at += 1) {
    if (isLink(tokens, at)) isJoined = true;
    else if (!isFiller(tokens, at) && !isPart(at)) return false;
  }
  if (!isJoined) return false;
  if (after.from > before.to) return !tokens.list[after.from]?.isAfterPause;
  const mark = tokens.list[after.from]?.before.trim() ?? '';
  return (
    ['-', '–', '->'].includes(mark) ||
    (before.is === 'day' && after.is === 'day' && before.kind === after.kind && areNeighbours(before, after))
  );
}

function areNeighbours(before: DaySaid, after: DaySaid): boolean {
  const [, last] = before.days;
  const [first] = after.days;
  return last !== null && first !== null && daysBetween(last, first) === 1;
}

function unionOf(before: Said, after: Said): Said | undefined {
  const place = { from: before.from, to: after.to };
  if (before.is === 'day' && after.is === 'day') {
    const [first] = before.days;
    const last = laterThan(first, after.days[1]);
    return first !== null && last !== null && first < last
      ? { ...place, is: 'day', days: [first, last], kind: 'date' }
      : undefined;
  }
  if (before.is !== 'clock' || after.is !== 'clock' || !('hours' in before) || !('hours' in after))
    return undefined;
  const [first] = before.hours;
  const second = after.hours.at(-1) ?? after.hours[0];
  if (before.part === undefined || before.part === after.part)
    return { ...place, is: 'clock', hours: [first, second], part: after.part, open: undefined };
  return {
    ...place,
    is: 'clock',
    range: [clockTime(first, before.part), clockTime(second, after.part)],
  };
}

/** "thứ 6 đến chủ nhật": the end is the one after the beginning. */
function laterThan(first: LocalDate | null, last: LocalDate | null): LocalDate | null {
  return first !== null && last !== null && last < first ? addDays(last, 7) : last;
}
