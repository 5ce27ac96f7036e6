import { expect, test } from 'vitest';
import { chartFaults } from './chart-faults.ts';
import { conversation } from './conversation.ts';
import { describeChart, describeMachines, flat } from './describe.ts';
import { eventWords, stateWords } from './description-words.ts';
import { vocabulary } from './setup.ts';

const [chart] = describeMachines();

test('every state can be reached, leads on and leads to a person; in human hands nothing is said', () => {
  expect(chartFaults(chart)).toEqual([]);
});

test('every question a chart asks has a name that can be read in a drawing', () => {
  const guards = flat(chart).flatMap(({ transitions }) => transitions.map(({ guard }) => guard));
  expect(guards).not.toContain('condition');
  const known = Object.keys(conversation.implementations.guards);
  expect(guards.filter((guard) => guard !== null && !known.includes(guard))).toEqual([]);
  expect(known.filter((guard) => !guards.includes(guard))).toEqual([]);
});

test('every state and every event is described in Vietnamese and English, and nothing else is', () => {
  const states = flat(chart).map(({ path, name }) => (path === '' ? name : path));
  expect(Object.keys(stateWords).toSorted()).toEqual(states.toSorted());
  expect(Object.keys(eventWords).toSorted()).toEqual(Object.keys(chart.eventDescriptions).toSorted());
  const texts = [...Object.values(stateWords), ...Object.values(eventWords)];
  expect(texts.filter(({ vi, en }) => vi === '' || en === '' || vi === en)).toEqual([]);
});

const idle = { on: { 'customer.said': 'talking', 'delivery.failed': '#handoff' } } as const;
const handoff = { id: 'handoff', on: { 'staff.released': 'automated' } } as const;
const say = { type: 'say', params: { key: 'greet.hello', facts: {} } } as const;

/** A chart as sound as it is small; what a test adds is what is wrong with it. */
const planted = {
  sound: vocabulary.createMachine({
    context: ({ input }) => input,
    initial: 'automated',
    states: {
      automated: { initial: 'idle', states: { idle, talking: { entry: say, always: 'idle' } } },
      handoff,
    },
  }),
  unreachable: vocabulary.createMachine({
    context: ({ input }) => input,
    initial: 'automated',
    states: {
      automated: {
        initial: 'idle',
        states: { idle, talking: { always: 'idle' }, forgotten: { always: 'idle' } },
      },
      handoff,
    },
  }),
  trap: vocabulary.createMachine({
    context: ({ input }) => input,
    initial: 'automated',
    states: { automated: { initial: 'idle', states: { idle, talking: {} } }, handoff },
  }),
  loop: vocabulary.createMachine({
    context: ({ input }) => input,
    initial: 'automated',
    states: {
      automated: {
        initial: 'idle',
        states: { idle, talking: { always: 'musing' }, musing: { always: 'talking' } },
      },
      handoff,
    },
  }),
  shadowed: vocabulary.createMachine({
    context: ({ input }) => input,
    initial: 'automated',
    states: {
      automated: {
        initial: 'idle',
        states: { idle, talking: { always: [{ target: 'idle' }, { guard: 'redFlag', target: '#handoff' }] } },
      },
      handoff,
    },
  }),
  talkative: vocabulary.createMachine({
    context: ({ input }) => input,
    initial: 'automated',
    states: {
      automated: { initial: 'idle', states: { idle, talking: { always: 'idle' } } },
      handoff: { ...handoff, entry: say, on: { ...handoff.on, 'customer.said': { actions: say } } },
    },
  }),
};

test.each([
  ['sound', []],
  ['unreachable', [{ kind: 'unreachable', at: 'automated.forgotten' }]],
  [
    'trap',
    [
      { kind: 'no-way-on', at: 'automated.talking' },
      { kind: 'no-person', at: 'automated.talking' },
    ],
  ],
  [
    'loop',
    [
      { kind: 'no-person', at: 'automated.talking' },
      { kind: 'no-person', at: 'automated.musing' },
    ],
  ],
  ['shadowed', [{ kind: 'never-tried', at: 'automated.talking at once 2' }]],
  [
    'talkative',
    [
      { kind: 'speaks-in-human-hands', at: 'handoff' },
      { kind: 'speaks-in-human-hands', at: 'handoff customer.said 1' },
    ],
  ],
] as const)('a planted chart that is %s is judged so', (name, faults) => {
  expect(chartFaults(describeChart(planted[name].root))).toEqual(faults);
});
