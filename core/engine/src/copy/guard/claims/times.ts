import type { Key } from '../../../domain/clinic.ts';
import type { LocalDate, LocalTime } from '../../../domain/clinic-time.ts';
import type { Span } from '../../../understanding/text/span.ts';
import type { Cue } from '../reading/cues.ts';
import type { SaidClock, SaidDay, SaidWeekday } from '../reading/times.ts';
import { type Ground, recordsIn } from '../scope.ts';

/** What the hours and days of one clause are about. */
export type TimeTopic =
  | 'full'
  | 'booked'
  | 'cancelled'
  | 'moved'
  | 'free'
  | 'hours'
  | 'staff'
  | 'hotline'
  | 'none';

/** The times of one clause, with what they inherit from the words before them. */
export type TimeGroup = Span & {
  topic: TimeTopic;
  /** Where the word stands that gave the topic. */
  cue: Span | undefined;
  days: readonly SaidDay[];
  weekdays: readonly SaidWeekday[];
  clocks: readonly SaidClock[];
  branches: readonly Key[];
};

/** By what an hour is about if several words of a clause could tell: the earlier in this list wins. */
const topics: readonly (readonly [TimeTopic, readonly Cue[]])[] = [
  ['cancelled', ['cancelled']],
  ['moved', ['moved']],
  ['booked', ['booked']],
  ['full', ['full']],
  ['hours', ['reopens']],
  ['hotline', ['hotlineHours']],
  ['free', ['free']],
  ['hours', ['opens', 'closes', 'roundTheClock', 'everyDay']],
];

export function timeGroups(ground: Ground): TimeGroup[] {
  const { reply } = ground;
  const groups: TimeGroup[] = [];
  let heading = 0;
  for (const sentence of reply.sentences) {
    const isListed = isList(ground, sentence.from);
    if (!isListed) heading = sentence.from;
    for (const clause of sentence.clauses) {
      const inside = <T extends Span>(list: readonly T[]) =>
        list.filter(({ from }) => from >= clause.from && from < clause.to);
      const days = inside(reply.times.days);
      const weekdays = inside(reply.times.weekdays);
      const clocks = inside(reply.times.clocks);
      const own = ownTopic(ground, clause, sentence);
      if (days.length + weekdays.length + clocks.length === 0 && !own) continue;
      const before = groups.findLast(({ from }) => from >= sentence.from);
      const later = own ?? (before ? undefined : topicAfter(ground, clause, sentence));
      const above = isListed ? groups.findLast(({ from }) => from >= heading) : undefined;
      const inherited = before ?? above;
      const topic =
        own ??
        later ??
        (inherited
          ? { topic: inherited.topic, cue: inherited.cue }
          : { topic: 'none' as const, cue: undefined });
      const branches = branchesOf(ground, clause, sentence);
      const isDayless = days.length === 0 && weekdays.length === 0;
      groups.push({
        ...clause,
        ...topic,
        days: isDayless && inherited?.topic === topic.topic ? inherited.days : days,
        weekdays: isDayless && inherited?.topic === topic.topic ? inherited.weekdays : weekdays,
        clocks,
        branches: branches.length > 0 ? branches : (inherited?.branches ?? []),
      });
    }
  }
  return groups;
}

/** The lines of a list belong to the sentence above it. */
function isList({ reply }: Ground, at: number): boolean {
  return /•|\n\s*[-–*+]\s/.test(reply.tokens.list[at]?.before ?? '');
}

const isSaidToStand = /(^| )(đã|vừa|vẫn|rồi|xong|thành công|confirmed|booked|set)( |$)/;

/** "lịch Peel lúc 17h ngày mai, thứ Tư 9/12, đã được hủy": an appointment that is only named, and then said to be gone. */
function ownTopic(ground: Ground, clause: Span, sentence: Span) {
  const own = topicOf(ground, clause);
  if (own?.topic !== 'booked' || isSaidToStand.test(ground.reply.words(own.cue).toLowerCase())) return own;
  const later = topicAfter(ground, clause, sentence);
  return later?.topic === 'cancelled' || later?.topic === 'moved' ? later : own;
}

function topicAfter(ground: Ground, clause: Span, sentence: Span) {
  return topicOf(ground, { from: clause.to, to: sentence.to });
}

function topicOf(ground: Ground, span: Span): { topic: TimeTopic; cue: Span } | undefined {
  const { reply } = ground;
  for (const [topic, cues] of topics) {
    for (const cue of reply.cues.all(span, ...cues)) {
      const isVisit = topic === 'booked' || topic === 'cancelled' || topic === 'moved';
      if (
        topic !== 'full' &&
        (reply.isDenied(cue.from) || (isVisit && reply.cues.in({ from: cue.from + 1, to: cue.to }, 'denies')))
      )
        continue;
      if (isVisit && isOnlyIntended(ground, cue)) continue;
      if (topic === 'hours' && recordsIn(ground, span, 'staff').length > 0) return { topic: 'staff', cue };
      return { topic, cue };
    }
  }
  const staff = recordsIn(ground, span, 'staff')[0];
  return staff ? { topic: 'staff', cue: staff } : undefined;
}

/** "em sẽ giữ chỗ", "để em đặt lịch", "nếu chị chốt lịch": nothing stands yet. */
function isOnlyIntended({ reply }: Ground, cue: Span): boolean {
  const clause = reply.clauseOf(cue.from);
  const before = { from: Math.max(clause.from, cue.from - 8), to: cue.from + 1 };
  return reply.cues.in(before, 'intends', 'supposes') !== undefined;
}

function branchesOf(ground: Ground, clause: Span, sentence: Span): Key[] {
  const of = (span: Span) => [
    ...new Set(recordsIn(ground, span, 'branch').map(({ meaning }) => meaning.key)),
  ];
  const own = of(clause);
  if (own.length > 0) return own;
  return of({ from: sentence.from, to: clause.from }).slice(-1);
}

/** Single days of a group; a span stays a span. */
export function datesOf(group: Pick<TimeGroup, 'days'>): LocalDate[] {
  return group.days.flatMap(({ first, last }) => (first !== null && first === last ? [first] : []));
}

export function startsOf(group: Pick<TimeGroup, 'clocks'>): LocalTime[] {
  return group.clocks.map(({ start }) => start);
}
