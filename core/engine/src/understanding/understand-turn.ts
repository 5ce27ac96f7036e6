import type { InboundMessage } from '../contracts/inbound-event.ts';
import type { Instant } from '../domain/clinic-time.ts';
import type { Lexicon } from './clinic/lexicon.ts';
import { wordSet } from './text/numbers.ts';
import { tokensOf } from './text/tokens.ts';
import { understand } from './understand.ts';
import {
  type Entities,
  type Expectation,
  has,
  type Intent,
  type Understanding,
  type When,
} from './understanding.ts';

/**
 * Several messages of one turn as one meaning, in order: intents are united, and of two details the later one holds.
 * `language` is the one spoken so far, kept where nothing that was said shows another.
 */
export function understandTurn(
  messages: readonly Pick<InboundMessage, 'text' | 'choice'>[],
  lexicon: Lexicon,
  now: Instant,
  expecting?: Expectation,
  choices: readonly string[] = [],
  language: Understanding['language'] = 'vi',
): Understanding {
  let whole: Understanding = { intents: [], entities: {}, language, evidence: [] };
  for (const { text, choice } of messages) {
    const part = choice
      ? tapped(choice, whole.language)
      : understand({ text, now, expecting, choices, language: whole.language }, lexicon);
    whole = together(whole, part, !choice && (addsToWhatWasSaid(text) || asksOnceMore(whole, part, text)));
  }
  return whole;
}

/** A tap needs no reading: it carries its meaning. */
function tapped(
  choice: NonNullable<InboundMessage['choice']>,
  language: Understanding['language'],
): Understanding {
  const intents: Intent[] = ['choose_option'];
  if (choice.confirm !== undefined) intents.push(choice.confirm ? 'confirm_yes' : 'confirm_no');
  return {
    intents: intents.map((intent) => ({ intent, confidence: 1 })),
    entities: choice.entities,
    language,
    evidence: [],
  };
}

const isAdding = wordSet('với và thêm cả cùng and plus');

/** "với lăn kim nữa" asks for one more treatment instead of another one. */
function addsToWhatWasSaid(text: string): boolean {
  return isAdding(tokensOf(text), 0);
}

/** "giá peel da?", "giá trị mụn?": two questions, and both want an answer. A correction says so, and replaces. */
function asksOnceMore(earlier: Understanding, later: Understanding, text: string): boolean {
  const asks = (one: Understanding) => questions.some((intent) => has(one, intent));
  return asks(earlier) && asks(later) && !has(earlier, 'book') && !correctsWhatWasSaid(text);
}

const isCorrecting = wordSet('nhầm lộn quên không sorry no actually');

function correctsWhatWasSaid(text: string): boolean {
  const tokens = tokensOf(text);
  return [0, 1, 2].some((nth) => isCorrecting(tokens, nth));
}

const questions: readonly Intent[] = ['ask_price', 'ask_promotion', 'ask_treatment_info'];

/** Answers that contradict each other: the later one replaces the earlier. */
const opposites: readonly (readonly Intent[])[] = [
  ['confirm_yes', 'confirm_no'],
  ['opt_in', 'opt_out'],
];

function together(earlier: Understanding, later: Understanding, isAddition: boolean): Understanding {
  const said = new Set(later.intents.map(({ intent }) => intent));
  const isReplaced = (intent: Intent) =>
    said.has(intent) ||
    opposites.some((pair) => pair.includes(intent) && pair.some((other) => said.has(other)));
  const urgency = mostUrgent(earlier.urgency, later.urgency);
  return {
    intents: [...earlier.intents.filter(({ intent }) => !isReplaced(intent)), ...later.intents],
    entities: entitiesTogether(earlier.entities, later.entities, isAddition),
    ...(urgency ? { urgency } : {}),
    language: later.language,
    evidence: [...earlier.evidence, ...later.evidence],
  };
}

function mostUrgent(
  one: Understanding['urgency'],
  other: Understanding['urgency'],
): Understanding['urgency'] {
  return one === 'medical' || other === 'medical' ? 'medical' : (other ?? one);
}

function entitiesTogether(earlier: Entities, later: Entities, isAddition: boolean): Entities {
  const when = whenTogether(earlier.when, later.when);
  const treatments =
    isAddition && later.treatments
      ? [...new Set([...(earlier.treatments ?? []), ...later.treatments])]
      : (later.treatments ?? earlier.treatments);
  return {
    ...earlier,
    ...later,
    ...(treatments ? { treatments } : {}),
    ...(when ? { when } : {}),
  };
}

/** "mai 3h", then "à 5h": the day stays; then "thứ 7": the hour stays. */
function whenTogether(earlier: When | undefined, later: When | undefined): When | undefined {
  if (!earlier || !later) return later ?? earlier;
  const { date, dateRange, ...hours } = earlier;
  const days = { ...(date ? { date } : {}), ...(dateRange ? { dateRange } : {}) };
  const namesDay = later.date !== undefined || later.dateRange !== undefined;
  const namesHour =
    later.time !== undefined || later.timeRange !== undefined || later.partOfDay !== undefined;
  return { ...(namesDay ? {} : days), ...(namesHour ? {} : hours), ...later };
}
