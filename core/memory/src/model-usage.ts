import type {
  Instant,
  ModelCallRecord,
  ModelHealth,
  ModelUsage,
  StoredStep,
  Unavailability,
} from '@glowbot/core';

type Kept = readonly ModelCallRecord[];
export type Span = { from: Instant; to: Instant };

export function usageOf(calls: Kept, journals: readonly (readonly StoredStep[])[], span: Span): ModelUsage {
  const isWithin = ({ at }: { at: Instant }) => span.from <= at && at < span.to;
  const recent = calls.filter(isWithin);
  const said = journals.flatMap((steps) =>
    steps.filter(({ event, from }) => event === 'customer.said' && !from.startsWith('handoff')),
  );
  const turns = said.filter(isWithin);
  const asked = new Set(
    recent
      .filter(({ use }) => use !== 'brief')
      .map((call) =>
        said.findLast(({ conversationId, at }) => conversationId === call.conversationId && at <= call.at),
      )
      .filter((step) => step !== undefined && isWithin(step)),
  );
  return { turns: turns.length, turnsWithoutCall: turns.length - asked.size, totals: totalsOf(recent) };
}

function totalsOf(calls: Kept): ModelUsage['totals'] {
  const groups = Map.groupBy(calls, ({ use, model }) => `${use} ${model}`);
  return [...groups.keys()].toSorted().flatMap((key) => {
    const group = groups.get(key) ?? [];
    const [first] = group;
    if (!first) return [];
    const sum = (of: (call: ModelCallRecord) => number) => group.reduce((total, call) => total + of(call), 0);
    const ending = (outcome: string) => group.filter((call) => call.outcome === outcome).length;
    const ms = group.map((call) => call.ms).toSorted((one, other) => one - other);
    const at = (share: number) => ms[Math.max(0, Math.ceil(ms.length * share) - 1)] ?? 0;
    const [used, refused] = [ending('used'), ending('refused')];
    return [
      {
        use: first.use,
        model: first.model,
        calls: group.length,
        used,
        refused,
        failed: group.length - used - refused,
        inputTokens: sum((call) => call.inputTokens),
        outputTokens: sum((call) => call.outputTokens),
        cacheReadTokens: sum((call) => call.cacheReadTokens),
        cacheWriteTokens: sum((call) => call.cacheWriteTokens),
        p50: at(0.5),
        p95: at(0.95),
      },
    ];
  });
}

const failures: ReadonlySet<string> = new Set<Unavailability>([
  'key-refused',
  'request-refused',
  'rate-limited',
  'vendor-failed',
  'no-answer-in-time',
]);

export function healthOf(calls: Kept): ModelHealth {
  const latestFirst = calls.toSorted((one, other) => other.at - one.at);
  const answered = latestFirst.find(({ outcome }) => !failures.has(outcome) && outcome !== 'moot');
  const failed = latestFirst.find(({ outcome }) => failures.has(outcome));
  const why = failed?.outcome;
  return {
    answeredAt: answered?.at ?? null,
    failed: failed && why && why !== 'used' && why !== 'refused' ? { at: failed.at, why } : null,
  };
}
