import { type Instant, toLocal } from '../domain/clinic-time.ts';
import { findRecords, type Found, type Lexicon } from './clinic/lexicon.ts';
import { recordEntities } from './clinic/record-entities.ts';
import { findAlarm } from './intent/alarms.ts';
import { isAngry } from './intent/anger.ts';
import { findYesOrNo } from './intent/answers.ts';
import { findIntents, type IntentFound, withoutShadows } from './intent/find-intents.ts';
import { findMinor } from './intent/minors.ts';
import { findOption } from './intent/options.ts';
import { isGibberish } from './intent/gibberish.ts';
import { languageOf } from './language.ts';
import { chosenByContent } from './offered-choice.ts';
import { findAge, findPeople } from './person/age-and-people.ts';
import { findBudget, findMoney } from './person/money.ts';
import { findName } from './person/name.ts';
import { findPhone } from './person/phone.ts';
import type { Reading } from './text/pattern.ts';
import { tokensOf, type Tokens } from './text/tokens.ts';
import type { Entities, Evidence, Expectation, Intent, Understanding } from './understanding.ts';
import { findWhen } from './when/when.ts';

export type Utterance = {
  text: string;
  now: Instant;
  /** What was just asked, so that a short answer can be read. */
  expecting?: Expectation | undefined;
  /** Titles of the choices just offered. */
  choices?: readonly string[];
  /** The language spoken so far, kept where a message does not show one: "ok", a name, a number. */
  language?: Understanding['language'] | undefined;
};

type Span = { from: number; to: number };

/**
 * Reads one message by rules: pure, in time linear in its length, and able to say which words gave what.
 * It reports what was said and decides nothing.
 */
export function understand(utterance: Utterance, lexicon: Lexicon): Understanding {
  const { text, now, expecting, choices = [] } = utterance;
  const tokens = tokensOf(text);
  const named = findRecords(tokens, lexicon);
  const isRecord = takenBy(named.filter((found) => !isDoubtful(tokens, found)));
  const phone = findPhone(tokens);
  const money = findMoney(tokens);
  const introduced = findName(tokens, { phone, isAskedFor: false, isTaken: isRecord });
  const isSpokenFor = takenBy([...money, ...[phone, introduced].filter((span) => span !== undefined)]);

  const { when, places } = findWhen(tokens, {
    now,
    zone: lexicon.zone,
    isTaken: (at) => isSpokenFor(at) || isRecord(at),
    expectsTime: expecting === 'time',
  });
  const age = findAge(tokens);
  const minor = findMinor(tokens, age, Number(toLocal(now, lexicon.zone).date.slice(0, 4)));
  const isTimeOrPerson = takenBy([
    ...places,
    ...[phone, introduced, minor].filter((span) => span !== undefined),
  ]);
  const records = named.filter((found) => !isDoubtful(tokens, found) || !isTimeOrPerson(found.from));
  const reading: Reading = { tokens, found: foundByKind(records, { when: places, money }) };

  const phrases = findIntents(reading);
  const sign = findAlarm(reading);
  const alarm = sign?.isHappening === true ? sign : undefined;
  const option =
    expecting === 'confirm'
      ? undefined
      : (findOption(reading, choices.length) ??
        chosenByContent({ records, when, places, choices, now }, lexicon));
  const isRequest = phrases.some(({ intent }) => !isCourtesy(intent));
  const answer = isAnswerExpected(expecting, tokens, phrases.length > 0) ? findYesOrNo(reading) : undefined;
  const name =
    introduced ??
    (expecting === 'name' && !isRequest && !answer
      ? findName(tokens, { phone, isAskedFor: true, isTaken: isRecord })
      : undefined);
  const budget = findBudget(tokens, money);
  const people = findPeople(tokens);
  // A number that picks a choice, or a name such as "Mai", is no time.
  const whenMeant = option?.isPointedAt || (name && name !== introduced) ? undefined : when;

  const certain = (intent: Intent, span: Span | undefined): IntentFound[] =>
    span ? [{ intent, from: span.from, to: span.to, confidence: 0.95 }] : [];
  const isConcern = records.some(({ meaning }) => meaning.kind === 'treatment' && !meaning.isNamed);
  const lone = phrases.length === 0 && !alarm && !answer && !option && !minor;
  // "ừ chốt đi" answers; it does not ask for another appointment.
  const isAnswer = ({ intent, from }: IntentFound) =>
    answer?.confirm === true && intent === 'book' && from <= answer.to;
  const found = withoutShadows([
    ...phrases.filter((phrase) => !isAnswer(phrase)),
    ...certain('medical_red_flag', alarm),
    ...(sign && !alarm && !isRequest ? certain('ask_treatment_info', sign) : []),
    ...certain('minor', minor),
    ...certain('give_phone', phone),
    ...certain('give_name', name),
    ...certain('choose_option', option && { from: option.from, to: option.to }),
    ...(answer ? certain(answer.confirm ? 'confirm_yes' : 'confirm_no', answer) : []),
    ...(whenMeant ? certain('give_time', places[0]) : []),
    ...(isConcern && !alarm
      ? certain(
          'describe_concern',
          records.find(({ meaning }) => meaning.kind === 'treatment'),
        )
      : []),
    ...(lone && !name && !phone && records.length === 0 && isGibberish(tokens)
      ? certain('spam', { from: 0, to: tokens.list.length })
      : []),
  ]);
  const intents = withoutCourtesies(found);
  const isComplaint = intents.some(({ intent }) => intent === 'complaint');
  const urgency = alarm ? 'medical' : isAngry(reading, isComplaint) ? 'angry' : undefined;
  const entities: Entities = {
    ...recordEntities(records, lexicon, tokens),
    ...(whenMeant ? { when: whenMeant } : {}),
    ...(phone?.phone === undefined ? {} : { phone: phone.phone }),
    ...(name ? { name: name.name } : {}),
    ...(budget ? { budget: budget.amount } : {}),
    ...(age ? { age: age.value } : {}),
    ...(people ? { people: people.value } : {}),
    ...(option ? { option: option.option } : {}),
  };
  return {
    intents: intents.map(({ intent, confidence }) => ({ intent, confidence })),
    entities,
    ...(urgency === undefined ? {} : { urgency }),
    language: languageOf(tokens) ?? utterance.language ?? 'vi',
    evidence: evidenceOf(tokens, intents, records, places),
  };
}

