import type { ModelReading } from '../contracts/language-model.ts';
import type { Clinic, Key } from '../domain/clinic.ts';
import { addDays, type LocalDate } from '../domain/clinic-time.ts';
import type { Entities, Intent, Understanding, When } from '../understanding/understanding.ts';

/** How sure a model's reading makes us: less than any phrase the rules know. */
const confidence = 0.7;

/** Intents that rules find by themselves in a doubtful message, and that a model which read it otherwise takes the place of. */
const guesses: readonly Intent[] = ['greet', 'smalltalk', 'off_topic', 'describe_concern', 'thanks_bye'];

/**
 * The rules' reading with what a model adds to it. The rules win: what they found stays, and consent, agreement, choices, names,
 * phone numbers and amounts are theirs alone. A model may add what the customer asks for, and name records of this clinic where
 * the rules named none; all of it only with words that the customer really wrote.
 */
export function mergeReadings(
  byRules: Understanding,
  byModel: ModelReading,
  context: { texts: readonly string[]; clinic: Clinic; today: LocalDate },
): Understanding {
  const said = context.texts.map(plain);
  const isSaid = ({ quote }: { quote: string }) =>
    plain(quote) !== '' && said.some((text) => text.includes(plain(quote)));
  const reading = grounded(byModel, isSaid, context.clinic);

  const known = new Set(byRules.intents.map(({ intent }) => intent));
  const added = unique(reading.intents).filter(({ intent }) => !known.has(intent));
  const isReplaced = (intent: Intent) => added.length > 0 && guesses.includes(intent);
  const urgency = byRules.urgency ?? urgencyOf(added.map(({ intent }) => intent));
  return {
    intents: [
      ...byRules.intents.filter(({ intent }) => !isReplaced(intent)),
      ...added.map(({ intent }) => ({ intent, confidence })),
    ],
    entities: entitiesTogether(
      byRules.entities,
      reading,
      declined(byModel, isSaid, context.clinic),
      context.today,
    ),
    ...(urgency ? { urgency } : {}),
    language: byRules.language,
    evidence: [
      ...byRules.evidence,
      ...added.map(({ intent, quote }) => ({ of: intent, words: quote })),
      ...reading.treatments.map(({ quote }) => ({ of: 'treatment', words: quote })),
    ],
  };
}

/** Without what was not said, and without what this clinic does not have. */
function grounded(
  reading: ModelReading,
  isSaid: (part: { quote: string }) => boolean,
  clinic: Clinic,
): ModelReading {
  const keys = (records: readonly { key: Key }[]) => new Set(records.map(({ key }) => key));
  type Named = ModelReading['treatments'][number];
  const among = (records: readonly { key: Key }[]) => {
    const existing = keys(records);
    return (part: Named) => existing.has(part.key) && isSaid(part);
  };
  const one = (part: Named | null, records: readonly { key: Key }[]) =>
    part && among(records)(part) ? part : null;
  return {
    intents: reading.intents.filter(isSaid),
    treatments: reading.treatments.filter(among(clinic.treatments)),
    area: one(reading.area, clinic.areas),
    branch: one(reading.branch, clinic.branches),
    staff: one(reading.staff, clinic.staff),
    faqs: reading.faqs.filter(among(clinic.faqs)),
    when: reading.when && isSaid(reading.when) ? reading.when : null,
  };
}

/** Something that the clinic is asked for and does not offer; the knowledge numbers these records, which have no key. */
function declined(
  { treatments }: ModelReading,
  isSaid: (part: { quote: string }) => boolean,
  { notOffered }: Clinic,
): string | undefined {
  const named = treatments.filter(isSaid).map(({ key }) => Number(/^not(\d+)$/.exec(key)?.[1] ?? 0));
  return notOffered[(named.find((number) => number > 0) ?? 0) - 1]?.name;
}

function entitiesTogether(
  byRules: Entities,
  { treatments, area, branch, staff, faqs, when }: ModelReading,
  notOffered: string | undefined,
  today: LocalDate,
): Entities {
  const named = [...new Set(treatments.map(({ key }) => key))];
  const namesNothing = byRules.treatments === undefined && byRules.notOffered === undefined;
  const day = byRules.when === undefined && when ? whenOf(when, today) : undefined;
  const isDeclined = namesNothing && named.length === 0 && notOffered !== undefined;
  return {
    ...(isDeclined ? { notOffered } : {}),
    ...(area ? { area: area.key } : {}),
    ...(branch ? { branch: branch.key } : {}),
    ...(staff ? { staff: staff.key } : {}),
    ...(faqs.length > 0 ? { faqs: [...new Set(faqs.map(({ key }) => key))] } : {}),
    ...(namesNothing && named.length > 0 ? { treatments: named } : {}),
    ...(day ? { when: day } : {}),
    ...byRules,
  };
}

/** A day long past or far ahead was misread: nobody books a year from now. */
function whenOf(
  { date, dateRange, time, partOfDay }: NonNullable<ModelReading['when']>,
  today: LocalDate,
): When | undefined {
  const isNear = (day: LocalDate) => day >= addDays(today, -31) && day <= addDays(today, 366);
  const days = [date, ...(dateRange ?? [])].filter((day) => day !== null);
  if (!days.every(isNear)) return undefined;
  return {
    ...(date === null ? {} : { date }),
    ...(dateRange === null ? {} : { dateRange }),
    ...(time === null ? {} : { time }),
    ...(partOfDay === null ? {} : { partOfDay }),
  };
}

function unique(intents: ModelReading['intents']): ModelReading['intents'] {
  return intents.filter(({ intent }, at) => intents.findIndex((other) => other.intent === intent) === at);
}

/** A model may raise an alarm, and never end one. */
function urgencyOf(added: readonly Intent[]): Understanding['urgency'] {
  return added.includes('medical_red_flag') ? 'medical' : added.includes('complaint') ? 'angry' : undefined;
}

/** Letters as typed, whatever their composition, capitals and spaces. */
const plain = (text: string) => text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
