import { expect, it } from 'vitest';
import { vendorTime } from './vendor-time.ts';

const receivedAt = 1_795_410_000_000;

it.each([
  ['milliseconds', [1_795_409_000_000], 1_795_409_000_000],
  ['digits', ['1795409000000'], 1_795_409_000_000],
  ['seconds', [1_795_409_000], 1_795_409_000_000],
  ['zero, so the next', [0, '1795409000'], 1_795_409_000_000],
  ['nothing at all', [undefined, null, 'x', {}, -5, Number.POSITIVE_INFINITY], receivedAt],
  ['the year 9999', [253_370_764_800_000], receivedAt],
])('reads a stamp that is %s', (_, stamps, expected) => {
  expect(vendorTime(stamps, receivedAt)).toBe(expected);
});
