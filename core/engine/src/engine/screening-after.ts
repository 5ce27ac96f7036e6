import type { Facts } from '../machines/facts.ts';
import { toScreen } from '../machines/screening.ts';
import type { Understanding } from '../understanding/understanding.ts';

/**
 * The screening asks "none of these, right?". "Dạ đúng" and "không có" both clear it; only a "có" or a named
 * condition flags it, because in Vietnamese a bare "dạ" agrees with the person asking.
 */
export function screeningAfter(
  facts: Facts,
  understanding: Understanding,
  yes: boolean | null,
): Facts['screening'] {
  const treatment = toScreen(facts);
  if (facts.asking?.question !== 'screening' || yes === null || treatment === undefined)
    return facts.screening;
  const { cleared } = facts.screening;
  return admits(understanding, yes)
    ? { cleared, flagged: true }
    : { cleared: [...cleared, treatment].slice(-mostCleared), flagged: false };
}

/** As many treatments as one customer talks about. */
const mostCleared = 20;

function admits({ evidence, language }: Understanding, yes: boolean): boolean {
  /** In English the question has one polarity: "none of these applies to you, right?" */
  if (!yes || language === 'en') return false;
  const words = evidence.filter(({ of }) => of === 'confirm_yes').map((piece) => piece.words);
  return words.length === 0 || words.some((said) => /(^| )(có|co)( |$)/i.test(said));
}
