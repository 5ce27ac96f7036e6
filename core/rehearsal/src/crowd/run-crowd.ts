import { copyKeys } from '@glowbot/core';
import { outcomeOf } from '../dialogue/prediction.ts';
import type { Stage } from '../stage/stage.ts';
import type { ChartCoverage, CoverageReport } from '../transitions/chart-coverage.ts';
import { wordsOfAct } from './act.ts';
import { chanceFrom } from './chance.ts';
import { inTurns } from './in-turns.ts';
import { type Goal, somePeople } from './person.ts';
import { type Move, playMoves } from './play-moves.ts';
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
  /** Several people may write at once, and want the same times. */
  customers: number;
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

/** Lets imagined customers talk to the engine, a few at a time, and holds every moment to the promises. */
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
  let customers = 0;
  let done = 0;
  while (done < options.dialogues && failures.length < options.mostFailures) {
    done += 1;
    const chance = chanceFrom(options.seed * 1_000_003 + done);
    const people = somePeople(stage.clinic, chance);
    customers += people.length;
    /** Any minute of three weeks: nights, Sundays and holidays among them. */
    const now = options.now + chance.below(21 * 24 * 60) * 60_000;
    const { moves, breach, records } = await playMoves(stage, now, inTurns(people, chance));
    turns += moves.length;
    for (const { commits } of records)
      for (const { plan } of commits.flatMap(({ outbox }) => outbox))
        for (const { key } of [...plan.says, ...(plan.ask ? [plan.ask] : [])]) said.add(key);
    const failed = breach && moves.at(-1)?.who;
    for (const [who, { goal }] of people.entries()) {
      const record = records[who];
      const outcome = who === failed ? 'failed' : record ? outcomeOf([], record) : 'abandoned';
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      const own = (byGoal[goal] ??= {});
      own[outcome] = (own[outcome] ?? 0) + 1;
    }
    if (breach) {
      const trial = async (candidate: readonly Move[]) =>
        (await playMoves(stage, now, async (sofar) => candidate[sofar.length])).breach?.promise;
      const smallest = await shrink(moves, breach.promise, trial);
      const goal = people[failed ?? 0]?.goal ?? 'nonsense';
      failures.push({ dialogue: done, goal, ...breach, smallest: smallest.map(wordsOfMove) });
    }
    options.onDialogue?.(done);
  }
  return {
    seed: options.seed,
    dialogues: done,
    customers,
    turns,
    outcomes,
    outcomesByGoal: byGoal,
    transitions: coverage.report(),
    unsaid: copyKeys.filter((key) => !said.has(key)),
    failures,
  };
}

/** As a journey writes it; whoever is not the first person is told apart by a number. */
const wordsOfMove = ({ who, act }: Move) => (who === 0 ? '' : `(${who + 1}) `) + wordsOfAct(act);
