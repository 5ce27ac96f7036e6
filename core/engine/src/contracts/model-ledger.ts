import { z } from 'zod';
import type { Instant } from '../domain/clinic-time.ts';
import type { ClinicScope } from './clinic-scope.ts';
import type { ModelTrace, ModelUse, Unavailability } from './language-model.ts';

/** What one clinic wants of the language model; null leaves a choice to the operator. */
export const ModelSettings = z.object({
  isOn: z.boolean(),
  understandModel: z.string().min(1).max(100).nullable(),
  wordModel: z.string().min(1).max(100).nullable(),
  monthlyTokens: z.number().int().nonnegative().nullable(),
  /** How the clinic likes to sound, in its own words. */
  voice: z.string().max(600),
  /** Until then the words of calls are kept for the clinic to read; null keeps none. */
  keepWordsUntil: z.number().int().nullable(),
});
export type ModelSettings = z.infer<typeof ModelSettings>;

export const defaultModelSettings: ModelSettings = {
  isOn: true,
  understandModel: null,
  wordModel: null,
  monthlyTokens: null,
  voice: '',
  keepWordsUntil: null,
};

/** One call as it is kept: sizes and costs, and the words only where the clinic asked for them. */
export type ModelCallRecord = Omit<ModelTrace, 'sent'> & {
  id: string;
  conversationId: string;
  use: ModelUse;
  /** 'used', 'refused' by the checks, or why there was no answer. */
  outcome: 'used' | 'refused' | Unavailability;
  /** What the checks objected to, for staff to read. */
  objections: readonly string[];
  at: Instant;
  words: { prompt: string; answer: string; until: Instant } | null;
};

/** What one use of one model came to. */
export type ModelUseTotals = Pick<
  ModelTrace,
  'model' | 'inputTokens' | 'outputTokens' | 'cacheReadTokens' | 'cacheWriteTokens'
> & {
  use: ModelUse;
  calls: number;
  used: number;
  /** By the checks. */
  refused: number;
  failed: number;
  /** Of the calls, in milliseconds: half of them took no longer, and nineteen in twenty. */
  p50: number;
  p95: number;
};

/** What a language model did for a clinic in a stretch of time. */
export type ModelUsage = {
  /** What customers said and the bot had to answer. */
  turns: number;
  turnsWithoutCall: number;
  totals: readonly ModelUseTotals[];
};

/** How the latest calls of a clinic ended; null: there was none. Calls cut short by the customer's own words do not count. */
export type ModelHealth = {
  answeredAt: Instant | null;
  failed: { at: Instant; why: Unavailability } | null;
};

/** The latest words of a conversation, and whom they must not give away. */
export type RecentWords = {
  names: readonly string[];
  lines: readonly { author: 'customer' | 'staff' | 'bot'; text: string }[];
};

/** What the model was asked and what it cost, durable: per clinic, and per clinic and month. */
export interface ModelLedger {
  modelSettings(scope: ClinicScope): Promise<ModelSettings>;
  setModelSettings(scope: ClinicScope, settings: ModelSettings): Promise<void>;
  /** Takes tokens from the month's budget before they are spent; false, and nothing taken, when not so many are left. */
  takeTokens(scope: ClinicScope, month: string, tokens: number, budget: number): Promise<boolean>;
  /** Corrects what was taken to what was spent; `tokens` is negative when too many had been taken. */
  correctTokens(scope: ClinicScope, month: string, tokens: number): Promise<void>;
  tokensTaken(scope: ClinicScope, month: string): Promise<number>;
  recordModelCall(scope: ClinicScope, record: ModelCallRecord): Promise<void>;
  /** What was said last in a conversation, oldest first, with the names under which its customer is known. */
  recentWords(scope: ClinicScope, conversationId: string, most: number): Promise<RecentWords>;
  /** The calls of a conversation, oldest first; words that have expired are gone. */
  modelCalls(scope: ClinicScope, conversationId: string): Promise<readonly ModelCallRecord[]>;
  /** From an instant up to, not including, another. */
  modelUsage(scope: ClinicScope, span: { from: Instant; to: Instant }): Promise<ModelUsage>;
  modelHealth(scope: ClinicScope): Promise<ModelHealth>;
}
