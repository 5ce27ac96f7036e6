import {
  addDays,
  daysBetween,
  type Instant,
  type LocalDate,
  type LocalTime,
  toLocal,
} from '../../domain/clinic-time.ts';
import { wordSet } from '../text/numbers.ts';
import type { Tokens } from '../text/tokens.ts';
import type { PartOfDay, When } from '../understanding.ts';
import type { Days } from './calendar.ts';
import { dateOf, mondayOf, monthOf } from './calendar.ts';
import { takenBack } from './changes.ts';
import type { DayFound } from './day-found.ts';
import { tokensOfOtherThings } from './not-dates.ts';
import { findPieces, type Piece } from './pieces.ts';
import { clockSpan, clockTime, type Hour } from './time-of-day.ts';

/** Day and hour, and the places of the message that speak of time. */
export type FoundWhen = { when: When | undefined; places: readonly { from: number; to: number }[] };

export type WhenContext = {
  now: Instant;
  zone: string;
  /** Words that are known to mean something else: phones, names, records. */
  isTaken: (at: number) => boolean;
  expectsTime: boolean;
};

type Hours = readonly [Hour] | readonly [Hour, Hour];
type DaySaid = { is: 'day'; from: number; to: number; days: Days; kind: DayFound['kind'] } & Pick<
  DayFound,
  'weekday' | 'dayOfMonth'
>;
type ClockSaid = { is: 'clock'; from: number; to: number } & (
  | { hours: Hours; part: PartOfDay | undefined; open: 'from' | 'until' | undefined }
  | { part: PartOfDay }
  | { range: readonly [LocalTime | null, LocalTime | null] }
);
type Said = DaySaid | ClockSaid;

const officeHoursEnd = '17:00';

/** Day and hour as the customer said them. What can be booked is decided elsewhere. */
export function findWhen(tokens: Tokens, { now, zone, isTaken, expectsTime }: WhenContext): FoundWhen {
  const today = toLocal(now, zone).date;
  const others = tokensOfOtherThings(tokens);
  const isOther = (at: number) => isTaken(at) || others.has(at);
  const pieces = findPieces(tokens, { now, zone, today }, isOther, expectsTime);
  return { when: pieces.length > 0 ? whenOf(tokens, pieces, today) : undefined, places: placesOf(pieces) };
}

/** Pieces that touch are one place: "mai 9h". */
function placesOf(pieces: readonly Piece[]): { from: number; to: number }[] {
  const places: { from: number; to: number }[] = [];
  for (const { from, to } of pieces) {
    const last = places.at(-1);
    if (last?.to === from) last.to = to;
    else places.push({ from, to });
  }
  return places;
}

function whenOf(tokens: Tokens, pieces: readonly Piece[], today: LocalDate): When | undefined {
  const moment = pieces.find((piece) => piece.is === 'moment');
  const rest = pieces.filter((piece) => piece.is !== 'moment');
  if (moment && !rest.some(({ is }) => is === 'day')) return { date: moment.date, time: moment.time };

  const said: Said[] = [...daysSaid(tokens, rest), ...clocksSaid(tokens, rest)];
  said.sort((a, b) => a.from - b.from);
  const rejected = takenBack(tokens, said);
  const meant = joined(
    tokens,
    said.filter((one) => !rejected.has(one)),
  );
  if (meant.length === 0) return undefined;
  const kept = [...keptOf([...rejected], meant), ...meant];
  const when: When = { ...dayOf(kept, today), ...clockOf(kept) };
  return Object.keys(when).length > 0 ? when : undefined;
}

/** "10h thứ 7 … sang chủ nhật" changes the day and leaves the hour. */
function keptOf(rejected: readonly Said[], meant: readonly Said[]): Said[] {
  const isMeant = (is: Said['is']) => meant.some((one) => one.is === is);
  const isReplaced = rejected.some(({ is }) => isMeant(is));
  const kept = isReplaced ? rejected.filter(({ is }) => !isMeant(is)) : [];
  // The "từ" of "đổi từ 10h" leaves nothing open.
  return kept.map((one) => ('hours' in one ? { ...one, open: undefined } : one));
}

