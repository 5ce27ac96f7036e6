import type { Clinic, Key, Treatment } from '../../domain/clinic.ts';
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
  treatmentFacts: ReadonlyMap<Key, readonly Fact[]>;
  /** What rules, answers and promises say in numbers, with the words around them. */
  ruleFacts: readonly Fact[];
  /** The clinic's own numbers, in digits, and what each is. */
  phones: ReadonlyMap<string, 'hotline' | 'medical' | 'landline' | 'account'>;
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
  return {
    clinic,
    lexicon,
    treatmentFacts: new Map(
      clinic.treatments.map((treatment) => [treatment.key, factsOfTreatment(treatment, clinic)]),
    ),
    ruleFacts: ruleTexts(clinic).flatMap(([source, text]) => factsOf(text, source)),
    phones: phonesOf(clinic),
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

function factsOfTreatment(treatment: Treatment, clinic: Clinic): Fact[] {
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
  const answers = clinic.faqs.filter(({ question, answer }) => speaksOf(treatment, `${question} ${answer}`));
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
    ...answers.flatMap(({ key: faq, answer }) => factsOf(answer, `faq ${faq}`)),
  ];
}

function speaksOf({ name, aliases }: Treatment, text: string): boolean {
  const words = ` ${plain(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return [name, ...aliases].some((alias) => words.includes(` ${plain(alias)} `));
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

function vocabularyOf(clinic: Clinic): Set<string> {
  const words = new Set<string>();
  const take = (value: unknown): void => {
    if (typeof value === 'string')
      for (const [word] of value.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) words.add(plain(word));
    else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) take(part);
  };
  take(clinic);
  return words;
}
