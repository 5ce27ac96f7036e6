import { expect, test } from 'vitest';
import { toPhone } from './phone.ts';

test.each(['0912345678', '0912 345 678', '0912.345.678', '+84 912 345 678', '84912345678'])(
  '%s is the same phone',
  (written) => {
    expect(toPhone(written)).toBe('0912345678');
  },
);

test.each(['0123456789', '091234567', '09123456789', '113', 'không có'])('%s is not a phone', (written) => {
  expect(toPhone(written)).toBeUndefined();
});
