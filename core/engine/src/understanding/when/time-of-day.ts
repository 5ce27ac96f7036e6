import type { LocalTime } from '../../domain/clinic-time.ts';
import { numberAt, wordSet } from '../text/numbers.ts';
import { phraseAt } from '../text/phrase-table.ts';
import type { Tokens } from '../text/tokens.ts';
import type { PartOfDay } from '../understanding.ts';
import { countedThings } from './calendar-words.ts';
import { isMovedBefore } from './changes.ts';
import { englishNumbers, englishQuarters, partsOfDay, stretchWords } from './time-words.ts';

/** An hour as it was said: which half of the day is meant is decided with the words around it. */
export type Hour = { hour: number; minutes: number; earlierBy: number; half?: 'am' | 'pm' };

/** One hour, or a span from one to another; nothing when the words were read and no such hour exists. */
export type HoursFound = { to: number; hours: readonly [Hour] | readonly [Hour, Hour] | undefined };

const isHourWord = wordSet('h g giờ');
const isHalf = wordSet('rưỡi rưởi');
const isLess = wordSet('kém');
const isMinute = wordSet('phút p');
const isTo = wordSet('đến tới to');
const isStretch = wordSet(stretchWords);
const isClock = wordSet('đồng');
const isSince = wordSet('trước ago');
const isNumberOf = wordSet('quận q cơ cs số phòng tầng lầu thứ lớp nhánh district phường');
const isAt = wordSet('at lúc around');
const isAnd = wordSet('and và');
const isBetween = wordSet('between giữa');

/** "3h30", "9 giờ rưỡi", "4h kém 15", "16:20", "4:30pm", "2-3h", "10h đến 1h" */
export function readHours(tokens: Tokens, at: number, expectsTime: boolean): HoursFound | undefined {
  if (isNumberOf(tokens, at - 1)) return undefined;
  const first =
    englishHour(tokens, at) ??
    hourAt(tokens, at) ??
    spannedHour(tokens, at) ??
    bareHour(tokens, at, expectsTime);
  if (!first) return undefined;
  const isStretchOfTime = isStretch(tokens, at - 1) || isClock(tokens, first.to) || isSince(tokens, first.to);
  if (isStretchOfTime) return { to: first.to, hours: undefined };
  const link = linkAt(tokens, first.to);
  const second = link === undefined ? undefined : (hourAt(tokens, link) ?? lastHour(tokens, link));
  if (second) {
    const isPossible = isHour(first.hour) && isHour(second.hour);
    return { to: second.to, hours: isPossible ? [first.hour, second.hour] : undefined };
  }
  return { to: first.to, hours: isHour(first.hour) ? [first.hour] : undefined };
}

type OneHour = { hour: Hour; to: number };

/** A number with a word or sign that makes it an hour. */
function hourAt(tokens: Tokens, at: number): OneHour | undefined {
  const number = numberAt(tokens, at);
  if (!number || number.value > 99) return undefined;
  const next = tokens.list[number.to];
  if (next?.before === ':' && next.digits?.length === 2) {
    return withHalf(tokens, number.to + 1, number.value, Number(next.digits));
  }
  if (isHourWord(tokens, number.to) && !next?.isAfterPause)
    return afterHourWord(tokens, number.to + 1, number.value);
  if (isHalf(tokens, number.to) && !number.isWritten && !isMoneyBefore(tokens, at))
    return withHalf(tokens, number.to + 1, number.value, 30);
  if (isLess(tokens, number.to) && numberAt(tokens, number.to + 1))
    return minutesLess(tokens, number.to, number.value);
  return halfOfDay(tokens, number.to) && withHalf(tokens, number.to, number.value, 0);
}

/** "half past three", "quarter to five" */
function englishHour(tokens: Tokens, at: number): OneHour | undefined {
  const said = phraseAt(englishQuarters, tokens, at);
  const number = said && (numberAt(tokens, said.to) ?? phraseAt(englishNumbers, tokens, said.to));
  if (!number || number.value > 12) return undefined;
  return { to: number.to, hour: { hour: number.value, minutes: 0, earlierBy: said.value } };
}

/** "2 triệu rưỡi" never comes here; "1tr 5 rưỡi" would. */
function isMoneyBefore(tokens: Tokens, at: number): boolean {
  return phraseAt(countedThings, tokens, at - 1) !== undefined;
}

function afterHourWord(tokens: Tokens, at: number, hour: number): OneHour {
  if (isHalf(tokens, at)) return withHalf(tokens, at + 1, hour, 30);
  if (isLess(tokens, at)) return minutesLess(tokens, at, hour);
  const minutes = tokens.list[at]?.isAfterPause ? undefined : numberAt(tokens, at);
  const isMinutes =
    minutes !== undefined &&
    minutes.value < 60 &&
    (minutes.isWritten
      ? minutes.value >= 5
      : (tokens.list[at]?.digits?.length ?? 0) === 2 || isMinute(tokens, minutes.to)) &&
    !isHourWord(tokens, minutes.to) &&
    !['/', '-', '.'].includes(tokens.list[minutes.to]?.before ?? '');
  if (!isMinutes) return withHalf(tokens, at, hour, 0);
  return withHalf(tokens, minutes.to + (isMinute(tokens, minutes.to) ? 1 : 0), hour, minutes.value);
}

