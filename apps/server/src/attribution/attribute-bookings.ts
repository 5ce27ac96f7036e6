import {
  Entry,
  type History,
  judge,
  nextEntries,
  outcomesOf,
  RuleSet,
  standardRules,
  stateOf,
} from '@glowbot/attribution';
import type { AttributionStore, ClinicScope, Instant, StoredEntry } from '@glowbot/core';

const Written = Entry.pick({ kind: true, category: true, state: true });

/** The clinic's own rules, in force or of one version; until it has any, those of the house. */
export async function rulesOf(
  store: AttributionStore,
  scope: ClinicScope,
  version?: number,
): Promise<RuleSet> {
  const stored = await store.attributionRules(scope, version);
  return stored ? RuleSet.parse(stored.rules) : standardRules;
}

/** The lines that have to be added for one customer, so that the books say how things are. */
export async function linesFor(
  store: AttributionStore,
  scope: ClinicScope,
  { history, rules, now }: { history: History; rules: RuleSet; now: Instant },
): Promise<StoredEntry[]> {
  const outcomes = outcomesOf(history, rules.sameOutcomeDays);
  const written = Map.groupBy(
    await store.attributionLines(
      scope,
      outcomes.map(({ first }) => first),
    ),
    ({ outcome }) => outcome,
  );
  return outcomes.flatMap((outcome): StoredEntry[] => {
    const before = (written.get(outcome.first) ?? []).map((line) => Written.parse(line));
    const verdict = judge(history, outcome.first, rules);
    if (!verdict) return [];
    return nextEntries(before, outcome.first, verdict, stateOf(outcome)).map((entry, place) => ({
      ...entry,
      nth: before.length + place + 1,
      customer: history.customer,
      history,
      at: now,
    }));
  });
}
