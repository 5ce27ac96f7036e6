import { addDays, type Instant, type LocalDate, toLocal } from '../../domain/clinic-time.ts';
import type { Span } from '../text/span.ts';
import type { Tokens } from '../text/tokens.ts';
import type { PartOfDay, When } from '../understanding.ts';
import { dateOf, type Days, mondayOf, monthOf } from './calendar.ts';
import { takenBack } from './changes.ts';
import { joined } from './joined.ts';
import { tokensOfOtherThings } from './not-dates.ts';
import { findPieces, type Piece } from './pieces.ts';
import { clocksSaid, type DaySaid, daysSaid, type Hours, type Said } from './said.ts';
import { clockSpan, clockTime } from './time-of-day.ts';

/** Day and hour, and the places of the message that speak of time. */
export type FoundWhen = { when: When | undefined; places: readonly Span[] };

export type WhenContext = {
  now: Instant;
  zone: string;
  /** Words that are known to mean something else: phones, names, records. */
  isTaken: (at: number) => boolean;
  expectsTime: boolean;
};

/** Day and hour as the customer said them. What can be booked is decided elsewhere. */
export function findWhen(tokens: Tokens, { now, zone, isTaken, expectsTime }: WhenContext): FoundWhen {
  const today = toLocal(now, zone).date;
  const others = tokensOfOtherThings(tokens);
  const isOther = (at: number) => isTaken(at) || others.has(at);
  const pieces = findPieces(tokens, { now, zone, today }, isOther, expectsTime);
  return { when: pieces.length > 0 ? whenOf(tokens, pieces, today) : undefined, places: placesOf(pieces) };
}

/** Pieces that touch are one place: "mai 9h". */
function placesOf(pieces: readonly Piece[]): Span[] {
  const places: Span[] = [];
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
