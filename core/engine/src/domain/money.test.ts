import { expect, test } from 'vitest';
import { formatVnd } from './money.ts';

test.each([
  [0, '0đ'],
  [99_000, '99.000đ'],
  [600_000, '600.000đ'],
  [12_345_678, '12.345.678đ'],
])('%i is written %s', (amount, written) => {
  expect(formatVnd(amount)).toBe(written);
});
