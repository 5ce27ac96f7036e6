import type { Clinic, Key } from '../../domain/clinic.ts';
import type { LocalTime } from '../../domain/clinic-time.ts';
import type { Lexicon } from '../../understanding/index.ts';
import { tokensOf } from '../../understanding/text/tokens.ts';
import { type Fact, factsOf } from './reading/facts.ts';
import { ownSentences } from './reading/repeated.ts';
import { findAddresses } from './reading/addresses.ts';
import { fold, normaliseWord } from '../../understanding/text/normalise.ts';

/** A clinic's records as claims are held against them. Built once per version of the records. */
export type GuardRecords = {
  clinic: Clinic;
  lexicon: Lexicon;
  /** What a treatment's record says in numbers: sessions, days, months, ages. */
  treatmentFacts(key: Key): readonly Fact[];
  /** What rules, answers and promises say in numbers, with the words around them. */
  ruleFacts(): readonly Fact[];
  /** The clinic's own numbers, in digits, and what each is. */
  phones: ReadonlyMap<string, 'hotline' | 'medical' | 'landline' | 'account'>;
  /** Every hour at which somebody opens, closes, comes or goes. */
  hours: ReadonlySet<LocalTime>;
  houses: readonly { branch: Key; number: string; street: string }[];
  /** Sentences of the records in plain letters: what repeats one of them is the clinic's own word. */
  said: {
    care: readonly string[];
    results: readonly string[];
    rules: readonly string[];
    promotions: ReadonlyMap<Key, string>;
    places: string;
  };
  sentences: ReadonlySet<string>;
  /** Every word the records use, folded: a name that none of them uses is not the clinic's. */
  vocabulary: ReadonlySet<string>;
};

export function guardRecords(clinic: Clinic, lexicon: Lexicon): GuardRecords {
  const answers = answersOf(clinic);
  /** Read out of the records when a text first speaks of them. */
  const facts: Record<Key, readonly Fact[]> = {};
  let rules: readonly Fact[] | undefined;
  return {
    clinic,
    lexicon,
    treatmentFacts: (key) => (facts[key] ??= factsOfTreatment(key, clinic, answers)),
    ruleFacts: () => (rules ??= ruleTexts(clinic).flatMap(([source, text]) => factsOf(text, source))),
    phones: phonesOf(clinic),
    hours: hoursOf(clinic),
    houses: clinic.branches.flatMap(({ key, address }) =>
      findAddresses(tokensOf(address)).flatMap((found) =>
        found.is === 'house' ? [{ branch: key, number: found.number, street: plain(found.street) }] : [],
      ),
    ),
    said: {
      care: clinic.treatments
        .flatMap(({ aftercare, contraindications }) => [
          ...aftercare.map(({ text }) => text),
          ...contraindications,
        ])
        .map((text) => plain(text).replace(/[.!]$/, ''))
        .filter((text) => text.length > 8),
      results: clinic.treatments
        .flatMap(({ resultNote, downtime, pain }) => [resultNote, downtime, pain])
        .flatMap((text) => (text === undefined ? [] : [plain(text)]))
        .filter((text) => text.length > 12),
      places: plain(
        [
          clinic.city,
          ...clinic.branches.flatMap(({ name, address, aliases }) => [name, address, ...aliases]),
        ].join(' '),
      ),
      rules: [...clinic.faqs.map(({ answer }) => answer), ...clinic.policies.map(({ text }) => text)].map(
        plain,
      ),
      promotions: new Map(
        clinic.promotions.map(({ key, title, conditions }) => [key, plain(`${title}. ${conditions}`)]),
      ),
    },
    sentences: ownSentences(clinic),
    vocabulary: vocabularyOf(clinic),
  };
}

/** The one spelling in which words are compared. */
export function plain(text: string): string {
  return fold(normaliseWord(text));
}

export function digitsOf(text: string): string {
  return text.replace(/\D/g, '').replace(/^84(?=\d{9,10}$)/, '0');
}

/** The clinic's answers, each with its words as a name is looked for among them. */
type Answer = { source: string; answer: string; words: string };

function answersOf({ faqs }: Clinic): Answer[] {
  return faqs.map(({ key, question, answer }) => ({
    source: `faq ${key}`,
    answer,
    words: ` ${plain(`${question} ${answer}`).replace(/[^\p{L}\p{N}]+/gu, ' ')} `,
  }));
}

