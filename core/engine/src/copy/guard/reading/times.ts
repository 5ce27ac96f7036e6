import type { Instant, LocalDate, LocalTime } from '../../../domain/clinic-time.ts';
import { toLocal } from '../../../domain/clinic-time.ts';
import type { Span } from '../../../understanding/text/span.ts';
import { wordSet } from '../../../understanding/text/numbers.ts';
import type { PartOfDay } from '../../../understanding/understanding.ts';
import { phraseAt } from '../../../understanding/text/phrase-table.ts';
import type { Tokens } from '../../../understanding/text/tokens.ts';
import { weekdayNames } from '../../../understanding/when/calendar-words.ts';
import { tokensOfOtherThings } from '../../../understanding/when/not-dates.ts';
import { findPieces } from '../../../understanding/when/pieces.ts';
import { clocksSaid, daysSaid, type Hours } from '../../../understanding/when/said.ts';
import { clockSpan, clockTime } from '../../../understanding/when/time-of-day.ts';

/** One day, or from one day to another; `weekday` when it was said by its name alone (Monday is 0). */
export type SaidDay = Span & {
  first: LocalDate | null;
  last: LocalDate | null;
  kind: 'relative' | 'weekday' | 'week' | 'date' | 'month';
};
/** One time of day, or from one to another. */
export type SaidClock = Span & {
  start: LocalTime;
  end: LocalTime | undefined;
  /** An hour from 1 to 7 is one after noon; where nothing says so, it may also be meant as it is written. */
  asWritten: Pick<SaidClock, 'start' | 'end'> | undefined;
};
/** A weekday by name; `through` when it is the first of "thứ Hai tới thứ Bảy". */
export type SaidWeekday = Span & { weekday: number; through: number | undefined };

export type SaidTimes = {
  today: LocalDate;
  days: readonly SaidDay[];
  clocks: readonly SaidClock[];
  weekdays: readonly SaidWeekday[];
};

export type Clock = { now: Instant; zone: string };

/** Every day and hour of a reply at its place. */
export function findTimes(tokens: Tokens, { now, zone }: Clock, isTaken: (at: number) => boolean): SaidTimes {
  const today = toLocal(now, zone).date;
  const others = tokensOfOtherThings(tokens);
  const pieces = findPieces(tokens, { now, zone, today }, (at) => isTaken(at) || others.has(at), false);
  return {
    today,
    days: daysOf(tokens, pieces),
    clocks: clocksSaid(tokens, pieces).flatMap((said): SaidClock[] => {
      if (!('hours' in said)) return [];
      const { from, to, hours, part } = said;
      // "một giờ dưới đây" is any hour of a list.
      if (/^một giờ$/i.test(tokens.words(from, to))) return [];
      const asWritten = part === undefined ? readAs('morning', hours) : undefined;
      return [{ from, to, ...readAs(part, hours), asWritten }];
    }),
    weekdays: findWeekdays(tokens),
  };
}

function readAs(part: PartOfDay | undefined, hours: Hours): Pick<SaidClock, 'start' | 'end'> {
  if (hours.length === 1) return { start: clockTime(hours[0], part), end: undefined };
  const [start, end] = clockSpan(hours, part);
  return { start, end };
}

function daysOf(tokens: Tokens, pieces: Parameters<typeof daysSaid>[1]): SaidDay[] {
  const said = daysSaid(tokens, pieces);
  // "thứ Năm 11/2" is one day; that the two agree is checked apart.
  const isNamedTwice = (day: (typeof said)[number]) =>
    day.kind === 'weekday' &&
    said.some(
      ({ kind, from, to }) => kind !== 'weekday' && kind !== 'week' && (from === day.to || to === day.from),
    );
  return said
    .filter((day) => !isHeading(tokens, day) && !isNamedTwice(day))
    .map(({ from, to, days: [first, last], kind }) => ({ from, to, first, last, kind }));
}

/** "Mai: HIFU, 15h": a name before a colon heads a line. */
function isHeading(tokens: Tokens, { from, to }: Span): boolean {
  return (
    to - from === 1 && tokens.list[from]?.raw === 'Mai' && tokens.list[to]?.before.startsWith(':') === true
  );
}

const isTo = wordSet('đến tới to through');
const isTee = wordSet('t');

function findWeekdays(tokens: Tokens): SaidWeekday[] {
  const found: SaidWeekday[] = [];
  for (let at = 0; at < tokens.list.length; at += 1) {
    const one = weekdayAt(tokens, at);
    if (!one) continue;
    const mark = tokens.list[one.to]?.before.trim();
    const link = isTo(tokens, one.to) ? one.to + 1 : mark === '-' || mark === '–' ? one.to : undefined;
    const other = link === undefined ? undefined : weekdayAt(tokens, link);
    found.push({ from: at, to: other?.to ?? one.to, weekday: one.value, through: other?.value });
    at = (other?.to ?? one.to) - 1;
  }
  return found;
}

function weekdayAt(tokens: Tokens, at: number): { value: number; to: number } | undefined {
  const next = tokens.list[at + 1];
  if (isTee(tokens, at) && next?.before === '' && /^[2-7]$/.test(next.digits ?? ''))
    return { value: Number(next.digits) - 2, to: at + 2 };
  // "thứ Ba, Năm, Bảy": the later ones without their first word.
  return phraseAt(weekdayNames, tokens, at) ?? laterInList(tokens, at);
}

const isListed = wordSet('hai ba tư năm sáu bảy');
const listed = ['hai', 'ba', 'tư', 'năm', 'sáu', 'bảy'];

function laterInList(tokens: Tokens, at: number): { value: number; to: number } | undefined {
  const token = tokens.list[at];
  if (!token || !isListed(tokens, at) || !/^,\s$/.test(token.before)) return undefined;
  const value = listed.indexOf(token.word);
  const isAfterDay = tokens.list[at - 2]?.word === 'thứ' || listed.includes(tokens.list[at - 1]?.word ?? '');
  return isAfterDay && value >= 0 ? { value, to: at + 1 } : undefined;
}
