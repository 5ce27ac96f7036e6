import { addDays, type Instant, type LocalDate, minuteMs, toLocal } from '../../domain/clinic-time.ts';
import { numberAt, wordSet } from '../text/numbers.ts';
import { phraseAt } from '../text/phrase-table.ts';
import type { Tokens } from '../text/tokens.ts';
import type { PartOfDay } from '../understanding.ts';
import { readEnglishDate, readMonth, readNumericDate, readSpokenDate } from './calendar-dates.ts';
import { nextDayOfMonth } from './calendar.ts';
import { readDayRange } from './date-ranges.ts';
import type { DayFound, DayReader } from './day-found.ts';
import { readFestival } from './festivals.ts';
import { countedAt } from './not-dates.ts';
import {
  isYesterdayAt,
  readDayPhrase,
  readMinutesAhead,
  readOffset,
  readRelativeDay,
} from './relative-days.ts';
import { type Hour, readHours } from './time-of-day.ts';
import { afterWork, partsOfDay, rightNow } from './time-words.ts';
import { readWeek, readWeekday } from './weekdays.ts';

/** One thing said about time, at one place of the message. */
export type Piece = { from: number; to: number } & (
  | { is: 'day'; day: DayFound & { days: NonNullable<DayFound['days']> } }
  | { is: 'hours'; hours: readonly [Hour] | readonly [Hour, Hour] }
  | { is: 'part'; part: PartOfDay }
  | { is: 'moment'; date: LocalDate; time: string }
  | { is: 'afterWork' }
);

export type Clock = { now: Instant; zone: string; today: LocalDate };

/** Days in the order in which they are tried: what is longer and rarer comes first. */
const dayReaders: readonly DayReader[] = [
  readFestival,
  readDayRange,
  readNumericDate,
  readEnglishDate,
  readOffset,
  readWeekday,
  readWeek,
  // "ngay mot" is the day after tomorrow and not the first of the month.
  readDayPhrase,
  readSpokenDate,
  readMonth,
];

/** Everything said about time, in order. `isTaken` are words that are known to mean something else. */
export function findPieces(
  tokens: Tokens,
  clock: Clock,
  isTaken: (at: number) => boolean,
  expectsTime: boolean,
): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < tokens.list.length; ) {
    const read = isTaken(at)
      ? undefined
      : (readAt(tokens, at, clock, expectsTime) ?? replacementAt(tokens, at, clock, pieces.at(-1)));
    if (read?.piece) pieces.push({ ...read.piece, from: at, to: read.to });
    at = Math.max(read?.to ?? at, at + 1);
  }
  return pieces;
}

type Unplaced<P> = P extends unknown ? Omit<P, 'from' | 'to'> : never;
type ReadAt = { to: number; piece?: Unplaced<Piece> };

function readAt(tokens: Tokens, at: number, clock: Clock, expectsTime: boolean): ReadAt | undefined {
  return (
    momentAt(tokens, at, clock) ??
    hoursAt(tokens, at, expectsTime) ??
    dayAt(tokens, at, clock.today, dayReaders) ??
    countAt(tokens, at) ??
    dayAt(tokens, at, clock.today, [readNamedDay]) ??
    partAt(tokens, at)
  );
}

const isReplacing = wordSet('sang qua thành quên nhầm là lộn cơ');

/** "ngày 27 à quên 28", "10h đổi sang 11": a number in the place of a day or an hour is one too. */
function replacementAt(
  tokens: Tokens,
  at: number,
  clock: Clock,
  last: Piece | undefined,
): ReadAt | undefined {
  const number = numberAt(tokens, at);
  if (!number || number.isWritten || !isReplacing(tokens, at - 1)) return undefined;
  if (last?.is === 'hours' && number.value >= 1 && number.value <= 24)
    return {
      to: number.to,
      piece: { is: 'hours', hours: [{ hour: number.value, minutes: 0, earlierBy: 0 }] },
    };
  const isDay = last?.is === 'day' && last.day.kind === 'date' && number.value <= 31;
  const date = isDay ? nextDayOfMonth(clock.today, number.value) : undefined;
  return date === undefined
    ? undefined
    : { to: number.to, piece: { is: 'day', day: { to: number.to, days: [date, date], kind: 'date' } } };
}

function momentAt(tokens: Tokens, at: number, { now, zone }: Clock): ReadAt | undefined {
  const ahead = readMinutesAhead(tokens, at);
  if (ahead)
    return { to: ahead.to, piece: { is: 'moment', ...toLocal(now + ahead.minutes * minuteMs, zone) } };
  const present = phraseAt(rightNow, tokens, at);
  if (present) return { to: present.to, piece: { is: 'moment', ...toLocal(now, zone) } };
  if (isNowWord(tokens, at) && isAtOnceSoon(tokens, at))
    return { to: at + 1, piece: { is: 'moment', ...toLocal(now, zone) } };
  const free = phraseAt(afterWork, tokens, at);
  return free && { to: free.to, piece: { is: 'afterWork' } };
}

