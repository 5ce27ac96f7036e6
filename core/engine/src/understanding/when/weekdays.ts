import { addDays, type LocalDate } from '../../domain/clinic-time.ts';
import { wordSet } from '../text/numbers.ts';
import { phraseAt } from '../text/phrase-table.ts';
import type { Tokens } from '../text/tokens.ts';
import { mondayOf, nextWeekday } from './calendar.ts';
import { afterWeekday, weekdayNames, weekends, weekParts, weeks, type WhichWeek } from './calendar-words.ts';
import { type DayFound, type DayReader, oneDay } from './day-found.ts';
import { isAboutSomethingDone } from './something-done.ts';

/** "cái thứ hai", "lần thứ 3": an order and not a day. */
const isCounted = wordSet('cái lần buổi người suất lựa số câu lượt mũi đợt');
const isFirst = wordSet('nhất');
const isOrdinalWord = wordSet('thứ');
const isTee = wordSet('t');
const isHom = wordSet('hôm bữa hồi');
const isNext = wordSet('next');
const isThis = wordSet('this');
const isLast = wordSet('last');

export const readWeekday: DayReader = (tokens, at, today) => {
  const hasHom = isHom(tokens, at);
  const english: WhichWeek | undefined = isNext(tokens, at)
    ? { week: 1 }
    : isThis(tokens, at)
      ? 'this'
      : isLast(tokens, at)
        ? { week: -1 }
        : undefined;
  const begin = hasHom || english ? at + 1 : at;
  const name = weekdayAt(tokens, begin);
  const isOrdinal = isCounted(tokens, begin - 1) && !tokens.list[begin]?.isAfterPause;
  if (!name || isOrdinal || hasOrdinals(tokens)) return undefined;
  if (isEvery(tokens, begin - 1) || isEvery(tokens, name.to))
    return { to: name.to, days: undefined, kind: 'weekday' };
  const { weekday } = name;
  const week = phraseAt(weeks, tokens, name.to);
  const after = beginsTime(tokens, name.to + 1) ? undefined : phraseAt(afterWeekday, tokens, name.to);
  const which = english ?? (week ? { week: week.value } : after?.value);
  if (which === undefined) {
    const isPast = hasHom && isAboutSomethingDone(tokens, name.to);
    const date = isPast ? addDays(nextWeekday(today, weekday, true), -7) : nextWeekday(today, weekday, false);
    return { to: name.to, days: oneDay(date), kind: 'weekday', ...(isPast ? {} : { weekday }) };
  }
  const to = english ? name.to : (week?.to ?? after?.to ?? name.to);
  return { to, days: oneDay(weekdayOfWeek(today, weekday, which)), kind: 'weekday' };
};

/** "thứ 6 sau 5h" and "thứ 2 tới thứ 6": the word between belongs to what follows. */
function beginsTime(tokens: Tokens, at: number): boolean {
  if (tokens.list[at]?.isAfterPause) return false;
  return tokens.list[at]?.digits !== undefined || weekdayAt(tokens, at) !== undefined;
}

function weekdayOfWeek(today: LocalDate, weekday: number, which: WhichWeek): LocalDate {
  if (which === 'this' || which === 'coming') return nextWeekday(today, weekday, which === 'this');
  return addDays(mondayOf(today, which.week), weekday);
}

/** "thứ hai", "chủ nhật", "t7", "t.7" */
function weekdayAt(tokens: Tokens, at: number): { weekday: number; to: number } | undefined {
  const next = tokens.list[at + 1];
  if (isTee(tokens, at) && (next?.before === '' || next?.before === '.') && /^[2-7]$/.test(next.digits ?? ''))
    return { weekday: Number(next.digits) - 2, to: at + 2 };
  const found = phraseAt(weekdayNames, tokens, at);
  // "cn2" and "cn 1" are branches, and "Thu 3/12" is the third of a month.
  if (
    !found ||
    isDayOfMonth(tokens, found.to) ||
    (tokens.list[at]?.word === 'cn' &&
      next?.digits !== undefined &&
      next.before.trim() === '' &&
      !isHour(tokens, at + 2))
  )
    return undefined;
  return { weekday: found.value, to: found.to };
}

const isHour = wordSet('h g giờ /');

/** Whether the number before belongs to a date: "3/12". */
function isDayOfMonth({ list }: Tokens, at: number): boolean {
  return list[at - 1]?.digits !== undefined && list[at]?.before === '/' && list[at]?.digits !== undefined;
}

/** "thứ nhất … thứ hai": reasons in order. */
function hasOrdinals(tokens: Tokens): boolean {
  return tokens.list.some((_, at) => isOrdinalWord(tokens, at) && isFirst(tokens, at + 1));
}

const isWeek = wordSet('tuần');
const isEvery = wordSet('mỗi hàng các');

/** "tuần sau", "cuối tuần", "giữa tuần tới", "thứ 3" after "tuần sau". */
export const readWeek: DayReader = (tokens, at, today) => {
  const weekend = phraseAt(weekends, tokens, at);
  if (weekend) {
    const monday = mondayOf(today, weekend.value);
    return { to: weekend.to, days: [addDays(monday, 5), addDays(monday, 6)], kind: 'week' };
  }
  const part = phraseAt(weekParts, tokens, at);
  const begin = part?.to ?? at;
  if (isEvery(tokens, at - 1)) return undefined;
  const week = phraseAt(weeks, tokens, begin);
  const isBare = !week && part !== undefined && isWeek(tokens, begin);
  if (!week && !isBare) return undefined;
  const to = week?.to ?? begin + 1;
  const monday = mondayOf(today, week?.value ?? 0);
  if (!part)
    return weekdayInWeek(tokens, to, monday) ?? { to, days: [monday, addDays(monday, 6)], kind: 'week' };
  const { days, staysThisWeek } = part.value;
  const isOver = !week && !staysThisWeek && addDays(monday, days[1]) < today;
  const base = isOver ? addDays(monday, 7) : monday;
  return { to, days: [addDays(base, days[0]), addDays(base, days[1])], kind: 'week' };
};

function weekdayInWeek(tokens: Tokens, at: number, monday: LocalDate): DayFound | undefined {
  const name = tokens.list[at]?.isAfterPause ? undefined : weekdayAt(tokens, at);
  return name && { to: name.to, days: oneDay(addDays(monday, name.weekday)), kind: 'weekday' };
}
