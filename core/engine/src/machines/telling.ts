import type { CopyKey } from '../copy/copy-key.ts';
import type { CopyFacts, TimerName } from './effects.ts';
import type { ConversationEvent } from './events.ts';
import type { Facts } from './facts.ts';

export type Situation = { context: Facts; event: ConversationEvent };

/** Sentences without facts. */
export const say = (key: CopyKey) => ({ type: 'say', params: { key, facts: {} } }) as const;

export const sentence = (describe: (situation: Situation) => { key: CopyKey; facts: CopyFacts }) =>
  ({ type: 'say', params: describe }) as const;

export const tell = (key: CopyKey, facts: (situation: Situation) => CopyFacts) =>
  ({ type: 'say', params: (situation: Situation) => ({ key, facts: facts(situation) }) }) as const;

export const cancelTimer = (timer: TimerName) => ({ type: 'cancelTimer', params: { timer } }) as const;

export const setTimer = (timer: TimerName, afterMs: number) =>
  ({ type: 'setTimer', params: ({ event }: Situation) => ({ timer, at: event.at + afterMs }) }) as const;
