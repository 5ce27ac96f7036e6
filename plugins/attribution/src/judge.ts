import { z } from 'zod';
import { find } from './conditions.ts';
import { type History, inOrder } from './history.ts';
import { Condition, type RuleSet } from './rules.ts';

const Judged = z.object({ condition: Condition, isMet: z.boolean(), evidence: z.array(z.string()) });

/** Who earned one outcome: by which rule of which version, shown by what, and why no earlier rule decided. */
export const Verdict = z.object({
  booking: z.string(),
  category: z.enum(['by-assistant', 'assisted', 'won-back', 'own', 'unknown']),
  /** Null: no rule covers it. */
  rule: z.string().nullable(),
  rulesVersion: z.number().int(),
  /** The conditions of the rule that decided, each with what shows it. */
  because: z.array(Judged),
  /** The rules before it, each with the first condition it failed on. */
  notMatched: z.array(z.object({ rule: z.string(), failed: Judged })),
});
export type Verdict = z.infer<typeof Verdict>;

/** Pure, and blind to the order in which the history is told. */
export function judge(told: History, bookingId: string, { version, rules }: RuleSet): Verdict | undefined {
  const history = inOrder(told);
  const booking = history.bookings.find(({ id }) => id === bookingId);
  if (!booking) return undefined;
  const notMatched: Verdict['notMatched'] = [];
  const base = { booking: bookingId, rulesVersion: version };
  for (const rule of rules) {
    const judged = rule.when.map((condition) => ({ condition, ...find(condition, booking, history) }));
    const failed = judged.find(({ isMet }) => !isMet);
    if (!failed) return { ...base, category: rule.category, rule: rule.key, because: judged, notMatched };
    notMatched.push({ rule: rule.key, failed });
  }
  return { ...base, category: 'unknown', rule: null, because: [], notMatched };
}
