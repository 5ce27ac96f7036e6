import type { Brief } from '../contracts/language-model.ts';
import { guard, type GuardContext } from '../copy/guard/index.ts';
import { fold } from '../understanding/text/normalise.ts';

/** What of a model's brief may be shown, part by part, and why the rest may not. */
export type JudgedBrief = {
  title: string | null;
  summary: string | null;
  replies: string[];
  objections: readonly string[];
};

/**
 * A suggested reply is held to what every message to a customer is held to. Title and summary tell staff what was said, so a
 * claim in them may also stand in the conversation itself, in the same words: a customer's false price is worth knowing.
 */
export function judgeBrief(brief: Brief, source: readonly string[], context: GuardContext): JudgedBrief {
  const said = plain(source.join('\n'));
  const objections: string[] = [];

  const told = (text: string): string | null => {
    const verdict = guard(text, context);
    if (verdict.ok) return text;
    const invented = verdict.refused.filter(({ words }) => !said.includes(plain(words)));
    if (invented.length === 0) return text;
    objections.push(...verdict.reasons);
    return null;
  };
  const mayBeSent = (text: string): boolean => {
    const verdict = guard(text, context);
    if (!verdict.ok) objections.push(...verdict.reasons);
    return verdict.ok;
  };

  const [title, summary] = [told(brief.title), told(brief.summary)];
  const replies = brief.replies.filter(mayBeSent);
  return { title, summary, replies, objections: [...new Set(objections)] };
}

const plain = (text: string) => fold(text.normalize('NFC').toLowerCase()).replaceAll(/\s+/g, ' ').trim();
