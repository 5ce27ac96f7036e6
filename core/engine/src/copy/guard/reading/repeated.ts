import type { Clinic } from '../../../domain/clinic.ts';
import { fold } from '../../../understanding/text/normalise.ts';
import type { Span } from '../../../understanding/text/span.ts';
import { type Tokens, tokensOf } from '../../../understanding/text/tokens.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

/** Fewer words are no sentence of anybody's own. */
const fewestWords = 4;

/** The sentences in which a clinic wrote down its answers, rules, promises and advice, ready to be recognised word by word. */
export function ownSentences({ faqs, policies, handoff, treatments, notOffered }: Clinic): Set<string> {
  const texts = [
    ...faqs.map(({ answer }) => answer),
    ...policies.map(({ text }) => text),
    ...Object.values(handoff).map(({ promise }) => promise),
    ...notOffered.map(({ say }) => say),
    ...treatments.flatMap(({ aftercare, contraindications, resultNote = '' }) => [
      ...aftercare.map(({ text }) => text),
      ...contraindications,
      resultNote,
    ]),
  ];
  return new Set(
    texts.flatMap((text) => {
      const tokens = tokensOf(text);
      return sentencesOf(tokens, () => false).flatMap((sentence) => spellingOf(tokens, sentence) ?? []);
    }),
  );
}

/** The sentences of a reply that repeat one of the clinic's own, word for word: the record backs all they say. */
export function repeatedSentences(
  tokens: Tokens,
  sentences: readonly Sentence[],
  own: ReadonlySet<string>,
): Span[] {
  return sentences.filter((sentence) => own.has(spellingOf(tokens, sentence) ?? ''));
}

const softeners: ReadonlySet<string> = new Set(['da', 'a', 'nhe', 'nha', 'vang']);

/** Its words in plain letters, without the politeness around them. */
function spellingOf(tokens: Tokens, { from, to }: Span): string | undefined {
  const words = tokens.list.slice(from, to).map(({ raw }) => fold(raw.toLowerCase()));
  while (softeners.has(words[0] ?? '')) words.shift();
  while (softeners.has(words.at(-1) ?? '')) words.pop();
  return words.length >= fewestWords ? words.join(' ') : undefined;
}
