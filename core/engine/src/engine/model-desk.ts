import type { LanguageModel } from '../contracts/language-model.ts';
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

/** Instructions, schema and answer at their longest: with less than this left of its budget a clinic makes no call. */
export const leastCallTokens = 2_500;

/** A language model with its books, and how long it may be waited for. */
export type ModelDesk = {
  model: LanguageModel;
  ledger: ModelLedger;
  limits: ModelLimits;
  bell: ArrivalBell;
};
