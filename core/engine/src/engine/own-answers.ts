import type { Say } from '../machines/effects.ts';
import type { Facts } from '../machines/facts.ts';
import { has, type Intent, type Understanding } from '../understanding/understanding.ts';

/** Answers that belong to no skill, because they must be true whatever is installed: who is speaking, and what colleagues have said. */
export function ownAnswers(understanding: Understanding, facts: Pick<Facts, 'staffWord' | 'wish'>): Say[] {
  const own: Say[] = has(understanding, 'ask_is_bot') ? [{ type: 'say', key: 'isBot.yes', facts: {} }] : [];
  return [...own, ...concessionAnswers(understanding, facts)];
}

const aboutMoney: readonly Intent[] = ['ask_price', 'ask_promotion', 'price_objection'];

/** What a colleague conceded is neither contradicted nor promised: it waits for an owner, and then it is said. */
function concessionAnswers(
  understanding: Understanding,
  { staffWord, wish }: Pick<Facts, 'staffWord' | 'wish'>,
): Say[] {
  const concession = staffWord?.concession;
  if (!concession || !aboutMoney.some((intent) => has(understanding, intent))) return [];
  const treatment = understanding.entities.treatments?.[0] ?? wish.treatment;
  return concession.confirmed && concession.amount !== null && treatment !== undefined
    ? [{ type: 'say', key: 'concession.confirmed', facts: { treatment, amount: concession.amount } }]
    : [{ type: 'say', key: 'concession.unconfirmed', facts: {} }];
}
