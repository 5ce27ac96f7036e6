import { z } from 'zod';
import { Ask, type Effect, Say } from '../machines/effects.ts';
import type { Facts } from '../machines/facts.ts';

/** One answer to one turn, before wording: sentences in order, and at most one question at the end. */
export const ReplyPlan = z.object({
  language: z.enum(['vi', 'en']),
  /** Say first that an assistant, not a person, is writing. */
  introduce: z.boolean(),
  says: z.array(Say),
  ask: Ask.nullable(),
});
export type ReplyPlan = z.infer<typeof ReplyPlan>;

/** Gathers everything a turn's steps wanted said into one reply; null when there is nothing to say. */
export function replyPlan(before: Facts, after: Facts, effects: readonly Effect[]): ReplyPlan | null {
  const says: Say[] = [];
  let ask: Ask | null = null;
  for (const effect of effects) {
    if (effect.type === 'answer') says.push(...effect.says);
    if (effect.type === 'say') says.push(effect);
    if (effect.type === 'ask') ask = effect;
  }
  if (says.length === 0 && !ask) return null;
  return { language: after.language, introduce: !before.introduced && after.introduced, says, ask };
}
