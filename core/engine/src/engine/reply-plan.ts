import { z } from 'zod';
import { Address } from '../domain/voice.ts';
import { Ask, type Effect, Say } from '../machines/effects.ts';
import type { Facts } from '../machines/facts.ts';

/** One answer to one turn, before wording: sentences in order, and at most one question at the end. */
export const ReplyPlan = z.object({
  language: z.enum(['vi', 'en']),
  /** How the customer is addressed; null while they have not shown it. */
  address: Address.nullable().default(null),
  /** How many turns came before: wordings take turns by it. */
  turn: z.number().int().nonnegative().default(0),
  /** Say first that an assistant, not a person, is writing. */
  introduce: z.boolean(),
  says: z.array(Say),
  ask: Ask.nullable(),
  /** What a person of the clinic wrote, exactly as they wrote it; nothing else is said beside it. */
  written: z.string().optional(),
});
export type ReplyPlan = z.infer<typeof ReplyPlan>;

/** A reply that a person of the clinic wrote. */
export const writtenReply = ({ language, address, turns }: Facts, written: string): ReplyPlan => ({
  language,
  address,
  turn: turns,
  introduce: false,
  says: [],
  ask: null,
  written,
});

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
  return {
    language: after.language,
    address: after.address,
    turn: before.turns,
    introduce: !before.introduced && after.introduced,
    says,
    ask,
  };
}
