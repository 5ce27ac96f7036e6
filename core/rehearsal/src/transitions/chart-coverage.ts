import {
  type ConversationEvent,
  type ConversationSnapshot,
  describeMachines,
  type DescribedState,
  type DescribedTransition,
  flat,
} from '@glowbot/core';
import { takenStep } from './taken-transitions.ts';

export type CoverageReport = {
  taken: number;
  all: number;
  /** What no step has used so far, with what would lead there. */
  missing: readonly DescribedTransition[];
  guards: {
    /** Guards that have said both yes and no. */
    both: number;
    all: number;
    /** Guards that have given one answer only, or were never asked. */
    onesided: readonly { guard: string; answered: 'never' | 'yes' | 'no' }[];
  };
};

/** Counts which transitions of the charts have ever been taken, and what their guards have answered. */
export type ChartCoverage = {
  readonly onStep: (before: ConversationSnapshot, event: ConversationEvent) => void;
  /** How often each transition was taken, by id. */
  counts: ReadonlyMap<string, number>;
  answers: ReadonlyMap<string, ReadonlySet<boolean>>;
  report(): CoverageReport;
};

export function chartCoverage(machines: readonly DescribedState[] = describeMachines()): ChartCoverage {
  const counts = new Map<string, number>();
  const answers = new Map<string, Set<boolean>>();
  const coverage = {
    counts,
    answers,
    onStep(before: ConversationSnapshot, event: ConversationEvent) {
      const { transitions, guards } = takenStep(before, event);
      for (const id of transitions) counts.set(id, (counts.get(id) ?? 0) + 1);
      for (const { guard, answer } of guards)
        answers.set(guard, (answers.get(guard) ?? new Set()).add(answer));
    },
  };
  return { ...coverage, report: () => coverageOf([coverage], machines) };
}

/** What several ways of walking the charts have reached together. */
export function coverageOf(
  parts: readonly Pick<ChartCoverage, 'counts' | 'answers'>[],
  machines: readonly DescribedState[] = describeMachines(),
): CoverageReport {
  const all = machines.flatMap((machine) => flat(machine).flatMap(({ transitions }) => transitions));
  const missing = all.filter(({ id }) => !parts.some(({ counts }) => counts.has(id)));
  const names = [...new Set(all.flatMap(({ guard }) => (guard === null ? [] : [guard])))];
  const onesided = names.flatMap((guard) => {
    const given = new Set(parts.flatMap(({ answers }) => [...(answers.get(guard) ?? [])]));
    if (given.size === 2) return [];
    return [{ guard, answered: given.has(true) ? 'yes' : given.has(false) ? 'no' : 'never' } as const];
  });
  return {
    taken: all.length - missing.length,
    all: all.length,
    missing,
    guards: { both: names.length - onesided.length, all: names.length, onesided },
  };
}