const isAfter = wordSet('sau after');
const isBefore = wordSet('trước before');
const isFrom = wordSet('từ from');
const isLead = wordSet('khoảng tầm cỡ lúc ngày hôm hơn tết');
const isOn = wordSet('trở');

type Open = 'after' | 'before' | 'from' | undefined;

/** "sau 20/12", "trước 11h", "từ thứ 2 trở đi" */
function openness(
  tokens: Tokens,
  { from, to }: { from: number; to: number },
  pieces: readonly Piece[],
): Open {
  const lead = isLead(tokens, from - 1) && !isInside(from - 1, pieces) ? from - 2 : from - 1;
  if (isOn(tokens, to)) return 'from';
  if (lead < 0 || isInside(lead, pieces) || tokens.list[lead + 1]?.isAfterPause) return undefined;
  if (isAfter(tokens, lead)) return 'after';
  if (isBefore(tokens, lead)) return 'before';
  return isFrom(tokens, lead) ? 'from' : undefined;
}

function isInside(at: number, pieces: readonly Piece[]): boolean {
  return pieces.some((piece) => at >= piece.from && at < piece.to);
}

function daysSaid(tokens: Tokens, pieces: readonly Piece[]): DaySaid[] {
  return pieces.flatMap((piece) => {
    if (piece.is !== 'day') return [];
    const { from, to, day } = piece;
    const open = openness(tokens, piece, pieces);
    const { weekday, dayOfMonth, kind } = day;
    const said = { is: 'day' as const, from, to, kind };
    const isSpan = kind === 'date' && day.days[0] !== day.days[1];
    if (open !== undefined && !(open === 'from' && isSpan))
      return [{ ...said, days: opened(day.days, open) }];
    return [
      {
        ...said,
        days: day.days,
        ...(weekday === undefined ? {} : { weekday }),
        ...(dayOfMonth === undefined ? {} : { dayOfMonth }),
      },
    ];
  });
}

function opened([first, last]: Days, open: NonNullable<Open>): Days {
  if (open === 'from') return [first, null];
  if (open === 'after') return [last === null ? last : addDays(last, 1), null];
  return [null, first === null ? first : addDays(first, -1)];
}

function clocksSaid(tokens: Tokens, pieces: readonly Piece[]): ClockSaid[] {
  const bound = new Set<Piece>();
  const partBeside = (piece: Piece) => {
    const beside =
      pieces.find(
        (other) => other.is === 'part' && other.from === piece.to && !tokens.list[other.from]?.isAfterPause,
      ) ?? pieces.find((other) => other.is === 'part' && other.to === piece.from && !bound.has(other));
    if (beside?.is !== 'part') return undefined;
    bound.add(beside);
    return beside;
  };
  const hours = pieces.flatMap((piece): ClockSaid[] => {
    if (piece.is === 'afterWork')
      return [{ is: 'clock', from: piece.from, to: piece.to, range: [officeHoursEnd, null] }];
    if (piece.is !== 'hours') return [];
    const beside = partBeside(piece);
    const from = Math.min(piece.from, beside?.from ?? piece.from);
    const to = Math.max(piece.to, beside?.to ?? piece.to);
    const open = openness(tokens, { from, to }, pieces) ?? openness(tokens, piece, pieces);
    const limit = open === 'before' ? ('until' as const) : open === undefined ? undefined : ('from' as const);
    return [{ is: 'clock', from, to, hours: piece.hours, part: beside?.part, open: limit }];
  });
  const parts = pieces.flatMap((piece): ClockSaid[] =>
    piece.is === 'part' && !bound.has(piece)
      ? [{ is: 'clock', from: piece.from, to: piece.to, part: piece.part }]
      : [],
  );
  return [...hours, ...parts];
}

const isLink = wordSet('đến tới hoặc hay là và to or and');
const isFiller = wordSet('lễ');

