import { wordSet } from '../text/numbers.ts';
import { matchAt, pattern, type Reading } from '../text/pattern.ts';
import {
  afterAnswer,
  agreements,
  answerFillers,
  askedAgreements,
  askedRefusals,
  bareAgreements,
  politeYes,
  questionEnds,
  refusals,
} from './answer-phrases.ts';

export type AnswerFound = { confirm: boolean; from: number; to: number };

const isFiller = wordSet(answerFillers);
const isPoliteYes = wordSet(politeYes);
const yes = agreements.map(pattern);
const shortYes = bareAgreements.map(pattern);
const no = refusals.map(pattern);
const askedYes = askedAgreements.map(pattern);
const askedNo = askedRefusals.map(pattern);
const asks = questionEnds.map(pattern);

/** Words such as "có" agree only where nothing else is said; "có bầu" is no yes. */
const isTail = wordSet(afterAnswer);

/**
 * The first yes or no of a message, breath by breath. "Dạ không" is a no: "dạ" is only polite. Where something was asked, its
 * own words answer too: "em qua được nha".
 */
export function findYesOrNo(reading: Reading, isAsked: boolean): AnswerFound | undefined {
  const { list } = reading.tokens;
  let polite: AnswerFound | undefined;
  for (let start = 0; start < list.length; ) {
    const end = breathEnd(reading, start);
    let from = start;
    while (from < end && isFiller(reading.tokens, from)) from += 1;
    const answer = answerAt(reading, from, end) ?? (isAsked ? askedAnswer(reading, from, end) : undefined);
    if (answer) return answer;
    const isOnlyPolite = from === end && rangeSome(start, end, (at) => isPoliteYes(reading.tokens, at));
    if (isOnlyPolite) polite ??= { confirm: true, from: start, to: end };
    start = end;
  }
  return polite;
}

function answerAt(reading: Reading, from: number, end: number): AnswerFound | undefined {
  if (from >= end) return undefined;
  const agreed = longest(yes, reading, from);
  if (agreed !== undefined && !isQuestion(reading, from, end)) return { confirm: true, from, to: agreed };
  const refused = longest(no, reading, from);
  if (refused !== undefined) return { confirm: false, from, to: refused };
  const short = isQuestion(reading, from, end) ? undefined : longest(shortYes, reading, from);
  const isAll = short !== undefined && !rangeSome(short, end, (at) => !isTail(reading.tokens, at));
  return short === undefined || !isAll ? undefined : { confirm: true, from, to: short };
}

function askedAnswer(reading: Reading, from: number, end: number): AnswerFound | undefined {
  if (from >= end || isQuestion(reading, from, end)) return undefined;
  const agreed = longest(askedYes, reading, from);
  const isAll = agreed !== undefined && !rangeSome(agreed, end, (at) => !isTail(reading.tokens, at));
  if (agreed !== undefined && isAll) return { confirm: true, from, to: agreed };
  const refused = longest(askedNo, reading, from);
  return refused === undefined ? undefined : { confirm: false, from, to: refused };
}

function longest(
  patterns: readonly ReturnType<typeof pattern>[],
  reading: Reading,
  at: number,
): number | undefined {
  const ends = patterns.flatMap((candidate) => matchAt(candidate, reading, at) ?? []);
  return ends.length > 0 ? Math.max(...ends) : undefined;
}

function isQuestion(reading: Reading, from: number, end: number): boolean {
  return rangeSome(
    from,
    end,
    (at) => at > from && asks.some((one) => (matchAt(one, reading, at) ?? 0) >= end),
  );
}

function breathEnd({ tokens }: Reading, start: number): number {
  let end = start + 1;
  while (end < tokens.list.length && !tokens.list[end]?.isAfterPause) end += 1;
  return end;
}

function rangeSome(from: number, end: number, holds: (at: number) => boolean): boolean {
  for (let at = from; at < end; at += 1) if (holds(at)) return true;
  return false;
}
