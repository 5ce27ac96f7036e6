import {
  type Address,
  type Clinic,
  type CopyFacts,
  type CopyKey,
  type Language,
  type ReplyPlan,
  word,
} from '@glowbot/core';
import { nowIn } from './facts-from-records.ts';

type Way = { language: Language; address?: Address | null; turn?: number; times?: number };

/** One sentence alone, as a customer would read it. */
export function said(key: CopyKey, facts: CopyFacts, clinic: Clinic, way: Way): string {
  const { language, address = null, turn = 0, times = 1 } = way;
  const plan: ReplyPlan = {
    language,
    address,
    turn,
    introduce: false,
    says: [],
    ask: { type: 'ask', question: 'help', key, facts, choices: [], times },
  };
  return word(plan, clinic, nowIn(clinic)).text;
}

/** More turns and repetitions than any sentence has wordings. */
export const turns = [0, 1, 2, 3];
const repetitions = [1, 2, 3, 4];

/** Every way in which a sentence can come out. */
export function everyWay(key: CopyKey, facts: CopyFacts, clinic: Clinic, way: Way): Set<string> {
  return new Set(
    repetitions.flatMap((times) => turns.map((turn) => said(key, facts, clinic, { ...way, turn, times }))),
  );
}
