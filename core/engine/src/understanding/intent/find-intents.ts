import { type Match, matchesOf, patternIndex, type Reading } from '../text/pattern.ts';
import { type Intent, intents } from '../understanding.ts';
import { intentPhrases } from './intent-phrases.ts';
import { meaninglessPhrases } from './phrases/meaningless.ts';
import { shadows } from './shadows.ts';

/** A phrase that was found, and how sure it makes us. */
export type IntentFound = { intent: Intent; from: number; to: number; confidence: number };

type Phrase = { intent: Intent | undefined; takesWithin: boolean };

const takesAnyway = /^!\s*/;

const phrases = patternIndex<Phrase>([
  ...intents.flatMap((intent) =>
    (intentPhrases[intent] ?? []).map((source) => {
      const bare = source.replace(takesAnyway, '');
      const takesWithin = bare !== source || !bare.includes('..');
      return [bare, { intent, takesWithin }] as const;
    }),
  ),
  ...meaninglessPhrases.map((source) => [source, { intent: undefined, takesWithin: true }] as const),
]);

/** A phrase of one word may mean many things; three words in order hardly do. */
function confidenceOf({ from, to }: { from: number; to: number }): number {
  return Math.min(0.95, 0.7 + 0.1 * (to - from));
}

/** What the phrases of a message say, each intent once, with its longest phrase. */
export function findIntents(reading: Reading): IntentFound[] {
  const matches = matchesOf(phrases, reading);
  const best = new Map<Intent, IntentFound>();
  for (const match of matches) {
    const { intent } = match.value;
    if (intent === undefined || isWithinAnother(match, matches) || isPartOfName(match, reading)) continue;
    const found = { intent, from: match.from, to: match.to, confidence: confidenceOf(match) };
    const known = best.get(intent);
    if (!known || found.to - found.from > known.to - known.from) best.set(intent, found);
  }
  return [...best.values()];
}

/** Words that also stand in names of treatments: "lịch xóa xăm" takes back nothing, "giảm béo" is no discount. */
const ofNames: ReadonlySet<Intent> = new Set(['cancel', 'price_objection', 'ask_promotion', 'opt_out']);

function isPartOfName({ value: { intent }, from, to }: Match<Phrase>, { found }: Reading): boolean {
  if (intent === undefined || !ofNames.has(intent)) return false;
  return [...(found.get('named') ?? [])].some(
    ([begin, end]) => (begin <= from && from < end) || (begin < to && to < end),
  );
}

function isWithinAnother(match: Match<Phrase>, matches: readonly Match<Phrase>[]): boolean {
  return matches.some(
    (other) =>
      other.value.takesWithin &&
      other.value.intent !== match.value.intent &&
      other.from <= match.from &&
      other.to >= match.to &&
      (other.to - other.from > match.to - match.from || !match.value.takesWithin),
  );
}

/** Without what is only a part of something else that was said. */
export function withoutShadows<F extends { intent: Intent }>(found: readonly F[]): F[] {
  const said = new Set(found.map(({ intent }) => intent));
  return found.filter(({ intent }) => !shadows[intent]?.some((other) => said.has(other)));
}
