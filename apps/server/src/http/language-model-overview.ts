import { costOf } from '@glowbot/claude';
import {
  type ClinicScope,
  type Instant,
  leastCallTokens,
  minuteMs,
  type ModelDesk,
  type ModelHealth,
  type ModelSettings,
  type ModelUsage,
  toInstant,
  toLocal,
  type Unavailability,
} from '@glowbot/core';

/** Whether the model takes part just now. Whatever it is, customers are answered: by rules where it does not. */
export type ModelState =
  | { kind: 'helping' }
  | { kind: 'switched-off' }
  | { kind: 'over-budget' }
  /** This server does not even ask it for a while. */
  | { kind: 'resting'; why: Unavailability; forMs: number }
  /** The latest call that told anything about the vendor failed, here or on another server. */
  | { kind: 'failing'; why: Unavailability; since: Instant };

/** A failure longer ago than this says nothing about now. */
const staleMs = 30 * minuteMs;

/** What the model does for a clinic, what a month of it cost, and how much of the budget is left. */
export async function languageModelOverview(
  desk: ModelDesk,
  scope: ClinicScope,
  { zone, now, month }: { zone: string; now: Instant; month: string },
) {
  const { ledger, limits, model } = desk;
  const [settings, tokensTaken, usage, health] = await Promise.all([
    ledger.modelSettings(scope),
    ledger.tokensTaken(scope, month),
    ledger.modelUsage(scope, spanOf(month, zone)),
    ledger.modelHealth(scope),
  ]);
  const tokenBudget = settings.monthlyTokens ?? limits.monthlyTokens;
  const tokensLeft = Math.max(0, tokenBudget - tokensTaken);
  return {
    isConnected: true as const,
    state: stateOf({ settings, tokensLeft, resting: model.resting(), health, now }),
    settings,
    month,
    tokensTaken,
    tokenBudget,
    tokensLeft,
    usage: figuresOf(usage),
  };
}

export function thisMonth(now: Instant, zone: string): string {
  return toLocal(now, zone).date.slice(0, 7);
}

function spanOf(month: string, zone: string): { from: Instant; to: Instant } {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  const begins = (first: string) => toInstant({ date: `${first}-01`, time: '00:00' }, zone);
  return { from: begins(month), to: begins(next) };
}

function stateOf(seen: {
  settings: ModelSettings;
  tokensLeft: number;
  resting: ReturnType<ModelDesk['model']['resting']>;
  health: ModelHealth;
  now: Instant;
}): ModelState {
  const { settings, tokensLeft, resting, now } = seen;
  const { failed, answeredAt } = seen.health;
  if (!settings.isOn) return { kind: 'switched-off' };
  if (tokensLeft < leastCallTokens) return { kind: 'over-budget' };
  if (resting) return { kind: 'resting', ...resting };
  const isAway = failed !== null && failed.at > (answeredAt ?? 0) && now - failed.at < staleMs;
  return isAway ? { kind: 'failing', why: failed.why, since: failed.at } : { kind: 'helping' };
}

/** Sums with their shares. The cost, in US dollars, is that of the models whose price is known; the others are named. */
function figuresOf({ turns, turnsWithoutCall, totals }: ModelUsage) {
  const sum = (of: (one: ModelUsage['totals'][number]) => number) =>
    totals.reduce((all, one) => all + of(one), 0);
  const priced = totals.map((one) => ({ ...one, costUsd: costOf(one.model, one) }));
  const inputTokens = sum((one) => one.inputTokens);
  return {
    turns,
    turnsWithoutCall,
    shareWithoutCall: turns === 0 ? null : turnsWithoutCall / turns,
    calls: sum(({ calls }) => calls),
    refused: sum(({ refused }) => refused),
    failed: sum(({ failed }) => failed),
    inputTokens,
    outputTokens: sum((one) => one.outputTokens),
    cacheReadShare: inputTokens === 0 ? null : sum((one) => one.cacheReadTokens) / inputTokens,
    costUsd: priced.reduce((all, { costUsd }) => all + (costUsd ?? 0), 0),
    unpriced: [...new Set(priced.filter(({ costUsd }) => costUsd === null).map(({ model }) => model))],
    totals: priced,
  };
}
