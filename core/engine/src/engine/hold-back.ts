import type { SendJob } from '../contracts/outbox-store.ts';
import type { CopyKey } from '../copy/copy-key.ts';
import { guard, type GuardContext, type RefusalWhy } from '../copy/guard/index.ts';
import { sentencesOf } from '../copy/word.ts';
import type { ReplyPlan } from './reply-plan.ts';

/** A sentence of ours that no record backs, and why. */
export type Doubt = { key: CopyKey; whys: readonly RefusalWhy[] };

/**
 * The sentences of a plan that may not be said. Each is judged by itself, for each is written to stand alone: what happens to
 * stand beside it gives its numbers no other meaning.
 */
export function doubtsIn(plan: ReplyPlan, context: GuardContext): Doubt[] {
  return sentencesOf(plan, context.records.clinic, context.now).flatMap(({ key, text }) => {
    const verdict = guard(text, context);
    return verdict.ok ? [] : [{ key, whys: [...new Set(verdict.refused.map(({ refused }) => refused))] }];
  });
}

/** Why a reply is held back, as it is kept with it: `held-back: price.fixed wrong_price`. */
export function heldBack(doubts: readonly Doubt[]): string | undefined {
  if (doubts.length === 0) return undefined;
  return `held-back: ${doubts.map(({ key, whys }) => `${key} ${whys.join(' ')}`).join(', ')}`;
}

/** Whom to call in an emergency: this is said whatever else is doubted. */
const emergency: ReadonlySet<CopyKey> = new Set(['handoff.medical', 'handoff.medicalAgain']);

/** What is said instead of a reply that is held back: that a person will answer. Nothing, where nobody had asked anything. */
export function insteadOf({ plan, proactive }: Pick<SendJob, 'plan' | 'proactive'>): ReplyPlan | undefined {
  const cards = plan.says.filter(({ key }) => emergency.has(key));
  if (cards.length > 0) return { ...plan, says: cards, ask: null };
  if (proactive) return undefined;
  return { ...plan, says: [{ type: 'say', key: 'trouble.sorry', facts: { expectedAt: null } }], ask: null };
}
