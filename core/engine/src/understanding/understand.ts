import { type Found, spellchecked } from './clinic/find-records.ts';
import type { Lexicon } from './clinic/lexicon.ts';
import { recordEntities } from './clinic/record-entities.ts';
import { findWholeNames, withoutPausesIn } from './clinic/whole-names.ts';
import { type Facts, findFacts } from './facts.ts';
import { findAlarm } from './intent/alarms.ts';
import { isAngry } from './intent/anger.ts';
import { type AnswerFound, findYesOrNo } from './intent/answers.ts';
import { isCourtesy, withoutPleasantries } from './intent/courtesies.ts';
import { findIntents, type IntentFound, withoutShadows } from './intent/find-intents.ts';
import { guessIntent } from './intent/guess.ts';
import { isGibberish } from './intent/gibberish.ts';
import { findOption, type OptionFound } from './intent/options.ts';
import { toLocal } from '../domain/clinic-time.ts';
import { languageOf } from './language.ts';
import { chosenByContent } from './offered-choice.ts';
import { findName, type NameFound } from './person/name.ts';
import { wordSet } from './text/numbers.ts';
import { type Span, within } from './text/span.ts';
import { eventDate } from './when/event-date.ts';
import { type Tokens, tokensOf } from './text/tokens.ts';
import type { Entities, Evidence, Intent, Understanding, When } from './understanding.ts';
import type { Utterance } from './utterance.ts';

/** What only the question before makes clear. */
type Replies = {
  answer: AnswerFound | undefined;
  option: OptionFound | undefined;
  name: NameFound | undefined;
  when: When | undefined;
};

/**
 * Reads one message by rules: pure, in time linear in its length, and able to say which words gave what.
 * It reports what was said and decides nothing.
 */
export function understand(utterance: Utterance, lexicon: Lexicon): Understanding {
  const written = spellchecked(tokensOf(utterance.text), lexicon);
  const tokens = withoutPausesIn(written, findWholeNames(written, lexicon));
  const facts = findFacts(tokens, utterance, lexicon);
  const phrases = findIntents(facts.reading);
  const replies = repliesTo(utterance, facts, phrases, lexicon);
  const alarm = findAlarm(facts.reading);
  const isForeign = phrases.some(({ intent }) => intent === 'prompt_injection' || intent === 'spam');
  const event = eventDate(utterance.text, replies.when, toLocal(utterance.now, lexicon.zone).date);
  // Whoever asks for somebody else's data, or advertises, gives no name of theirs; the day of a wedding is no wish for a time.
  const own = {
    ...replies,
    ...(isForeign ? { name: undefined } : {}),
    ...(event === undefined ? {} : { when: undefined }),
  };
  const intents = intentsOf(facts, phrases, own, alarm, utterance.expecting);
  const isComplaint = intents.some(({ intent }) => intent === 'complaint');
  const isMedical = intents.some(({ intent }) => intent === 'medical_red_flag');
  const urgency = isMedical ? 'medical' : isAngry(facts.reading, isComplaint) ? 'angry' : undefined;
  return {
    intents: (event === undefined ? intents : aboutEvent(intents)).map(({ intent, confidence }) => ({
      intent,
      confidence,
    })),
    entities: {
      ...entitiesOf(facts, own, lexicon, tokens),
      ...(event === undefined ? {} : { event }),
    },
    ...(urgency === undefined ? {} : { urgency }),
    language: languageOf(tokens) ?? utterance.language ?? 'vi',
    evidence: evidenceOf(tokens, intents, facts),
  };
}

/** "Còn kịp Tết không" asks what a treatment needs, not which hours are free. */
function aboutEvent(intents: readonly IntentFound[]): IntentFound[] {
  const others = intents.filter(({ intent }) => intent !== 'ask_availability' && intent !== 'ask_policy');
  const span = intents[0] ?? { from: 0, to: 1 };
  return others.some(({ intent }) => intent === 'ask_treatment_info')
    ? others
    : [...others, { intent: 'ask_treatment_info', from: span.from, to: span.to, confidence: 0.95 }];
}

/** A yes or no is heard where one was asked for; elsewhere only in a message that says nothing else. */
const loneAnswer = 5;

