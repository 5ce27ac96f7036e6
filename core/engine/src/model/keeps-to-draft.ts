import { addresses, harmlessWords } from './harmless-words.ts';
import { type MarkedDraft, wordsIn } from './marked-draft.ts';

/** A question needs these for its end, and claims nothing by them: "… không ạ?" */
const questionEnd = /(?:được |phải |đúng )?(?:không|chưa|chứ|hông)((?: (?:ạ|em|mình|nhỉ|nè))*\s*\?)/giu;

const letters = /^[\p{Script=Latin}\p{M}\s⟦⟧\d.,;:!?…()\-–•/“”"']*$/u;

/**
 * Why a wording may not take the place of its draft: in English, for the model to try once more, and for staff to read.
 * Facts cannot change, because a wording holds marks only. Every word that means something stands in it in the order of the draft;
 * between them harmless words may come and go. So a wording can be warmer than its draft, and can say neither more nor less.
 */
export function objectionsTo(messages: readonly string[], draft: MarkedDraft): string[] {
  const text = messages.join('\n').normalize('NFC');
  const objections: string[] = [];
  const object = (isWrong: boolean, why: string) => {
    if (isWrong) objections.push(why);
  };
  const marks = sequence(draft.text, /⟦\d+⟧/g);
  const questions = count(draft.text, '?');
  object(!letters.test(text), 'It holds letters or signs other than Vietnamese text.');
  object(sequence(text, /⟦[^⟧]*⟧?|⟧/g) !== marks, `Use each mark once, in this order: ${marks}.`);
  object(/\p{N}/u.test(text.replaceAll(/⟦\d+⟧/g, '')), 'It holds a number of its own.');
  object(count(text, '?') !== questions, `It must hold ${questions} question marks, like the draft.`);
  object(text.length > draft.text.length * 1.6 + 60, 'It is too long.');
  object(text.trim().length < draft.text.length * 0.6, 'It is too short to say all of the draft.');

  const said = meaningOf(text);
  const meant = meaningOf(draft.text);
  const strangers = beyond(said, meant);
  const missing = beyond(meant, said);
  object(strangers.length > 0, `Leave out: ${strangers.join(', ')}.`);
  object(missing.length > 0, `These words of the draft are missing: ${missing.join(', ')}.`);
  const isShuffled = strangers.length + missing.length === 0 && said.join(' ') !== meant.join(' ');
  object(isShuffled, 'Keep the words of the draft in their order.');
  const foreign = wordsIn(text).filter((word) => addresses.has(word) && !wordsIn(draft.text).includes(word));
  object(foreign.length > 0, `Do not call the customer: ${foreign.join(', ')}.`);
  const names = namesIn(text).filter(
    (word) => !namesIn(draft.text).includes(word) && !startsOf(draft.text).includes(word),
  );
  object(names.length > 0, `These look like names: ${names.join(', ')}.`);
  return objections;
}

/** The marks, and the words that mean something, in their order. */
function meaningOf(text: string): string[] {
  return wordsIn(withoutQuestionEnds(text), 'with marks').filter(
    (word) => !harmlessWords.has(word) && !addresses.has(word),
  );
}

const withoutQuestionEnds = (text: string) => text.replaceAll(questionEnd, '$1');

const sequence = (text: string, pattern: RegExp) => (text.match(pattern) ?? []).join(' ');

const count = (text: string, sign: string) => text.split(sign).length - 1;

/** The words of one list that another does not have so often. */
function beyond(words: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1);
  return words.filter((word) => {
    const rest = left.get(word) ?? 0;
    left.set(word, rest - 1);
    return rest <= 0;
  });
}

/** Words with a capital that do not begin a sentence. */
function namesIn(text: string): string[] {
  return [...text.matchAll(/(?<=[\p{L}\p{M}\d⟧,;:)]\s)\p{Lu}[\p{L}\p{M}]*/gu)].map(([word]) => word);
}

/** Words with a capital that do: they may come to stand elsewhere. */
function startsOf(text: string): string[] {
  return [...text.matchAll(/(?:^|[.?!\n]\s*)(\p{Lu}[\p{L}\p{M}]*)/gu)].flatMap(([, word]) => word ?? []);
}
