import { describe, expect, test } from 'vitest';
import { evaluate, kinds, setsOf } from './kinds.ts';

/**
 * Below these nothing may fall. The sets named "dev" were known when the rules were written; those named "held" were
 * written without looking at the rules, so their figures tell how the next thousand customers will be understood.
 */
const floors: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'dates-dev': { exact: 97 },
  'dates-held-1': { exact: 99 },
  'dates-held-2': { exact: 98 },
  'dialogues-dev': { passed: 93 },
  'dialogues-held-1': { passed: 94 },
  'grounding-dev': { right: 96 },
  'grounding-held-1': { right: 99 },
  'grounding-held-2': { right: 98 },
  'messages-dev': {
    'micro-F1': 93,
    'treatments and details': 93,
    'red flags found': 100,
    'opt-outs found': 100,
  },
  'messages-held-1': {
    'micro-F1': 99,
    'treatments and details': 99,
    'red flags found': 100,
    'opt-outs found': 100,
  },
  'messages-held-2': {
    'micro-F1': 98,
    'treatments and details': 97,
    'red flags found': 100,
    'opt-outs found': 100,
  },
  'messages-held-3': {
    'micro-F1': 97,
    'treatments and details': 97,
    'red flags found': 100,
    'opt-outs found': 100,
  },
  'messages-held-4': {
    'micro-F1': 96,
    'treatments and details': 97,
    'red flags found': 100,
    'opt-outs found': 100,
  },
};

describe.each(Object.entries(floors))('%s', (set, figures) => {
  test.each(Object.entries(figures))('%s is at least %d', async (name, floor) => {
    const score = await evaluate(set.split('-')[0] ?? '', set);
    const measured = score.figures[name];
    const faults = score.judged.flatMap(({ id, faults: own }) => own.map((fault) => `${id} ${fault}`));
    expect(measured, faults.join('\n')).toBeGreaterThanOrEqual(floor);
  });
});

test('every set has a floor', () => {
  expect(kinds.flatMap(setsOf)).toEqual(Object.keys(floors).toSorted());
});