/** "A đến B", "A hoặc B" and neighbouring days become one span. */
function joined(tokens: Tokens, said: readonly Said[]): Said[] {
  const result: Said[] = [];
  for (const one of said) {
    const before = result.at(-1);
    const union = before && isLinked(tokens, before, one) ? unionOf(before, one) : undefined;
    if (union) result[result.length - 1] = union;
    else result.push(one);
  }
  return result;
}

function isLinked(tokens: Tokens, before: Said, after: Said): boolean {
  if (before.is !== after.is || after.from - before.to > 3) return false;
  for (let at = before.to; at < after.from; at += 1) {
    if (!isLink(tokens, at) && !isFiller(tokens, at)) return false;
  }
  if (after.from > before.to) return !tokens.list[after.from]?.isAfterPause;
  const mark = tokens.list[after.from]?.before.trim() ?? '';
  return (
    ['-', '–', '->'].includes(mark) ||
    (before.is === 'day' && after.is === 'day' && areNeighbours(before, after))
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

function dayOf(said: readonly Said[], today: LocalDate): Pick<When, 'date' | 'dateRange'> {
  const days = said.filter((one) => one.is === 'day');
  const chosen = placedInWeekOrMonth(days) ?? preferred(days, today);
  if (!chosen) return {};
  const [first, last] = chosen;
  return first !== null && first === last ? { date: first } : { dateRange: [first, last] };
}

/** "tuần sau em rảnh thứ 3", "tháng sau ngày 5" */
function placedInWeekOrMonth(days: readonly DaySaid[]): Days | undefined {
  const week = days.find(
    ({ kind, days: [first, last] }) => kind === 'week' && first !== null && last !== null,
  )?.days[0];
  const weekday = days.find((one) => one.weekday !== undefined)?.weekday;
  if (week && weekday !== undefined) {
    const date = addDays(mondayOf(week), weekday);
    return [date, date];
  }
  const month = days.find(({ kind }) => kind === 'month')?.days[0];
  const day = days.find((one) => one.dayOfMonth !== undefined)?.dayOfMonth;
  if (!month || day === undefined) return undefined;
  const { year, month: number } = monthOf(month);
  const date = dateOf(year, number, day);
  return date === undefined ? undefined : [date, date];
}

/** A date beats the weekday beside it, what is still to come beats what has been, and the later word the earlier. */
function preferred(days: readonly DaySaid[], today: LocalDate): Days | undefined {
  const hasDate = days.some(({ kind }) => kind === 'date' || kind === 'relative');
  const precise = hasDate ? days.filter(({ kind }) => kind !== 'weekday' || days.length === 1) : days;
  const coming = precise.filter(({ days: [, last] }) => last === null || last >= today);
  return (coming.at(-1) ?? precise.at(-1))?.days;
}

function clockOf(said: readonly Said[]): Pick<When, 'time' | 'timeRange' | 'partOfDay'> {
  const clocks = said.filter((one) => one.is === 'clock');
  const parts = clocks.flatMap((one) => ('hours' in one || 'range' in one ? [] : [one.part]));
  const part = new Set(parts).size === 1 ? parts[0] : undefined;
  const exact = clocks.findLast((one) => 'hours' in one || 'range' in one);
  if (!exact) return part === undefined ? {} : { partOfDay: part };
  if ('range' in exact) return { timeRange: [...exact.range] };
  if (!('hours' in exact)) return {};
  return timeOf(exact.hours, exact.part ?? part, exact.open);
}

function timeOf(
  hours: Hours,
  part: PartOfDay | undefined,
  open: 'from' | 'until' | undefined,
): Pick<When, 'time' | 'timeRange'> {
  if (hours.length === 2) {
    const [from, to] = clockSpan(hours, part);
    return from === to ? { time: from } : { timeRange: [from, to] };
  }
  const time = clockTime(hours[0], part);
  if (open === 'from') return { timeRange: [time, null] };
  return open === 'until' ? { timeRange: [null, time] } : { time };
}
