import type { Clinic, Key } from '../domain/clinic.ts';
import { addDays, type Instant, type LocalDate, toLocal, weekdayOf } from '../domain/clinic-time.ts';
import { GlowBotError } from '../domain/glowbot-error.ts';
import { formatVnd, type Vnd } from '../domain/money.ts';
import { durationOf } from '../domain/visit.ts';
import type { Language } from './language.ts';

/** The names of records, times and amounts, as this language says them. */
export type Words = {
  clinic: Clinic;
  treatment(key: Key, area?: Key | null): string;
  branch(key: Key): string;
  address(key: Key): string;
  area(key: Key): string;
  staff(key: Key): string;
  contraindications(treatment: Key): string[];
  /** What the record says about sessions, feeling, recovery and result, each as the clinic wrote it. */
  info(treatment: Key): { sessions?: string; pain?: string; downtime?: string; result?: string };
  deposit(treatment: Key): string;
  duration(treatment: Key, area: Key | null): number;
  policy(key: Key): string | undefined;
  money(amount: Vnd): string;
  /** "15h ngày mai, thứ Ba 24/11" */
  moment(start: Instant): string;
  /** "15h thứ Ba 24/11": short enough for a button. */
  momentShort(start: Instant): string;
  day(date: LocalDate): string;
  hour(time: string): string;
};

const weekdayNames = {
  vi: {
    mon: 'thứ Hai',
    tue: 'thứ Ba',
    wed: 'thứ Tư',
    thu: 'thứ Năm',
    fri: 'thứ Sáu',
    sat: 'thứ Bảy',
    sun: 'Chủ nhật',
  },
  en: { mon: 'Mon', tue: 'Tue', wed: 'Wed', thu: 'Thu', fri: 'Fri', sat: 'Sat', sun: 'Sun' },
} as const;

const relativeDays = { vi: ['hôm nay', 'ngày mai'], en: ['today', 'tomorrow'] } as const;

export function wordsOf(clinic: Clinic, language: Language, now: Instant): Words {
  const today = toLocal(now, clinic.zone).date;
  const treatmentOf = (key: Key) => named(clinic.treatments, key);

  const day = (date: LocalDate) =>
    `${weekdayNames[language][weekdayOf(date)]} ${Number(date.slice(8))}/${Number(date.slice(5, 7))}`;
  const hour = (time: string) => {
    const [hours, minutes] = time.split(':');
    if (language === 'en') return time;
    return minutes === '00' ? `${Number(hours)}h` : `${Number(hours)}h${minutes}`;
  };

  return {
    clinic,
    treatment(key, area) {
      const treatment = treatmentOf(key);
      const variant = treatment.variants.find((candidate) => candidate.area === area);
      return variant ? variantName(treatment.name, variant.name) : treatment.name;
    },
    branch: (key) => named(clinic.branches, key).name,
    address: (key) => named(clinic.branches, key).address,
    area: (key) => named(clinic.areas, key).name,
    staff: (key) => {
      const person = clinic.staff.find((candidate) => candidate.key === key);
      return person?.shortName ?? '';
    },
    contraindications: (key) => treatmentOf(key).contraindications,
    info(key) {
      const { sessionsRecommended, pain, downtime, resultNote } = treatmentOf(key);
      return {
        ...(sessionsRecommended === undefined ? {} : { sessions: sessionsRecommended }),
        ...(pain === undefined ? {} : { pain }),
        ...(downtime === undefined ? {} : { downtime }),
        ...(resultNote === undefined ? {} : { result: resultNote }),
      };
    },
    deposit: (key) => formatVnd(treatmentOf(key).deposit),
    duration: (key, area) => durationOf(treatmentOf(key), area ?? undefined),
    policy: (key) => clinic.policies.find((policy) => policy.key === key)?.text,
    money: formatVnd,
    moment(start) {
      const { date, time } = toLocal(start, clinic.zone);
      const near = [today, addDays(today, 1)].indexOf(date);
      const relative = relativeDays[language][near];
      if (language === 'en') return `${time}${relative ? ` ${relative},` : ' on'} ${day(date)}`;
      return `${hour(time)} ${relative ? `${relative}, ` : ''}${day(date)}`;
    },
    momentShort(start) {
      const { date, time } = toLocal(start, clinic.zone);
      return `${hour(time)} ${day(date)}`;
    },
    day,
    hour,
  };
}

/** "HIFU mặt" says what it is; "Nách" needs its treatment in front. */
function variantName(treatment: string, variant: string): string {
  const words = new Set(treatment.toLowerCase().split(/[\s–-]+/));
  const isTelling = variant
    .toLowerCase()
    .split(/\s+/)
    .some((word) => words.has(word));
  return isTelling ? variant : `${treatment} ${variant.toLowerCase()}`;
}

function named<T extends { key: Key; name: string }>(records: readonly T[], key: Key): T {
  const found = records.find((record) => record.key === key);
  if (!found) throw new GlowBotError('RECORD_MISSING', `The key is '${key}'.`);
  return found;
}

/** `<ms>@<branch>` pairs as lines a customer can choose from. */
export function offeredTimes(times: string, words: Words): string {
  return times
    .split(' ')
    .map((pair) => pair.split('@'))
    .map(([start, branch]) => `• ${words.momentShort(Number(start))}, ${words.branch(branch ?? '')}`)
    .join('\n');
}
