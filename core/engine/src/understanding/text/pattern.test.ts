import { expect, test } from 'vitest';
import { matchAt, pattern } from './pattern.ts';
import { tokensOf } from './tokens.ts';

function matches(source: string, text: string): number | undefined {
  return matchAt(pattern(source), { tokens: tokensOf(text), found: new Map() }, 0);
}

test('words, choices, options and room between them', () => {
  expect(matches('(giá|phí) bao nhiêu', 'phí bao nhiêu')).toBe(3);
  expect(matches('giá (ạ)? $', 'giá')).toBe(1);
  expect(matches('còn .. không', 'còn lịch chiều mai không')).toBe(5);
  expect(matches('còn ..1 không', 'còn lịch chiều mai không')).toBeUndefined();
});

test('a pause ends what is said in one breath', () => {
  expect(matches('không phải', 'không, phải')).toBeUndefined();
  expect(matches('còn .. không', 'còn nữa. không')).toBeUndefined();
});

test('accents that were typed must agree, missing ones are forgiven', () => {
  expect(matches('tối', 'toi')).toBe(1);
  expect(matches('tối', 'tôi')).toBeUndefined();
});

test('brackets that do not match are refused', () => {
  expect(() => pattern('a)')).toThrow('Unbalanced');
});
