import { copyKeys } from '@glowbot/core';
import { outcomeOf } from '../dialogue/prediction.ts';
import type { Stage } from '../stage/stage.ts';
import type { ChartCoverage, CoverageReport } from '../transitions/chart-coverage.ts';
import { type Act, wordsOfAct } from './act.ts';
import { chanceFrom } from './chance.ts';
import { imagine } from './imagine.ts';
import { type Goal, somePerson } from './person.ts';
import { playActs } from './play-acts.ts';
import { shrink } from './shrink.ts';

export type CrowdFailure = {
  /** The dialogue's own number: with the same seed it comes again. */
  dialogue: number;
  goal: Goal;
  promise: string;
  found: string;
  /** The smallest dialogue that still breaks the promise, as it would be written down. */
  smallest: readonly string[];
};

export type CrowdReport = {
  seed: number;
  dialogues: number;
  turns: number;
  outcomes: Readonly<Record<string, number>>;
  outcomesByGoal: Readonly<Record<string, Readonly<Record<string, number>>>>;
  transitions: CoverageReport;
  /** Sentences nobody in this crowd got to hear. */
  unsaid: readonly string[];
  failures: readonly CrowdFailure[];
};

export type CrowdOptions = {
  seed: number;
  dialogues: number;
  now: number;
  /** After so many different failures there is enough to work on. */
  mostFailures: number;
  onDialogue?: (done: number) => void;
};

/** Lets imagined customers talk to the engine, one after the other, and holds every moment to the promises. */
export async function runCrowd(
  stage: Stage,
  coverage: ChartCoverage,
  options: CrowdOptions,
): Promise<CrowdReport> {
  const outcomes: Record<string, number> = {};
  const byGoal: Record<string, Record<string, number>> = {};
  const said = new Set<string>();
  const failures: CrowdFailure[] = [];
  let turns = 0;
  let done = 0;
  while (done < options.dialogues && failures.length < options.mostFailures) {
    done += 1;
    const chance = chanceFrom(options.seed * 1_000_003 + done);
    const person = somePerson(stage.clinic, chance);
    /** Any minute of three weeks: nights, Sundays and holidays among them. */
    const now = options.now + chance.below(21 * 24 * 60) * 60_000;
    const { acts, breach, record } = await playActs(stage, now, (turn, sofar, offered) =>
      imagine(person, turn, sofar, offered, chance),
    );
    turns += acts.length;
    for (const { outbox } of record.commits)
      for (const { plan } of outbox)
        for (const { key } of [...plan.says, ...(plan.ask ? [plan.ask] : [])]) said.add(key);
    const outcome = breach ? 'failed' : outcomeOf([], record);
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    const own = (byGoal[person.goal] ??= {});
    own[outcome] = (own[outcome] ?? 0) + 1;
    if (breach) {
      const trial = async (candidate: readonly Act[]) =>
        (await playActs(stage, now, (turn) => candidate[turn])).breach?.promise;
      const smallest = await shrink(acts, breach.promise, trial);
      const { goal } = person;
      failures.push({ dialogue: done, goal, ...breach, smallest: smallest.map(wordsOfAct) });
    }
    options.onDialogue?.(done);
  }
  return {
    seed: options.seed,
    dialogues: done,
    turns,
    outcomes,
    outcomesByGoal: byGoal,
    transitions: coverage.report(),
    unsaid: copyKeys.filter((key) => !said.has(key)),
    failures,
  };
}
