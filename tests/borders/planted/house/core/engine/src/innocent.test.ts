import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { test } from 'vitest';
import { smallClinic } from '../fixtures/small-clinic.ts';

test('tests may use the clock and name a vendor', () => [
  readFileSync,
  fc,
  smallClinic,
  Date.now(),
  'zalo-oa',
]);