const isNowWord = wordSet('giờ');
const isAtOnce = wordSet('liền');

/** "giờ em qua liền được không" */
function isAtOnceSoon(tokens: Tokens, at: number): boolean {
  if (tokens.list[at - 1]?.digits !== undefined) return false;
  for (let next = at + 1; next < at + 6; next += 1) {
    if (tokens.list[next]?.isAfterPause) return false;
    if (isAtOnce(tokens, next)) return true;
  }
  return false;
}

function hoursAt(tokens: Tokens, at: number, expectsTime: boolean): ReadAt | undefined {
  const found = readHours(tokens, at, expectsTime);
  return found && { to: found.to, ...(found.hours ? { piece: { is: 'hours', hours: found.hours } } : {}) };
}

function dayAt(
  tokens: Tokens,
  at: number,
  today: LocalDate,
  readers: readonly DayReader[],
): ReadAt | undefined {
  for (const read of readers) {
    const day = read(tokens, at, today);
    if (!day) continue;
    const { days } = day;
    return { to: day.to, ...(days ? { piece: { is: 'day', day: { ...day, days } } } : {}) };
  }
  return undefined;
}

function countAt(tokens: Tokens, at: number): ReadAt | undefined {
  const to = countedAt(tokens, at);
  return to === undefined ? undefined : { to };
}

const isPerson = wordSet('chị anh cô chú bạn bé tên cậu dì hoa quận đường');

/** "mai" and "nay", unless they are somebody's name. */
const readNamedDay: DayReader = (tokens, at, today) => {
  if (isYesterdayAt(tokens, at))
    return { to: at + 1, days: [addDays(today, -1), addDays(today, -1)], kind: 'relative' };
  const raw = tokens.list[at]?.raw ?? '';
  const isCapital = raw !== raw.toLowerCase() && raw !== raw.toUpperCase();
  if (isCapital && (isPerson(tokens, at - 1) || isNameBefore(tokens, at))) return undefined;
  return readRelativeDay(tokens, at, today);
};

/** "Ngọc Mai": a capital letter before, and not because a sentence begins. */
function isNameBefore(tokens: Tokens, at: number): boolean {
  const before = tokens.list[at - 1];
  return (
    before !== undefined && !tokens.list[at]?.isAfterPause && /^\p{Lu}\p{Ll}/u.test(before.raw) && at > 1
  );
}

const isMoving = wordSet('đổi dời chuyển rời lùi hoãn');
const isSang = wordSet('sang');

function partAt(tokens: Tokens, at: number): ReadAt | undefined {
  const token = tokens.list[at];
  const found = phraseAt(partsOfDay, tokens, at) ?? undefined;
  if (!found || !token) return undefined;
  if (found.value === null) return { to: found.to };
  // Without accents "sang" may cross over and "toi" may be "tôi" or "tới": only beside a day or an hour are they parts of it.
  const isDoubtful = token.isLoose && found.to === at + 1 && (token.word === 'sang' || token.word === 'toi');
  if (isDoubtful && !isBesideTime(tokens, at)) return undefined;
  if (token.isLoose && isSang(tokens, at) && hasBefore(tokens, at, isMoving)) return undefined;
  return { to: found.to, piece: { is: 'part', part: found.value } };
}

const isTimeWord = wordSet('mai mốt nay hôm thứ h g giờ chủ cn ngày này qua');

function isBesideTime(tokens: Tokens, at: number): boolean {
  const next = tokens.list[at + 1];
  const isAfterTime = isTimeWord(tokens, at - 1) || /^(mai|mot|nay)$/.test(tokens.list[at - 1]?.plain ?? '');
  const isWeekdayBefore = tokens.list[at - 2]?.plain === 't' || tokens.list[at - 2]?.plain === 'thu';
  return (
    isTimeWord(tokens, at + 1) ||
    next?.digits !== undefined ||
    (next?.plain === 't' && tokens.list[at + 2]?.before === '') ||
    isAfterTime ||
    (isWeekdayBefore && tokens.list[at - 1]?.digits !== undefined)
  );
}

function hasBefore(tokens: Tokens, at: number, is: (tokens: Tokens, at: number) => boolean): boolean {
  return tokens.list.some((_, index) => index < at && index >= at - 8 && is(tokens, index));
}
