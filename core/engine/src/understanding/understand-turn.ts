import type { InboundMessage } from '../contracts/inbound-event.ts';
import type { Instant } from '../domain/clinic-time.ts';
import type { Lexicon } from './lexicon.ts';
import { understand } from './understand.ts';
import type { Expectation, Intent, Understanding } from './understanding.ts';

/** Several messages of one turn as one meaning: wishes are united, and of two details the later one holds. */
export function understandTurn(
  messages: readonly Pick<InboundMessage, 'text' | 'choice'>[],
  lexicon: Lexicon,
  now: Instant,
  expecting?: Expectation,
  choices: readonly string[] = [],
): Understanding {
  return messages
    .map(({ text, choice }) =>
      choice ? tapped(choice) : understand({ text, now, expecting, choices }, lexicon),
    )
    .reduce(together);
}

/** A tap needs no reading: it carries its meaning. */
function tapped(choice: NonNullable<InboundMessage['choice']>): Understanding {
  const intents: Intent[] = ['choose_option'];
  if (choice.confirm !== undefined) intents.push(choice.confirm ? 'confirm_yes' : 'confirm_no');
  return {
    intents: intents.map((intent) => ({ intent, confidence: 1 })),
    entities: choice.entities,
    language: 'vi',
    evidence: [],
  };
}

/** Answers that contradict each other: the later one replaces the earlier. */
const opposites: readonly (readonly Intent[])[] = [
  ['confirm_yes', 'confirm_no'],
  ['opt_in', 'opt_out'],
];

function together(earlier: Understanding, later: Understanding): Understanding {
  const said = new Set(later.intents.map(({ intent }) => intent));
  const isReplaced = (intent: Intent) =>
    said.has(intent) ||
    opposites.some((pair) => pair.includes(intent) && pair.some((other) => said.has(other)));
  const when = { ...earlier.entities.when, ...later.entities.when };
  const urgency = later.urgency ?? earlier.urgency;
  return {
    intents: [...earlier.intents.filter(({ intent }) => !isReplaced(intent)), ...later.intents],
    entities: {
      ...earlier.entities,
      ...later.entities,
      ...(Object.keys(when).length > 0 ? { when } : {}),
    },
    ...(urgency ? { urgency } : {}),
    language: later.language,
    evidence: [...earlier.evidence, ...later.evidence],
  };
}
