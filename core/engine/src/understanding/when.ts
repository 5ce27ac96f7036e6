import {
  addDays,
  daysBetween,
  type Instant,
  type LocalDate,
  minuteMs,
  toLocal,
  weekdayOf,
  weekdays,
} from '../domain/clinic-time.ts';
import { findTime } from './time-of-day.ts';
import type { Tokens } from './tokens.ts';
import type { When } from './understanding.ts';

export type FoundWhen = { when: When; words: string };

type Day = Pick<When, 'date' | 'dateRange'>;

const relativeDays: readonly [RegExp, number][] = [
  [/ (ngay mot|ngay kia|mot) /, 2],
  [/ (ngay mai|ng mai|ngmai|mai) /, 1],
  [/ (hom nay|bua nay|hnay|nay) /, 0],
];

const weekdayWords: Readonly<Record<string, number>> = {
  hai: 0,
  ba: 1,
  tu: 2,
  nam: 3,
  sau: 4,
  bay: 5,
  '2': 0,
  '3': 1,
  '4': 2,
  '5': 3,
  '6': 4,
  '7': 5,
};
const weekdayPattern =
  / (?:thu (hai|ba|tu|nam|sau|bay|[2-7])|t([2-7])|(chu nhat|chu nhut|cn)(?! cho)) (tuan sau|tuan toi|tuan nay|nay|toi|sau)?/;

/** Reads day and hour as the customer said them; what can be booked is decided elsewhere. */
export function findWhen(
  tokens: Tokens,
  now: Instant,
  zone: string,
  expectsTime: boolean,
): FoundWhen | undefined {
  const today = toLocal(now, zone).date;
  const later = / (\d{1,3}|nua) (phut|tieng) nua /.exec(tokens.plain);
  if (later) {
    const minutes = later[1] === 'nua' ? 30 : Number(later[1]) * (later[2] === 'tieng' ? 60 : 1);
    return {
      when: toLocal(now + minutes * minuteMs, zone),
      words: tokens.wordsAt(later.index, later[0].length - 1),
    };
  }
  const day = findDay(tokens, today);
  const time = findTime(tokens, expectsTime);
  if (!day && !time) return undefined;
  return {
    when: { ...day?.day, ...time?.time },
    words: [day?.words, time?.words].filter((words) => words !== undefined).join(' … '),
  };
}

function findDay(tokens: Tokens, today: LocalDate): { day: Day; words: string } | undefined {
  const found = (match: RegExpExecArray, day: Day | undefined) =>
    day && { day, words: tokens.wordsAt(match.index, match[0].length) };

  const calendar = / (?:ngay )?(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2,4}))? /.exec(tokens.plain);
  if (calendar) return found(calendar, calendarDay(calendar, today));
  const numbered = / (?:ngay|mung|mong) (\d{1,2})(?: thang (\d{1,2}|nay|sau|toi))? /.exec(tokens.plain);
  if (numbered) return found(numbered, numberedDay(numbered, today));
  const weekday = weekdayPattern.exec(tokens.plain);
  if (weekday) return found(weekday, namedWeekday(weekday, today));
  const week = / (cuoi tuan sau|cuoi tuan|tuan sau|tuan toi|tuan nay) /.exec(tokens.plain);
  if (week) return found(week, weekRange(week[1] ?? '', today));
  for (const [pattern, days] of relativeDays) {
    const match = pattern.exec(tokens.plain);
    if (match && !isName(tokens, match.index)) return found(match, { date: addDays(today, days) });
  }
  return undefined;
}

/** "em tên Mai" and "chị Mai" are people. */
function isName(tokens: Tokens, index: number): boolean {
  return / (ten|chi|anh|co|la|ban|ten la) $/.test(tokens.plain.slice(0, index + 1));
}

function calendarDay(
  [, day = '', month = '', year]: readonly (string | undefined)[],
  today: LocalDate,
): Day | undefined {
  if (year !== undefined) return dated(year.length === 2 ? `20${year}` : year, month, day);
  const thisYear = dated(today.slice(0, 4), month, day);
  /** A day that passed lately is meant as said; one long past is next year's. */
  if (thisYear?.date && daysBetween(thisYear.date, today) <= 31) return thisYear;
  return dated(String(Number(today.slice(0, 4)) + 1), month, day) ?? thisYear;
}

function dated(year: string, month: string, day: string): Day | undefined {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const isReal = /^\d{4}-\d\d-\d\d$/.test(date) && addDaysSafely(date) === date;
  return isReal ? { date } : undefined;
}

function addDaysSafely(date: string): string | undefined {
  return Number.isNaN(Date.parse(`${date}T00:00Z`)) ? undefined : addDays(date, 0);
}

function numberedDay(
  [, day = '', month]: readonly (string | undefined)[],
  today: LocalDate,
): Day | undefined {
  if (month !== undefined && /\d/.test(month)) return calendarDay(['', day, month], today);
  const [year = 0, thisMonth = 0] = today.split('-').map(Number);
  const skip = month === 'sau' || month === 'toi' ? 1 : 0;
  for (let ahead = skip; ahead < 14; ahead += 1) {
    const total = thisMonth - 1 + ahead;
    const candidate = dated(String(year + Math.floor(total / 12)), String((total % 12) + 1), day);
    if (candidate?.date && (candidate.date >= today || month !== undefined)) return candidate;
  }
  return undefined;
}

function namedWeekday([, thu, short, sunday, which]: readonly (string | undefined)[], today: LocalDate): Day {
  const wanted = sunday ? 6 : (weekdayWords[thu ?? short ?? ''] ?? 0);
  const current = weekdays.indexOf(weekdayOf(today));
  const monday = addDays(today, -current);
  if (which === 'tuan sau' || which === 'tuan toi') return { date: addDays(monday, 7 + wanted) };
  if (which === 'tuan nay') return { date: addDays(monday, wanted) };
  const ahead = (wanted - current + 7) % 7;
  return { date: addDays(today, ahead === 0 && which !== 'nay' ? 7 : ahead) };
}

function weekRange(words: string, today: LocalDate): Day {
  const monday = addDays(today, -weekdays.indexOf(weekdayOf(today)));
  const first = words.endsWith('sau') || words.endsWith('toi') ? addDays(monday, 7) : monday;
  return {
    dateRange: words.startsWith('cuoi') ? [addDays(first, 5), addDays(first, 6)] : [first, addDays(first, 6)],
  };
}
