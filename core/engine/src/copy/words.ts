import type { Bank } from '../domain/bank-transfer.ts';
import type { Clinic, Key, Price, Promotion, Treatment } from '../domain/clinic.ts';
import type { Instant } from '../domain/clinic-time.ts';
import { GlowBotError } from '../domain/glowbot-error.ts';
import { formatVnd, type Vnd } from '../domain/money.ts';
import { durationOf } from '../domain/visit.ts';
import { type Address, addressing, usualVoice } from '../domain/voice.ts';
import { fold } from '../understanding/text/normalise.ts';
import { capitalise } from './capitalise.ts';
import type { Language } from './language.ts';
import { type TimeWords, timeWordsOf } from './time-words.ts';

/** What the two call each other. English knows one pair only. */
export type AddressWords = {
  /** What the assistant calls itself: "em", to some elders "con". `Me` begins a sentence. */
  me: string;
  Me: string;
  /** What the customer is called: "mình", "chị", "cô" … */
  you: string;
  You: string;
  /** "chị Lan"; only "Lan" where the address takes no name, only "chị" without one. */
  called(name: string | null): string;
};

/** The names of records, times and amounts, as this language says them. */
export type Words = AddressWords &
  TimeWords & {
    clinic: Clinic;
    treatment(key: Key, area?: Key | null): string;
    branch(key: Key): string;
    address(key: Key): string;
    area(key: Key): string;
    staff(key: Key): string;
    contraindications(treatment: Key): string[];
    /** What the record says about sessions, feeling, recovery and result, each as the clinic wrote it. */
    info(treatment: Key): { sessions?: string; pain?: string; downtime?: string; result?: string };
    /** What the clinic asks and advises at one check-in after the treatment, in its own words. */
    aftercare(treatment: Key, checkIn: number): string;
    deposit(treatment: Key): string;
    duration(treatment: Key, area: Key | null): number;
    policy(key: Key): string | undefined;
    /** Where deposits are transferred to. */
    bank: Bank | undefined;
    promotion(key: Key): Promotion;
    /** The treatments of a promotion whose title does not name them; empty where it does. */
    promoted(key: Key): string;
    /** A treatment of this clinic, to show how a question may be put. */
    example: string;
    money(amount: Vnd): string;
  };

/** Whom a reply is written to: how they speak, and when it is. */
export type Listener = { language: Language; address: Address | null; now: Instant };

export function wordsOf(clinic: Clinic, { language, address, now }: Listener): Words {
  const treatmentOf = (key: Key) => named(clinic.treatments, key);
  return {
    ...addressWords(clinic, language, address),
    ...timeWordsOf(clinic.zone, language, now),
    clinic,
    treatment(key, area) {
      const treatment = treatmentOf(key);
      const variant = treatment.variants.find((candidate) => candidate.area === area);
      return variant ? variantName(treatment.name, variant.name) : treatment.name;
    },
    branch: (key) => named(clinic.branches, key).name,
    address: (key) => named(clinic.branches, key).address,
    area: (key) => named(clinic.areas, key).name,
    staff: (key) => clinic.staff.find((candidate) => candidate.key === key)?.shortName ?? '',
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
    aftercare: (key, checkIn) => treatmentOf(key).aftercare[checkIn]?.text ?? '',
    deposit: (key) => formatVnd(treatmentOf(key).deposit),
    duration: (key, area) => durationOf(treatmentOf(key), area ?? undefined),
    bank: clinic.bank,
    policy: (key) => clinic.policies.find((policy) => policy.key === key)?.text,
    promotion: (key) => recorded(clinic.promotions, key),
    promoted(key) {
      const { title, treatments } = recorded(clinic.promotions, key);
      const records = treatments.map(treatmentOf);
      return records.every((record) => isNamedIn(title, record))
        ? ''
        : records.map(({ name }) => name).join(', ');
    },
    example: (clinic.treatments.find(({ price }) => !isFree(price)) ?? clinic.treatments[0])?.name ?? '',
    money: formatVnd,
  };
}

/** "mình Lan" and "anh chị Lan" are not said. */
const withoutName: ReadonlySet<string> = new Set(['mình', 'anh chị', 'you']);

function addressWords(clinic: Clinic, language: Language, shown: Address | null): AddressWords {
  const { me, you } =
    language === 'en' ? { me: 'I', you: 'you' } : addressing(clinic.voice ?? usualVoice, shown);
  return {
    me,
    Me: capitalise(me),
    you,
    You: capitalise(you),
    called: (name) => (name === null ? you : withoutName.has(you) ? name : `${you} ${name}`),
  };
}

function isFree(price: Price): boolean {
  return price.kind === 'fixed' && price.amount === 0;
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

/** "Triệt lông nách 99.000đ" names its treatment, by the first words of its name or by what people call it. */
function isNamedIn(title: string, { name, aliases }: Pick<Treatment, 'name' | 'aliases'>): boolean {
  const said = fold(title.toLowerCase());
  const beginning = name.split(' ').slice(0, 2).join(' ');
  return [beginning, ...aliases].some((words) => said.includes(fold(words.toLowerCase())));
}

function named<T extends { key: Key; name: string }>(records: readonly T[], key: Key): T {
  return recorded(records, key);
}

function recorded<T extends { key: Key }>(records: readonly T[], key: Key): T {
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
