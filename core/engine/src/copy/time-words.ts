import {
  addDays,
  type Instant,
  type LocalDate,
  type LocalTime,
  minuteMs,
  toLocal,
  toMinutes,
  type Weekday,
  weekdayOf,
} from '../domain/clinic-time.ts';
import type { PartOfDay } from '../understanding/understanding.ts';
import type { WishedFacts } from './facts/shared-facts.ts';
import type { Language } from './language.ts';

/** Days, hours and stretches of time, as this language says them, seen from one moment. */
export type TimeWords = {
  /** "15h ngày mai, thứ Ba 24/11" */
  moment(start: Instant): string;
  /** "15h thứ Ba 24/11": short enough for a button. */
  momentShort(start: Instant): string;
  day(date: LocalDate): string;
  hour(time: LocalTime): string;
  /** "9h sáng mai", "14h hôm nay", "9h sáng thứ Hai 30/11" */
  at(at: Instant): string;
  /** When somebody will answer: "trong 15 phút nữa", "trước 9h sáng mai". */
  soon(at: Instant): string;
  /** The end of a hold or an offer: "đến 10h30", "đến 9h sáng mai". */
  until(at: Instant): string;
  /** "sáng thứ Bảy 28/11", "từ 9h đến 11h", "sau 17h"; empty when nothing was named. */
  wished(wish: WishedFacts): string;
};

type Phrases = {
  weekdays: Record<Weekday, string>;
  parts: Record<PartOfDay, string>;
  hour(time: LocalTime): string;
  moment(hour: string, relative: 'today' | 'tomorrow' | undefined, day: string): string;
  short(hour: string, day: string): string;
  /** `hour` with its part of the day where that is needed to hear which one is meant. */
  near(time: LocalTime, relative: 'today' | 'tomorrow' | undefined, day: string): string;
  inMinutes(minutes: number): string;
  before(near: string): string;
  until(near: string): string;
  span(from: string | null, to: string | null): string;
  wished(hours: string, part: string, day: string): string;
};

const vi: Phrases = {
  weekdays: {
    mon: 'thứ Hai',
    tue: 'thứ Ba',
    wed: 'thứ Tư',
    thu: 'thứ Năm',
    fri: 'thứ Sáu',
    sat: 'thứ Bảy',
    sun: 'Chủ nhật',
  },
  parts: { morning: 'sáng', noon: 'trưa', afternoon: 'chiều', evening: 'tối' },
  hour(time) {
    const [hours, minutes] = time.split(':');
    return minutes === '00' ? `${Number(hours)}h` : `${Number(hours)}h${minutes}`;
  },
  moment: (hour, relative, day) =>
    `${hour} ${relative ? `${relative === 'today' ? 'hôm nay' : 'ngày mai'}, ` : ''}${day}`,
  short: (hour, day) => `${hour} ${day}`,
  near(time, relative, day) {
    const isMorning = toMinutes(time) < 11 * 60;
    const hour = `${this.hour(time)}${isMorning ? ' sáng' : ''}`;
    if (relative === 'today') return `${hour} ${isMorning ? 'nay' : 'hôm nay'}`;
    if (relative === 'tomorrow') return `${hour} ${isMorning ? 'mai' : 'ngày mai'}`;
    return `${hour} ${day}`;
  },
  inMinutes: (minutes) => `trong ${minutes} phút nữa`,
  before: (near) => `trước ${near}`,
  until: (near) => `đến ${near}`,
  span(from, to) {
    if (from !== null && to !== null) return `từ ${from} đến ${to}`;
    return from === null ? `trước ${to}` : `sau ${from}`;
  },
  wished: (hours, part, day) => [hours || part, day].filter(Boolean).join(' '),
};

const en: Phrases = {
  weekdays: { mon: 'Mon', tue: 'Tue', wed: 'Wed', thu: 'Thu', fri: 'Fri', sat: 'Sat', sun: 'Sun' },
  parts: { morning: 'morning', noon: 'midday', afternoon: 'afternoon', evening: 'evening' },
  hour: (time) => time,
  moment: (hour, relative, day) => `${hour}${relative ? ` ${relative},` : ' on'} ${day}`,
  short: (hour, day) => `${hour} ${day}`,
  near: (time, relative, day) => `${time} ${relative ?? `on ${day}`}`,
  inMinutes: (minutes) => `within ${minutes} minutes`,
  before: (near) => `before ${near}`,
  until: (near) => `until ${near}`,
  span(from, to) {
    if (from !== null && to !== null) return `between ${from} and ${to}`;
    return from === null ? `before ${to}` : `after ${from}`;
  },
  wished: (hours, part, day) =>
    [day, hours || (part && day ? part : part && `the ${part}`)].filter(Boolean).join(' '),
};

const phrasesOf: Record<Language, Phrases> = { vi, en };

/** Promises of less than this are given in minutes. */
const soonMinutes = 60;

export function timeWordsOf(zone: string, language: Language, now: Instant): TimeWords {
  const phrases = phrasesOf[language];
  const today = toLocal(now, zone).date;
  const tomorrow = addDays(today, 1);
  const relativeOf = (date: LocalDate) =>
    date === today ? ('today' as const) : date === tomorrow ? ('tomorrow' as const) : undefined;
  const day = (date: LocalDate) =>
    `${phrases.weekdays[weekdayOf(date)]} ${Number(date.slice(8))}/${Number(date.slice(5, 7))}`;
  const near = (at: Instant) => {
    const { date, time } = toLocal(at, zone);
    return phrases.near(time, relativeOf(date), day(date));
  };
  const hourOf = (time: LocalTime | null) => time && phrases.hour(time);
  return {
    day,
    hour: (time) => phrases.hour(time),
    moment(start) {
      const { date, time } = toLocal(start, zone);
      return phrases.moment(phrases.hour(time), relativeOf(date), day(date));
    },
    momentShort(start) {
      const { date, time } = toLocal(start, zone);
      return phrases.short(phrases.hour(time), day(date));
    },
    at: near,
    soon(at) {
      // Rounded up to the next five minutes: nobody is promised sooner than is meant.
      const minutes = Math.max(5, Math.ceil((at - now) / (5 * minuteMs)) * 5);
      return minutes <= soonMinutes ? phrases.inMinutes(minutes) : phrases.before(near(at));
    },
    until: (at) => phrases.until(near(at)),
    wished({ date, time, part, from, to }) {
      const hours =
        hourOf(time) ?? (from === null && to === null ? '' : phrases.span(hourOf(from), hourOf(to)));
      return phrases.wished(hours, part ? phrases.parts[part] : '', date ? day(date) : '');
    },
  };
}
