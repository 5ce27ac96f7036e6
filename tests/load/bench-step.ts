import {
  beginning,
  buildLexicon,
  consultSkills,
  createSkillWatch,
  decide,
  freeze,
  type Instant,
  listen,
  openSkills,
  thaw,
  toLocal,
  understandTurn,
} from '@glowbot/core';
import { demoClinic } from '@glowbot/demo-clinic';
import { DialogueItem } from '@glowbot/rehearsal';
import { skills } from '@glowbot/server';
import { createMachine, transition } from 'xstate';
import { itemsOf, setsOf } from '../eval/kinds.ts';

/** What one pure step costs: a customer's words read by rules, the skills asked, the chart walked, the snapshot frozen. */
export type StepFigures = {
  steps: number;
  median: number;
  p99: number;
  /** By what this thread has worked, which a busy machine does not lengthen. */
  meanWorked: number;
  parts: { name: string; median: number; share: number }[];
  /** `transition()` of a chart of two states, in the same run: how fast this machine is just now. */
  plain: number;
};

const partNames = ['understanding', 'skills', 'chart and calendar', 'freezing'] as const;

/** Before this many rounds the code has not been compiled as it will run. */
const warmUp = 3;

export function stepFigures(rounds = 12): StepFigures {
  const walk = walker();
  const dialogues = setsOf('dialogues')
    .flatMap(itemsOf)
    .map((item) => DialogueItem.parse(item));
  const totals: number[] = [];
  const parts: number[][] = partNames.map(() => []);
  const plain: number[] = [];
  let worked = 0;
  for (let round = 0; round < rounds + warmUp; round += 1) {
    const isMeasured = round >= warmUp;
    const since = threadTime();
    for (const { turns, now } of dialogues) {
      const times = walk(
        turns.map(({ text }) => text),
        Date.parse(now),
      );
      if (!isMeasured) continue;
      for (const each of times) {
        totals.push(each.reduce((sum, time) => sum + time, 0));
        for (const [index, time] of each.entries()) parts[index]?.push(time);
      }
    }
    if (isMeasured) worked += threadTime() - since;
    const beside = plainTransition();
    if (isMeasured) plain.push(beside);
  }
  const means = parts.map((times) => times.reduce((sum, time) => sum + time, 0));
  const whole = means.reduce((sum, time) => sum + time, 0);
  return {
    steps: totals.length,
    median: quantile(totals, 0.5),
    p99: quantile(totals, 0.99),
    meanWorked: worked / totals.length,
    parts: partNames.map((name, index) => ({
      name,
      median: quantile(parts[index] ?? [], 0.5),
      share: (means[index] ?? 0) / whole,
    })),
    plain: quantile(plain, 0.5),
  };
}

/** Walks a dialogue with an empty calendar; for each turn the microseconds of each part. */
function walker() {
  const clinic = demoClinic();
  const lexicon = buildLexicon(clinic);
  const enabled = openSkills(skills, [], () => {});
  const loaded = { customer: { visits: 0, birthday: null }, books: {} };
  const watch = createSkillWatch();
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}`;
  };
  return (texts: readonly string[], now: Instant): number[][] => {
    let frozen = freeze(beginning());
    return texts.map((text) => {
      const snapshot = thaw(frozen);
      const facts = snapshot.context;
      const times: number[] = [];
      let since = performance.now();
      const lap = () => {
        const at = performance.now();
        times.push((at - since) * 1000);
        since = at;
      };
      const understanding = understandTurn([{ text }], lexicon, now, undefined, [], facts.language);
      lap();
      const turn = { understanding, words: [text], wish: facts.wish, clinic, now: toLocal(now, clinic.zone) };
      const { says } = consultSkills(enabled, turn, loaded, {
        clinicId: 'bench',
        now,
        watch,
        notice: () => {},
      });
      lap();
      const decided = decide({
        snapshot,
        events: [
          (standing) => ({
            type: 'customer.said',
            at: now,
            heard: listen(standing, understanding, clinic, {
              at: now,
              answered: says.length > 0,
              sent: null,
              customer: { name: null, phone: null },
            }),
            answers: says,
          }),
        ],
        clinic,
        calendar: { busy: [], bookings: [] },
        now,
        newId,
      });
      if (decided.kind !== 'decided') throw new TypeError('a calendar was given and asked for again');
      lap();
      frozen = freeze(decided.snapshot);
      lap();
      return times;
    });
  };
}

const lamp = createMachine({
  initial: 'off',
  states: { off: { on: { press: 'on' } }, on: { on: { press: 'off' } } },
});

/** Microseconds this thread has worked; too coarse for one step, right for many. */
function threadTime(): number {
  const { user, system } = process.threadCpuUsage();
  return user + system;
}

/** Microseconds of one plain step. */
function plainTransition(): number {
  let snapshot = lamp.resolveState({ value: 'off' });
  const steps = 400;
  const since = threadTime();
  for (let step = 0; step < steps; step += 1) {
    [snapshot] = transition(lamp, snapshot, { type: 'press' });
  }
  return (threadTime() - since) / steps;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Aimed at for the median of a whole step, in microseconds. */
const aim = 300;

export function stepTable({ steps, median, p99, meanWorked, parts, plain }: StepFigures): string {
  const us = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} µs`;
  const rows = [
    [`one pure step, p50 · p99 of ${steps} (aim: below ${aim} µs)`, `${us(median)} · ${us(p99)}`],
    ...parts.map(({ name, median: each, share }) => [
      `… ${name}`,
      `${us(each)} · ${Math.round(100 * share)} %`,
    ]),
    ['… mean of the time this thread worked, thawing included', us(meanWorked)],
    ['plain transition() of a chart of two states', us(plain)],
    ['… one pure step is as much as', `${(meanWorked / plain).toFixed(0)} of them`],
  ];
  const width = Math.max(...rows.map(([label = '']) => label.length));
  return `${rows.map(([label = '', value]) => `${label.padEnd(width)}  ${value}`).join('\n')}\n`;
}
