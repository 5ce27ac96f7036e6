import {
  type ConversationEvent,
  type ConversationSnapshot,
  describeMachines,
  type DescribedTransition,
  flat,
} from '@glowbot/core';
import { takenTransitions } from './taken-transitions.ts';

export type CoverageReport = {
  taken: number;
  all: number;
  /** What no step has used so far, with what would lead there. */
  missing: readonly DescribedTransition[];
};

/** Counts which transitions of the charts have ever been taken. */
export type ChartCoverage = {
  readonly onStep: (before: ConversationSnapshot, event: ConversationEvent) => void;
  /** How often each transition was taken, by id. */
  counts: ReadonlyMap<string, number>;
  report(): CoverageReport;
};

export function chartCoverage(): ChartCoverage {
  const counts = new Map<string, number>();
  const all = describeMachines().flatMap((machine) =>
    flat(machine).flatMap(({ transitions }) => transitions),
  );
  return {
    counts,
    onStep(before, event) {
      for (const id of takenTransitions(before, event)) counts.set(id, (counts.get(id) ?? 0) + 1);
    },
    report() {
      const missing = all.filter(({ id }) => !counts.has(id));
      return { taken: all.length - missing.length, all: all.length, missing };
    },
  };
}
