import type { Branch, Span as Opening } from '../../../domain/clinic.ts';
import { addDays, type LocalDate, type LocalTime, weekdays } from '../../../domain/clinic-time.ts';
import { openingOn } from '../../../domain/opening-hours.ts';
import type { FoundClaim, RefusalWhy } from '../claim.ts';
import { plain } from '../guard-records.ts';
import type { SaidClock } from '../reading/times.ts';
import type { Ground } from '../scope.ts';
import { isTold } from './slots.ts';
import { type TimeGroup, timeGroups } from './times.ts';

/** Opening hours and closed days, held against the week of a branch and its holidays. */
export function hourClaims(ground: Ground): FoundClaim[] {
  const { reply } = ground;
  return timeGroups(ground).flatMap((group): FoundClaim[] => {
    if (group.topic !== 'hours' && group.topic !== 'hotline') return [];
    const { from, to } = group;
    if (reply.isAsked(from) || reply.isDenied(to - 1)) return [];
    const verdict = group.topic === 'hotline' ? hotline(ground, group) : opening(ground, group);
    return verdict ? [{ kind: 'hours', words: reply.words({ from, to }), from, to, ...verdict }] : [];
  });
}

type Verdict = { backedBy: string } | { refused: RefusalWhy };

/** Hours of answering: as the records write them for the hotlines and for staff. */
function hotline(ground: Ground, group: TimeGroup): Verdict | undefined {
  const { clinic, reply } = ground;
  const texts = [
    clinic.contacts.hotlineHours,
    clinic.contacts.medicalHotlineHours,
    ...Object.values(clinic.handoff).map(({ promise }) => promise),
  ];
  if (reply.cues.in(group, 'roundTheClock')) {
    const isRound = texts.some((text) => text?.includes('24/7') === true);
    return isRound ? { backedBy: 'contacts' } : { refused: 'wrong_hours' };
  }
  if (group.clocks.length === 0) return undefined;
  if (isTold(ground, group)) return { backedBy: 'the plan' };
  const isRecorded = group.clocks.every(({ start, end }) =>
    texts.some(
      (text) => text !== undefined && text.includes(start) && (end === undefined || text.includes(end)),
    ),
  );
  return isRecorded ? { backedBy: 'contacts' } : { refused: 'wrong_hours' };
}

function opening(ground: Ground, group: TimeGroup): Verdict | undefined {
  const { clinic, reply } = ground;
  const { cues } = reply;
  const branches = clinic.branches.filter(
    ({ key }) => group.branches.length === 0 || group.branches.includes(key),
  );
  if (cues.in(group, 'roundTheClock')) return { refused: 'wrong_hours' };
  const days = daysMeant(ground, group);
  const isClosing = cues.in(group, 'closes') !== undefined && cues.in(group, 'opens') === undefined;
  if (cues.in(group, 'reopens')) return reopening(ground, group, branches);
  const isAllWeek = cues.in(group, 'everyDay') !== undefined;
  const hasTime = group.clocks.length > 0;
  if (!hasTime && days.length === 0 && !isAllWeek) return undefined;
  const isNamed = group.branches.length > 0;
  const test = (branch: Branch) => holds(ground, group, branch, { days, isAllWeek, isClosing });
  const isRight = isNamed ? branches.every(test) : branches.some(test);
  return isRight
    ? { backedBy: `hours of ${branches.map(({ key }) => key).join(', ')}` }
    : { refused: 'wrong_hours' };
}

/** A day of the week as it always is, or one day of the calendar. */
type Day = { weekday: number } | { date: LocalDate };

const longestSpan = 21;

function daysMeant(ground: Ground, group: TimeGroup): Day[] {
  const { reply } = ground;
  const isWeekdayAt = (at: number) => group.weekdays.some(({ from, to }) => at >= from && at < to);
  const dates = group.days.flatMap(({ first, last, from, kind }): Day[] => {
    if (first === null || (kind === 'weekday' && isWeekdayAt(from))) return [];
    const days: Day[] = [{ date: first }];
    for (
      let next = addDays(first, 1);
      last !== null && next <= last && days.length < longestSpan;
      next = addDays(next, 1)
    )
      days.push({ date: next });
    return days;
  });
  // "Chủ nhật 29/11": the date is meant.
  if (dates.length > 0 && group.days.some(({ kind }) => kind === 'date')) return dates;
  const weekly = group.weekdays.flatMap(({ weekday, through }): Day[] => {
    const days: Day[] = [{ weekday }];
    for (let next = weekday; through !== undefined && next !== through; ) {
      next = (next + 1) % 7;
      days.push({ weekday: next });
    }
    return days;
  });
  if (dates.length + weekly.length === 0) return holidayDays(ground, group);
  return weekly.length > 0 && !reply.cues.in(group, 'running') ? weekly : [...dates, ...weekly];
}

