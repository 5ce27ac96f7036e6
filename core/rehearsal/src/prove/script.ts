import type { Instant } from '@glowbot/core';
import type { Act } from '../crowd/act.ts';
import type { Noticed } from '../stage/customer.ts';
import type { Next, Play } from './play.ts';

/** One dialogue of a rehearsal, and what must come of it. */
export type Script = {
  about: string;
  at: Instant;
  next: Next;
  /** What is wrong with how it went, beside what is wrong with any dialogue; undefined: nothing. */
  wrong?: (play: Play) => string | undefined;
};

export const says = (text: string): Act => ({ kind: 'says', texts: [text] });
export const waits = (ms: number): Act => ({ kind: 'waits', ms });
export const house = (what: Noticed): Act => ({ kind: 'in the house', what });

/** These acts, one after the other. */
export const inOrder =
  (...acts: readonly Act[]): Next =>
  (turn) =>
    acts[turn];