function minutesLess(tokens: Tokens, at: number, hour: number): OneHour {
  const less = numberAt(tokens, at + 1);
  const to = less ? less.to + (isMinute(tokens, less.to) ? 1 : 0) : at;
  return { to, hour: { hour, minutes: 0, earlierBy: less?.value ?? 0 } };
}

function withHalf(tokens: Tokens, at: number, hour: number, minutes: number): OneHour {
  const half = halfOfDay(tokens, at);
  return { to: half?.to ?? at, hour: { hour, minutes, earlierBy: 0, ...(half ? { half: half.is } : {}) } };
}

/** "pm", "p.m." */
function halfOfDay(tokens: Tokens, at: number): { is: 'am' | 'pm'; to: number } | undefined {
  const [one, two] = [tokens.list[at], tokens.list[at + 1]];
  const raw = one?.raw.toLowerCase() ?? '';
  if (raw === 'am' || raw === 'pm') return { is: raw, to: at + 1 };
  const isDotted = (raw === 'a' || raw === 'p') && two?.before === '.' && two.raw.toLowerCase() === 'm';
  return isDotted ? { is: raw === 'a' ? 'am' : 'pm', to: at + 2 } : undefined;
}

/** The "2" of "2-3h" and of "từ 2 đến 4h": an hour because of the one that follows. */
function spannedHour(tokens: Tokens, at: number): OneHour | undefined {
  const number = numberAt(tokens, at);
  if (!number || number.value > 24) return undefined;
  const link = linkAt(tokens, number.to);
  return link !== undefined && hourAt(tokens, link) ? plainHour(number.value, number.to) : undefined;
}

/** The "11" of "9h đến 11". */
function lastHour(tokens: Tokens, at: number): OneHour | undefined {
  const number = numberAt(tokens, at);
  const isSomethingElse =
    !number ||
    number.value > 24 ||
    phraseAt(countedThings, tokens, number.to) !== undefined ||
    ['/', '.', '-'].includes(tokens.list[number.to]?.before ?? '');
  return isSomethingElse ? undefined : plainHour(number.value, number.to);
}

/** "3 chiều", "at 4", and a number alone where a time was asked for. */
function bareHour(tokens: Tokens, at: number, expectsTime: boolean): OneHour | undefined {
  const number = numberAt(tokens, at);
  if (!number || number.value < 1 || number.value > 24) return undefined;
  const part = phraseAt(partsOfDay, tokens, number.to);
  const isBeforePart =
    Boolean(part?.value) &&
    tokens.list[number.to]?.isLoose === false &&
    tokens.list[number.to]?.before === ' ';
  const isLone = expectsTime && tokens.list.length <= 4 && !phraseAt(countedThings, tokens, number.to);
  const isEnglish = isAt(tokens, at - 1) && !phraseAt(countedThings, tokens, number.to);
  return isBeforePart || isLone || isEnglish ? plainHour(number.value, number.to) : undefined;
}

function plainHour(hour: number, to: number): OneHour {
  return { to, hour: { hour, minutes: 0, earlierBy: 0 } };
}

/** Where the later hour of a span begins, if one may follow here. */
function linkAt(tokens: Tokens, at: number): number | undefined {
  if (isTo(tokens, at)) return isMovedBefore(tokens, at) ? undefined : at + 1;
  if (isAnd(tokens, at) && (isBetween(tokens, at - 2) || isBetween(tokens, at - 3))) return at + 1;
  const before = tokens.list[at]?.before.trim();
  return before === '-' || before === '–' || before === '->' || before === '~' ? at : undefined;
}

function isHour({ hour, minutes }: Hour): boolean {
  return hour >= 0 && hour <= 23 && minutes <= 59;
}

/**
 * The clock time of an hour. Without a word for the part of the day, 1 to 7 are hours after noon: nobody visits a clinic
 * at three in the morning.
 */
export function clockTime({ hour, minutes, earlierBy, half }: Hour, part: PartOfDay | undefined): LocalTime {
  const total = (fullHour(hour, half, part) * 60 + minutes - earlierBy + 24 * 60) % (24 * 60);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(total / 60))}:${two(total % 60)}`;
}

function fullHour(hour: number, half: Hour['half'], part: PartOfDay | undefined): number {
  if (hour > 12 || hour === 0) return hour;
  if (half === 'am') return hour % 12;
  if (half === 'pm') return (hour % 12) + 12;
  switch (part) {
    case 'morning':
      return hour;
    case 'afternoon':
    case 'evening':
      return hour === 12 ? 12 : hour + 12;
    case 'noon':
      return hour <= 5 ? hour + 12 : hour;
    case undefined:
      return hour <= 7 ? hour + 12 : hour;
  }
}

/** From one hour to a later one: where the second would come before the first, the halves of the day are chosen anew. */
export function clockSpan(
  [first, last]: readonly [Hour, Hour],
  part: PartOfDay | undefined,
): readonly [LocalTime, LocalTime] {
  const to = clockTime(last, part);
  const from = clockTime(first, part);
  const early = clockTime(first, 'morning');
  // "7h30 đến 19h30" is a day's work and no moment.
  if (from === to && first.hour !== last.hour && early < to) return [early, to];
  if (from <= to) return [from, to];
  const late = clockTime(last, 'afternoon');
  return part !== undefined && part !== 'morning' ? [early, to] : [from, late >= from ? late : from];
}