/** "Tết bên em nghỉ": a holiday by the name its record gives it. */
function holidayDays({ clinic, reply }: Ground, group: TimeGroup): Day[] {
  const said = reply.tokens.list.slice(group.from, group.to).map(({ word }) => plain(word));
  const isNewYear = said.some((word, at) => word === 'tet' && !/^(duong|tay)$/.test(said[at + 1] ?? ''));
  if (!isNewYear) return [];
  return clinic.holidays
    .filter(({ name }) => /\btet\b/.test(plain(name)) && !/duong|tay/.test(plain(name)))
    .map(({ from }) => ({ date: from }));
}

function openingOf({ clinic }: Ground, branch: Branch, day: Day): Opening | undefined {
  if ('date' in day) return openingOn(clinic, branch, day.date);
  const name = weekdays[day.weekday];
  return name && branch.hours[name];
}

function holds(
  ground: Ground,
  group: TimeGroup,
  branch: Branch,
  { days, isAllWeek, isClosing }: { days: readonly Day[]; isAllWeek: boolean; isClosing: boolean },
): boolean {
  const meant = isAllWeek ? weekdays.map((_, weekday): Day => ({ weekday })) : days;
  if (group.clocks.length === 0) {
    return isClosing
      ? meant.every((day) => !openingOf(ground, branch, day))
      : meant.every((day) => openingOf(ground, branch, day) !== undefined);
  }
  const openings =
    meant.length > 0 ? meant.map((day) => openingOf(ground, branch, day)) : [usualOpening(branch)];
  return openings.every(
    (span) => span !== undefined && group.clocks.every((clock) => isHourOf(ground, clock, span, isClosing)),
  );
}

/** The hours of most days of the week. */
function usualOpening(branch: Branch): Opening | undefined {
  const spans = Object.values(branch.hours);
  const count = (span: Opening) =>
    spans.filter(({ open, close }) => open === span.open && close === span.close).length;
  return spans.toSorted((a, b) => count(b) - count(a))[0];
}

const untilWords: ReadonlySet<string> = new Set([
  'đến',
  'tới',
  'until',
  'till',
  'to',
  'cửa',
  'closes',
  'at',
  'hết',
]);
const atWords: ReadonlySet<string> = new Set(['at', 'lúc', 'vào']);

/** "mở cửa lúc 9h, đóng cửa lúc 20h": an hour belongs to the verb nearest before it. */
function verbBefore(reply: Ground['reply'], at: number): 'opens' | 'closes' | undefined {
  const span = { from: reply.clauseOf(at).from, to: at };
  const last = (cue: 'opens' | 'closes') => reply.cues.all(span, cue).at(-1)?.from ?? -1;
  if (last('opens') === last('closes')) return undefined;
  return last('opens') > last('closes') ? 'opens' : 'closes';
}

const sinceWords: ReadonlySet<string> = new Set(['từ', 'from', 'since', 'opens']);

function isHourOf(
  { reply }: Ground,
  { from, start, end }: SaidClock,
  span: Opening,
  isClosing: boolean,
): boolean {
  if (end !== undefined) return isSameHour(start, span.open) && isSameHour(end, span.close);
  const before = reply.tokens.list[from - 1]?.word ?? '';
  const verb = atWords.has(before) ? verbBefore(reply, from) : undefined;
  if (verb !== undefined) return isSameHour(start, verb === 'opens' ? span.open : span.close);
  if (sinceWords.has(before)) return isSameHour(start, span.open);
  if (isClosing) return isSameHour(start, span.close);
  if (untilWords.has(before)) return isSameHour(start, span.close);
  return isSameHour(start, span.open) || isSameHour(start, span.close);
}

function isSameHour(said: LocalTime, recorded: LocalTime): boolean {
  return said === recorded;
}

/** The day after a closing, on which a branch is open again. */
function reopening(ground: Ground, group: TimeGroup, branches: readonly Branch[]): Verdict | undefined {
  const { clinic, reply } = ground;
  const cue = reply.cues.in(group, 'reopens');
  const after = group.days.filter(({ from }) => cue === undefined || from >= cue.from);
  const days = (after.length > 0 ? after : group.days).flatMap(({ first }) =>
    first === null ? [] : [first],
  );
  if (days.length === 0) return undefined;
  const isSoon = (date: LocalDate) => date <= addDays(reply.times.today, 1);
  const isRight = days.every((date) =>
    branches.some((branch) => {
      const span = openingOn(clinic, branch, date);
      const isFirst = isSoon(date) || openingOn(clinic, branch, addDays(date, -1)) === undefined;
      return span !== undefined && isFirst && group.clocks.every(({ start }) => start === span.open);
    }),
  );
  return isRight ? { backedBy: 'holidays' } : { refused: 'wrong_hours' };
}
