import { fold, normaliseWord } from '../understanding/text/normalise.ts';
import { tokensOf } from '../understanding/text/tokens.ts';
import { has, type Intent, type Understanding } from '../understanding/understanding.ts';
import { everydayWords } from './harmless-words.ts';

/** Why the rules would like a second reading. */
export type Doubt = 'nothing-understood' | 'no-wish' | 'no-subject' | 'much-unread';

/**
 * With one of these the turn is decided: an emergency must not wait for a model, and consent, agreement and a chosen answer
 * are read by rules alone.
 */
const decisive: readonly Intent[] = [
  'medical_red_flag',
  'contraindication',
  'minor',
  'complaint',
  'request_human',
  'opt_out',
  'opt_in',
  'confirm_yes',
  'confirm_no',
  'choose_option',
  'spam',
  'prompt_injection',
];

/** A message of which more than this stays unread was guessed at. Measured: see `core/docs/claude.md`. */
const mostUnread = 2;
const mostUnreadShare = 0.4;

/** A detail alone: what the customer wants with it was not understood. */
const detailsOnly: readonly Intent[] = ['give_time', 'describe_concern', 'greet'];

/** Of these a treatment is the subject; without one, an unread word may be its name. */
const subjectless: readonly Intent[] = ['ask_price', 'ask_treatment_info', 'book'];

const namesTreatment = ({ entities }: Understanding) =>
  entities.treatments !== undefined || entities.notOffered !== undefined;

/** Are the rules sure of their reading? Null: yes, and no model is asked. */
export function doubtOf(understanding: Understanding, texts: readonly string[]): Doubt | null {
  if (decisive.some((intent) => has(understanding, intent))) return null;
  const words = texts.flatMap((text) => wordsOf(text));
  if (words.length === 0) return null;
  const hasDetails = Object.keys(understanding.entities).length > 0;
  if (understanding.intents.length === 0 && !hasDetails) return 'nothing-understood';
  const read = new Set([
    ...understanding.evidence.flatMap(({ words: shown }) => wordsOf(shown)),
    ...wordsOf(understanding.entities.name ?? ''),
  ]);
  const telling = words.filter((word) => !isFiller(word));
  const unread = telling.filter((word) => !read.has(word));
  const isWishless = understanding.intents.every(({ intent }) => detailsOnly.includes(intent));
  if (isWishless && unread.length > 0) return 'no-wish';
  const lacksSubject =
    subjectless.some((intent) => has(understanding, intent)) && !namesTreatment(understanding);
  if (lacksSubject && unread.length > 0) return 'no-subject';
  return unread.length > mostUnread && unread.length > telling.length * mostUnreadShare
    ? 'much-unread'
    : null;
}

/** Words as the tables spell them, without numbers: those are read as amounts, times and phone numbers, or they are nothing. */
function wordsOf(text: string): string[] {
  return tokensOf(text).list.flatMap(({ word, digits }) =>
    digits === undefined ? [fold(normaliseWord(word))] : [],
  );
}

const fillers: ReadonlySet<string> = new Set([...everydayWords].map((word) => fold(normaliseWord(word))));

const isFiller = (word: string) => word.length < 2 || fillers.has(word);
