import { copyKeys, type DescribedState, describeMachines, HandoffReason } from '@glowbot/core';
import { describe, expect, test } from 'vitest';
import { catalogues, wordsIn } from './page/words/words.js';

function inside(states: readonly DescribedState[], around = ''): { path: string; events: string[] }[] {
  return states.flatMap((state) => {
    const path = around + state.name;
    return [{ path, events: state.events }, ...inside(state.states, `${path}.`)];
  });
}

const states = describeMachines().flatMap((machine) => inside(machine.states));

describe.each(['vi', 'en'] as const)('in %s', (language) => {
  const catalogue = catalogues[language];

  test('every state of the charts has its words', () => {
    expect(states.map(({ path }) => path).filter((path) => !(path in catalogue.states))).toEqual([]);
  });

  test('every event of the charts has its words', () => {
    const events = [...new Set(states.flatMap((state) => state.events))];
    expect(events.filter((event) => !(event in catalogue.events))).toEqual([]);
  });

  test('every sentence and every reason for a handoff has its words', () => {
    expect(copyKeys.filter((key) => !(key in catalogue.copyKeys))).toEqual([]);
    expect(HandoffReason.options.filter((reason) => !(reason in catalogue.reasons))).toEqual([]);
  });

  test('nothing has words that no longer exists', () => {
    const paths = new Set(states.map(({ path }) => path));
    const keys = new Set<string>(copyKeys);
    expect(Object.keys(catalogue.states).filter((path) => !paths.has(path))).toEqual([]);
    expect(Object.keys(catalogue.copyKeys).filter((key) => !keys.has(key))).toEqual([]);
  });
});

const keysOf = (catalogue: object) =>
  Object.entries(catalogue).flatMap(([part, names]) => Object.keys(names).map((name) => `${part}.${name}`));

test('both languages say the same things', () => {
  expect(keysOf(catalogues.en).toSorted()).toEqual(keysOf(catalogues.vi).toSorted());
});

test('a name nobody has worded yet is shown as it is', () => {
  const words = wordsIn('vi');
  expect(words.state('automated.book.askingTime')).toBe('Đang hỏi giờ hẹn');
  expect(words.stateShort('automated.book.askingColour')).toBe('askingColour');
  expect(words.state('constructor')).toBe('constructor');
  expect(words.event('moon.rose')).toBe('moon.rose');
  expect(words.channel('toString')).toBe('toString');
});