function takenBy(spans: readonly Span[]): (at: number) => boolean {
  const taken = new Set<number>();
  for (const { from, to } of spans) for (let at = from; at < to; at += 1) taken.add(at);
  return (at) => taken.has(at);
}

/** A single word without its accents may be another word: "nam" is "nám", or "năm", or a name. */
function isDoubtful(tokens: Tokens, { from, to, meaning }: Found): boolean {
  return (
    to - from === 1 &&
    tokens.list[from]?.isLoose === true &&
    (meaning.kind === 'area' || tokens.list[from].word.length <= 3)
  );
}

function foundByKind(
  records: readonly Found[],
  spans: Readonly<Record<string, readonly Span[]>>,
): Reading['found'] {
  const found = new Map<string, Map<number, number>>();
  const add = (kind: string, { from, to }: Span) => {
    const places = found.get(kind) ?? new Map<number, number>();
    places.set(from, to);
    found.set(kind, places);
  };
  for (const { meaning, from, to } of records) add(meaning.kind, { from, to });
  for (const [kind, list] of Object.entries(spans)) for (const span of list) add(kind, span);
  return found;
}

const courtesies: ReadonlySet<Intent> = new Set([
  'greet',
  'thanks_bye',
  'smalltalk',
  'give_time',
  'describe_concern',
  'give_phone',
  'give_name',
]);

function isCourtesy(intent: Intent): boolean {
  return courtesies.has(intent);
}

/** A yes or no is heard where one was asked for, and otherwise only where nothing else was said. */
const loneAnswer = 5;

function isAnswerExpected(expecting: Expectation | undefined, { list }: Tokens, saysMore: boolean): boolean {
  return expecting === 'confirm' || (!saysMore && list.length <= loneAnswer);
}

/** A greeting or thanks around a request is not itself one. */
function withoutCourtesies(found: readonly IntentFound[]): IntentFound[] {
  const isAlone = !found.some(
    ({ intent }) => !isCourtesy(intent) && intent !== 'defer' && intent !== 'confirm_yes',
  );
  return isAlone
    ? [...found]
    : found.filter(({ intent }) => intent !== 'greet' && intent !== 'thanks_bye' && intent !== 'smalltalk');
}

/** Names and phone numbers are left out: the evidence is kept in the journal. */
function evidenceOf(
  tokens: Tokens,
  intents: readonly IntentFound[],
  records: readonly Found[],
  places: readonly Span[],
): Evidence[] {
  const isPersonal = (intent: Intent) => intent === 'give_name' || intent === 'give_phone';
  return [
    ...intents
      .filter(({ intent }) => !isPersonal(intent))
      .map(({ intent, from, to }) => ({ of: intent, words: tokens.words(from, to) })),
    ...records.map(({ meaning, from, to }) => ({ of: meaning.kind, words: tokens.words(from, to) })),
    ...places.map(({ from, to }) => ({ of: 'when', words: tokens.words(from, to) })),
  ];
}
