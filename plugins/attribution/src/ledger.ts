import { Instant } from '@glowbot/core';
import { z } from 'zod';
import { Verdict } from './judge.ts';
import type { OutcomeState } from './outcomes.ts';

/** One line about an outcome. Lines are only ever added: what was wrong or fell is followed by another line. */
export const Entry = z.object({
  outcome: z.string(),
  kind: z.enum([
    /** Who earned it. */
    'verdict',
    /** It fell: whatever was billed for it is given back. */
    'reversal',
    /** It stands again, or has come further. */
    'standing',
    /** A person decided otherwise, and said why. */
    'correction',
  ]),
  category: Verdict.shape.category,
  state: z.enum(['open', 'arrived', 'completed', 'fallen']),
  verdict: Verdict,
  /** The person, for a correction; else the rules. */
  by: z.string(),
  why: z.string().nullable(),
  at: Instant,
});
export type Entry = z.infer<typeof Entry>;
export type NewEntry = Omit<Entry, 'at'>;

/** What has to be added after what is written already, so that the last line says how things are. Nothing, where it does. */
export function nextEntries(
  written: readonly Pick<Entry, 'kind' | 'category' | 'state'>[],
  outcome: string,
  verdict: Verdict,
  state: OutcomeState,
): NewEntry[] {
  const last = written.at(-1);
  const base = { outcome, verdict, by: 'rules', why: null };
  if (!last) return [{ ...base, kind: 'verdict', category: verdict.category, state }];
  /** A person's word stands above the rules. */
  const corrected = written.findLast(({ kind }) => kind === 'correction');
  const category = corrected?.category ?? verdict.category;
  if (category !== last.category) return [{ ...base, kind: 'verdict', category, state }];
  if (state === last.state) return [];
  return [{ ...base, kind: state === 'fallen' ? 'reversal' : 'standing', category, state }];
}
