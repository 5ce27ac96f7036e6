import { expect, test } from 'vitest';
import { respelled } from './chat-spelling.ts';

test.each([
  ['thág', 'tháng'],
  ['fun', 'phun'],
  ['chìu', 'chiều'],
  ['triêt', 'triệt'],
  ['nhậtt', 'nhật'],
  ['thík', 'thích'],
  ['zui', 'vui'],
])('"%s" may be "%s"', (typed, meant) => {
  expect(respelled(typed)).toContain(meant);
});

test.each(['nám', 'giá', 'sáng', 'hifu'])('"%s" is spelt as it is meant', (word) => {
  expect(respelled(word)).toEqual([]);
});