function factsOfTreatment(wanted: Key, clinic: Clinic, answers: readonly Answer[]): Fact[] {
  const treatment = clinic.treatments.find(({ key }) => key === wanted);
  if (!treatment) return [];
  const { key, durationMin, variants, minAge, rebookIntervalDays } = treatment;
  const fact = (part: Omit<Fact, 'source' | 'words'>): Fact => ({
    ...part,
    source: `treatment ${key}`,
    words: '',
  });
  const minutes = [durationMin, ...variants.flatMap(({ durationMin: own }) => own ?? [])];
  const texts = [
    treatment.sessionsRecommended,
    treatment.pain,
    treatment.downtime,
    treatment.resultNote,
    treatment.price.unit,
    ...treatment.contraindications,
    ...treatment.aftercare.map(({ text }) => text),
  ];
  const names = [treatment.name, ...treatment.aliases].map((name) => ` ${plain(name)} `);
  const about = answers.filter(({ words }) => names.some((name) => words.includes(name)));
  return [
    ...minutes.map((low) => fact({ unit: 'minutes', low, high: low, topic: 'length' })),
    ...(minAge > 0 ? [fact({ unit: 'age', low: minAge, high: minAge, topic: undefined })] : []),
    ...(treatment.package
      ? [
          fact({
            unit: 'session',
            low: treatment.package.sessions,
            high: treatment.package.sessions,
            topic: undefined,
          }),
        ]
      : []),
    ...(rebookIntervalDays > 0
      ? [
          fact({
            unit: 'minutes',
            low: rebookIntervalDays * 1_440,
            high: rebookIntervalDays * 1_440,
            topic: 'interval',
          }),
        ]
      : []),
    ...texts.flatMap((text) => factsOf(text ?? '', `treatment ${key}`)),
    ...(treatment.downtime === undefined
      ? []
      : factsOf(treatment.downtime, `treatment ${key}`).map((one) => ({
          ...one,
          topic: 'recovery' as const,
        }))),
    ...about.flatMap(({ source, answer }) => factsOf(answer, source)),
  ];
}

function ruleTexts({ policies, faqs, handoff, promotions, branches, contacts }: Clinic): [string, string][] {
  return [
    ...policies.map(({ key, text }) => [`policy ${key}`, text] as [string, string]),
    ...faqs.map(({ key, question, answer }) => [`faq ${key}`, `${question} ${answer}`] as [string, string]),
    ...Object.entries(handoff).map(([kind, { promise }]) => [`handoff ${kind}`, promise] as [string, string]),
    ...promotions.map(
      ({ key, title, conditions }) => [`promotion ${key}`, `${title}. ${conditions}`] as [string, string],
    ),
    ...branches.flatMap(({ key, parking = '', landmark = '' }) => [
      [`branch ${key}`, `${parking}. ${landmark}`] as [string, string],
    ]),
    ['hotline', contacts.hotlineHours ?? ''],
  ];
}

function phonesOf({ hotline, medicalHotline, contacts, handoff, bank }: Clinic): GuardRecords['phones'] {
  return new Map([
    ...(contacts.landline === undefined ? [] : [[digitsOf(contacts.landline), 'landline'] as const]),
    ...Object.values(handoff).flatMap(({ phone }) =>
      phone === undefined ? [] : [[digitsOf(phone), 'hotline'] as const],
    ),
    [digitsOf(hotline), 'hotline'] as const,
    [digitsOf(medicalHotline), 'medical'] as const,
    ['115', 'medical'] as const,
    ...(bank ? [[digitsOf(bank.account), 'account'] as const] : []),
  ]);
}

function hoursOf({ branches, holidays, staff }: Clinic): Set<LocalTime> {
  const spans = branches.flatMap(({ hours, exceptions = [] }) => [
    ...Object.values(hours),
    ...exceptions.flatMap((exception) => (exception.hours === 'closed' ? [] : [exception.hours])),
  ]);
  return new Set([
    ...spans.flatMap(({ open, close }) => [open, close]),
    ...holidays.flatMap(({ closesAt }) => (closesAt === 'closed' ? [] : [closesAt])),
    ...staff.flatMap(({ shifts }) => shifts.flatMap(({ from, to }) => [from, to])),
  ]);
}

function vocabularyOf(clinic: Clinic): Set<string> {
  const written = new Set<string>();
  const take = (value: unknown): void => {
    if (typeof value === 'string')
      for (const [word] of value.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) written.add(word.toLowerCase());
    else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) take(part);
  };
  take(clinic);
  return new Set([...written].map(plain));
}
