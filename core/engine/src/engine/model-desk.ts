import type { LanguageModel, Unavailability } from '../contracts/language-model.ts';
import type { ModelLedger } from '../contracts/model-ledger.ts';
import type { ArrivalBell } from './arrival-bell.ts';

export type ModelLimits = {
  /** How long a turn may wait for a reading, and a reply for its wording, re-wording included. */
  understandMs: number;
  wordMs: number;
  briefMs: number;
  /** Of a clinic that set no budget of its own. */
  monthlyTokens: number;
};

export const modelLimits: ModelLimits = {
  understandMs: 3_500,
  wordMs: 6_000,
  briefMs: 12_000,
  monthlyTokens: 5_000_000,
};

/** A language model with its books, and how long it may be waited for. */
export type ModelDesk = {
  model: LanguageModel;
  ledger: ModelLedger;
  limits: ModelLimits;
  bell: ArrivalBell;
  meter: ModelMeter;
};

/** How often a model is needed, and how often it helps. Figures of this process since it started. */
export type ModelMeter = {
  turn(wasAsked: boolean): void;
  outcome(outcome: 'used' | 'refused' | Unavailability): void;
  read(): { turns: number; turnsWithoutCall: number; outcomes: Readonly<Record<string, number>> };
};

export function createModelMeter(): ModelMeter {
  let turns = 0;
  let asked = 0;
  const outcomes = new Map<string, number>();
  return {
    turn(wasAsked) {
      turns += 1;
      if (wasAsked) asked += 1;
    },
    outcome: (outcome) => void outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1),
    read: () => ({ turns, turnsWithoutCall: turns - asked, outcomes: Object.fromEntries(outcomes) }),
  };
}
