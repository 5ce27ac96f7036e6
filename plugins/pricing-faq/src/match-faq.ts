import { type Clinic, type Faq, fold, type Key } from '@glowbot/core';
import { carryingWords, isSameWord } from './faq-words.ts';

/** How much of both questions must be the same; more, where nothing else says that a question was asked. */
export const likeness = { asked: 0.5, unasked: 0.72 } as const;

export type FaqMatch = { faq: Faq; likeness: number };

/**
 * The frequent question that asks most nearly the same: rare words weigh more than common ones, and an answer about one treatment
 * is never given to a question about another.
 */
export function matchFaq(
  { faqs, treatments }: Clinic,
  text: string,
  about: readonly Key[],
): FaqMatch | undefined {
  const said = carryingWords(text);
  const asked = faqs.map((faq) => ({ faq, words: carryingWords(faq.question) }));
  const weightOf = (word: string) => {
    const holding = asked.filter(({ words }) => words.some((other) => isSameWord(word, other))).length;
    return holding === 0 ? 1 : Math.log(1 + asked.length / holding);
  };
  const sum = (words: readonly string[]) => words.reduce((total, word) => total + weightOf(word), 0);
  const saidWeight = sum(said);
  let best: FaqMatch | undefined;
  for (const { faq, words } of asked) {
    const subjects = treatmentsNamed(treatments, faq.question);
    if (subjects.length > 0 && !subjects.some((key) => about.includes(key))) continue;
    const common = words.filter((word) => said.some((one) => isSameWord(one, word)));
    const score = (2 * sum(common)) / (sum(words) + saidWeight || 1);
    if (common.length > 0 && score > (best?.likeness ?? 0)) best = { faq, likeness: score };
  }
  return best;
}

function treatmentsNamed(treatments: Clinic['treatments'], text: string): Key[] {
  const said = ` ${fold(text.toLowerCase()).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return treatments.flatMap(({ key, name, aliases }) =>
    [name, ...aliases].some((alias) => said.includes(` ${fold(alias.toLowerCase())} `)) ? [key] : [],
  );
}
