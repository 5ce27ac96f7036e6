import { expect, test } from 'vitest';
import { chartView, chartWith, deepestKnown, eventsFrom } from './page/chart-view.js';

const chart = {
  name: 'conversation',
  initial: 'automated',
  states: [
    {
      name: 'automated',
      initial: 'idle',
      events: ['customer.said', 'staff.tookOver'],
      states: [
        { name: 'idle' },
        {
          name: 'book',
          initial: 'checking',
          states: [{ name: 'checking' }, { name: 'holding', events: ['slot.held', 'customer.said'] }],
        },
        { name: 'deciding', states: [] },
      ],
    },
    { name: 'handoff', states: [{ name: 'withStaff' }] },
  ],
};

test('simple states come before boxes, each with its path', () => {
  const root = chartView(chart, 'automated.idle', new Set());
  expect(root.compound.map(({ path }) => path)).toEqual(['automated', 'handoff']);
  expect(root.compound[0]?.simple.map(({ path }) => path)).toEqual(['automated.idle', 'automated.deciding']);
  expect(root.compound[0]?.compound[0]?.simple.map(({ path }) => path)).toEqual([
    'automated.book.checking',
    'automated.book.holding',
  ]);
});

test('the current state is marked once, and every box around it is active', () => {
  const root = chartView(chart, 'automated.book.holding', new Set(['automated.idle']));
  const [automated, handoff] = root.compound;
  const book = automated?.compound[0];
  expect([automated?.isActive, automated?.isCurrent]).toEqual([true, false]);
  expect([book?.isActive, book?.isCurrent]).toEqual([true, false]);
  expect(book?.simple.map(({ isCurrent }) => isCurrent)).toEqual([false, true]);
  expect(handoff?.isActive).toBe(false);
  expect(automated?.simple.map(({ wasVisited }) => wasVisited)).toEqual([true, false]);
  expect(automated?.simple.map(({ isInitial }) => isInitial)).toEqual([true, false]);
});

test('a state the chart no longer has is shown as the box it was in', () => {
  expect(deepestKnown(chart, 'automated.book.askingColour')).toBe('automated.book');
  const root = chartView(chart, 'automated.book.askingColour', new Set());
  expect(root.compound[0]?.compound[0]?.isCurrent).toBe(true);
});

test('a name is not mistaken for a longer one that begins the same', () => {
  const twins = { states: [{ name: 'book' }, { name: 'booked' }] };
  expect(chartView(twins, 'booked', new Set()).simple.map(({ isActive }) => isActive)).toEqual([false, true]);
});

test('what can happen next is told from the inside out, each event once', () => {
  expect(eventsFrom(chart, 'automated.book.holding')).toEqual([
    'slot.held',
    'customer.said',
    'staff.tookOver',
  ]);
});

test('the chart that knows the state is the one drawn', () => {
  const other = { name: 'other', states: [{ name: 'resting' }] };
  expect(chartWith([other, chart], 'automated.idle')).toBe(chart);
  expect(chartWith([], 'automated.idle')).toBeUndefined();
});