function repliesTo(
  { now, expecting, choices = [] }: Utterance,
  facts: Facts,
  phrases: readonly IntentFound[],
  lexicon: Lexicon,
): Replies {
  const { reading, places } = facts;
  const isLone = phrases.length === 0 && reading.tokens.list.length <= loneAnswer;
  const answer =
    expecting === 'confirm' || isLone ? findYesOrNo(reading, expecting === 'confirm') : undefined;
  const option =
    expecting === 'confirm'
      ? undefined
      : (findOption(reading, choices.length) ?? chosenByContent({ ...facts, choices, now }, lexicon));
  const isNameAsked = expecting === 'name' && !answer && phrases.every(({ intent }) => isCourtesy(intent));
  const asked = isNameAsked
    ? findName(reading.tokens, { phone: facts.phone, isAskedFor: true, isTaken: facts.isRecord })
    : undefined;
  // "mai 9h" is tomorrow at nine; "Mai" alone, where a name was asked for, is a name.
  const isPartOfTime = places.some(({ from, to }) => asked && from <= asked.from && to > asked.to);
  const name = facts.name ?? (isPartOfTime ? undefined : asked);
  const isInName = within(name);
  // A number that picks a choice is no time.
  const isOther = option?.isPointedAt === true || places.every(({ from }) => isInName(from));
  return { answer, option, name, when: isOther ? undefined : facts.when };
}

function intentsOf(
  facts: Facts,
  phrases: readonly IntentFound[],
  { answer, option, name, when }: Replies,
  sign: ReturnType<typeof findAlarm>,
  expecting: Utterance['expecting'],
): IntentFound[] {
  const { records, phone, minor, places, reading } = facts;
  const found: IntentFound[] = [];
  const add = (intent: Intent, span: Span | undefined) => {
    if (span) found.push({ intent, from: span.from, to: span.to, confidence: 0.95 });
  };
  const trouble = records.find(({ meaning }) => meaning.kind === 'treatment' && !meaning.isNamed);
  if (sign?.isHappening) add('medical_red_flag', sign);
  else if (phrases.every(({ intent }) => isCourtesy(intent))) add('ask_treatment_info', sign);
  if (!sign?.isHappening) add('describe_concern', trouble);
  add('minor', minor);
  add('give_phone', phone);
  add('give_name', name);
  add('choose_option', option);
  if (answer) add(answer.confirm ? 'confirm_yes' : 'confirm_no', answer);
  if (when) add('give_time', places[0]);
  const guess = guessIntent(facts, [...phrases, ...found], expecting);
  if (guess) found.push(guess);
  const isSilent = found.every((one) => one === guess) && phrases.length === 0 && records.length === 0;
  if (isSilent && isGibberish(reading.tokens)) add('spam', { from: 0, to: reading.tokens.list.length });
  const wishes = phrases.filter(
    (phrase) =>
      !isPartOfYes(phrase, answer) &&
      !isKept(phrase, answer, reading.tokens) &&
      !isPartOfChoice(phrase, option ?? (expecting === 'name' ? name : undefined)),
  );
  return withoutPleasantries(withoutShadows([...wishes, ...found]));
}

/** "ừ chốt đi" answers; it does not ask for another appointment. */
function isPartOfYes({ intent, from }: IntentFound, answer: AnswerFound | undefined): boolean {
  return answer?.confirm === true && intent === 'book' && from <= answer.to;
}

const keeps = wordSet('giữ để');

/** "thôi em giữ lịch" leaves an appointment as it is. */
function isKept({ intent, from }: IntentFound, answer: AnswerFound | undefined, tokens: Tokens): boolean {
  return answer?.confirm === false && intent === 'book' && keeps(tokens, from);
}

/** "lấy khung thứ ba" picks, and "ghi tên chị Hoa" names; neither asks for an appointment. */
function isPartOfChoice({ intent, from, to }: IntentFound, answer: Span | undefined): boolean {
  if (answer === undefined) return false;
  const isInside = from >= answer.from && to <= answer.to;
  return isInside || (intent === 'book' && from <= answer.from && to >= answer.from);
}

function entitiesOf(
  { records, phone, budget, age, people }: Facts,
  { when, name, option }: Replies,
  lexicon: Lexicon,
  tokens: Tokens,
): Entities {
  return {
    ...recordEntities(records, lexicon, tokens),
    ...(when ? { when } : {}),
    ...(phone?.phone === undefined ? {} : { phone: phone.phone }),
    ...(name ? { name: name.name } : {}),
    ...(budget ? { budget: budget.amount } : {}),
    ...(age ? { age: age.value } : {}),
    ...(people ? { people: people.value } : {}),
    ...(option ? { option: option.option } : {}),
  };
}

/** Names and phone numbers are left out: the evidence is kept in the journal. */
function evidenceOf(
  tokens: Tokens,
  intents: readonly IntentFound[],
  { records, places, phones, name }: Facts,
): Evidence[] {
  const isPersonal = within(name, ...phones, ...intents.filter(({ intent }) => intent === 'give_name'));
  const piece = (of: string, { from, to }: Span): Evidence[] => {
    let end = from;
    while (end < to && !isPersonal(end)) end += 1;
    return end > from ? [{ of, words: tokens.words(from, end) }] : [];
  };
  return [
    ...intents.flatMap((found) => piece(found.intent, found)),
    ...records.flatMap((found: Found) => piece(found.meaning.kind, found)),
    ...places.flatMap((place) => piece('when', place)),
  ];
}
