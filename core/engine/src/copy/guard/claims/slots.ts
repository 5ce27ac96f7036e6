import type { Span } from '../../../understanding/text/span.ts';
import type { FoundClaim, RefusalWhy } from '../claim.ts';
import type { Ground } from '../scope.ts';
import { agrees } from './bookings.ts';
import { datesOf, startsOf, type TimeGroup, timeGroups } from './times.ts';

/** Free times, and hours that nothing else explains: only starts that were found free may be said. */
export function slotClaims(ground: Ground): FoundClaim[] {
  const { reply } = ground;
  return timeGroups(ground).flatMap((group): FoundClaim[] => {
    const { from, to, topic } = group;
    if (reply.isAsked(from) && topic !== 'free') return [];
    if (reply.isAsked(from) && reply.cues.in(group, 'intends')) return [];
    if (topic === 'none' && (startsOf(group).length === 0 || isLeftOpen(ground, group))) return [];
    if ((topic !== 'free' && topic !== 'none') || reply.cues.in(group, 'parking')) return [];
    if (group.cue && isOnlyLooked(ground, group.cue)) return [];
    const hasTime = group.days.length + group.weekdays.length + group.clocks.length > 0;
    if (!hasTime && !isVisitWord(ground, group)) return [];
    const verdict: { backedBy: string } | { refused: RefusalWhy } = backing(ground, group) ?? {
      refused: 'unsupported_slot',
    };
    return [{ kind: 'slot', words: reply.words({ from, to }), from, to, ...verdict }];
  });
}

/** "để em kiểm tra lịch 15h": an hour that is looked up, denied or wished for is not promised. */
function isLeftOpen({ reply }: Ground, group: TimeGroup): boolean {
  const sentence = reply.sentenceOf(group.from);
  return (
    reply.isDenied(group.to - 1) ||
    reply.cues.in(sentence, 'looks', 'intends', 'supposes', 'full') !== undefined
  );
}

/** "em xem giờ trống", "nếu còn chỗ" offer nothing yet. */
function isOnlyLooked({ reply }: Ground, cue: Span): boolean {
  const { from } = reply.clauseOf(cue.from);
  return (
    reply.cues.in({ from, to: cue.from + 1 }, 'looks', 'supposes') !== undefined ||
    /^(khác|nào|mới|sớm)$/.test(reply.tokens.list[cue.to]?.word ?? '') ||
    /xem|look/.test(reply.words({ from, to: cue.from + 1 }).toLowerCase())
  );
}

function isVisitWord({ reply }: Ground, group: TimeGroup): boolean {
  return (
    group.cue !== undefined &&
    /lịch(?! hẹn)|chỗ|slot|khung|suất|opening|available/.test(
      reply.words({ ...group.cue, to: group.cue.to + 1 }),
    )
  );
}

/** Moments the engine decided to speak of. */
export function isTold({ known }: Ground, group: TimeGroup): boolean {
  const { moments = [] } = known;
  const days = datesOf(group);
  return startsOf(group).every((time) =>
    moments.some((moment) => moment.time === time && (days.length === 0 || days.includes(moment.date))),
  );
}

function backing(ground: Ground, group: TimeGroup): { backedBy: string } | undefined {
  const { known } = ground;
  const visits = [...(known.bookings ?? []), ...(known.held ?? [])];
  if (group.topic === 'none' && visits.some((visit) => agrees(ground, group, visit)))
    return { backedBy: 'the appointment' };
  if (group.topic === 'none' && isTold(ground, group)) return { backedBy: 'the plan' };
  const times = startsOf(group);
  const dates = datesOf(group);
  const spans = group.days.filter(({ first, last }) => first !== last);
  const offered = (known.offered ?? []).filter(
    ({ date, branch }) =>
      (group.branches.length === 0 || branch === undefined || group.branches.includes(branch)) &&
      (dates.length === 0 || dates.includes(date)) &&
      spans.every(({ first, last }) => (first === null || first <= date) && (last === null || date <= last)),
  );
  const isOffered =
    offered.length > 0 &&
    times.every((time) => offered.some(({ times: free }) => free.includes(time))) &&
    dates.every((date) => offered.some((one) => one.date === date));
  return isOffered ? { backedBy: 'starts found free' } : undefined;
}
