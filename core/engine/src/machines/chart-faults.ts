import { type DescribedState, type DescribedTransition, flat } from './describe.ts';

/** Something a chart must never be, found in its structure alone: no fact, word or calendar can excuse it. */
export type ChartFault = {
  kind: 'unreachable' | 'no-way-on' | 'no-person' | 'never-tried' | 'speaks-in-human-hands';
  /** The state, or the transition. */
  at: string;
};

/** Everything that is wrong with a chart's structure; an empty list is the proof. */
export function chartFaults(machine: DescribedState): ChartFault[] {
  const chart = chartOf(machine);
  const fault = (kind: ChartFault['kind']) => (at: string) => ({ kind, at });
  return [
    ...unreachable(chart).map(fault('unreachable')),
    ...withoutWayOn(chart).map(fault('no-way-on')),
    ...withoutPerson(chart).map(fault('no-person')),
    ...neverTried(chart).map(fault('never-tried')),
    ...speakingInHumanHands(chart).map(fault('speaks-in-human-hands')),
  ];
}

type Chart = {
  states: readonly DescribedState[];
  leaves: readonly DescribedState[];
  start: string;
  /** From each leaf, where its own transitions and those of the states around it can lead. */
  ways: ReadonlyMap<string, readonly string[]>;
};

function chartOf(machine: DescribedState): Chart {
  const states = flat(machine);
  const byPath = new Map(states.map((state) => [state.path, state]));
  const leaves = states.filter((state) => state.states.length === 0);
  const inside = (path: string): string => {
    const state = byPath.get(path);
    const initial = state?.states.find(({ name }) => name === state.initial);
    return initial ? inside(initial.path) : path;
  };
  const ways = leaves.map(({ path }) => {
    const own = around(path).flatMap((name) => byPath.get(name)?.transitions ?? []);
    return [path, own.flatMap(({ target }) => (target === null ? [] : [inside(target)]))] as const;
  });
  return { states, leaves, start: inside(machine.path), ways: new Map(ways) };
}

/** A state and the states around it, the innermost first: `a.b.c`, `a.b`, `a`, and the chart. */
function around(path: string): string[] {
  const names = path.split('.');
  return [...names.map((_, index) => names.slice(0, names.length - index).join('.')), ''];
}

function from(chart: Chart, start: string): Set<string> {
  const seen = new Set([start]);
  for (const path of seen) for (const next of chart.ways.get(path) ?? []) seen.add(next);
  return seen;
}

function unreachable(chart: Chart): string[] {
  const reached = from(chart, chart.start);
  return chart.leaves.map(({ path }) => path).filter((path) => !reached.has(path));
}

function withoutWayOn(chart: Chart): string[] {
  const leadsOn = (path: string) => (chart.ways.get(path) ?? []).some((next) => next !== path);
  return chart.leaves.map(({ path }) => path).filter((path) => !leadsOn(path));
}

function withoutPerson(chart: Chart): string[] {
  return chart.leaves
    .map(({ path }) => path)
    .filter((path) => ![...from(chart, path)].some((reached) => isInHumanHands(reached)));
}

/** What stands behind a transition without a question is never asked. */
function neverTried({ states }: Chart): string[] {
  return states.flatMap(({ transitions }) =>
    transitions
      .filter((one, index) =>
        transitions.slice(0, index).some(({ event, guard }) => event === one.event && guard === null),
      )
      .map(({ id }) => id),
  );
}

const isInHumanHands = (path: string) => path === 'handoff' || path.startsWith('handoff.');

const speaking: ReadonlySet<string> = new Set(['say', 'ask', 'answer']);
const speaks = (effects: readonly string[]) => effects.some((effect) => speaking.has(effect));

/**
 * In human hands nothing is said: not on entering a state, nor on the way from one to another. The emergency card before a person
 * has spoken is no exception to this: the conversation leaves human hands to say it.
 */
function speakingInHumanHands({ states }: Chart): string[] {
  const inHands = states.filter(({ path }) => isInHumanHands(path));
  const stays = ({ target }: DescribedTransition) => target === null || isInHumanHands(target);
  return [
    ...inHands.filter(({ entry }) => speaks(entry)).map(({ path }) => path),
    ...inHands.flatMap(({ transitions }) =>
      transitions.filter((one) => stays(one) && speaks(one.effects)).map(({ id }) => id),
    ),
  ];
}
