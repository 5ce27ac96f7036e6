import { expect, it } from 'vitest';
import { cleanText, rawText } from './clean-text.ts';

it('keeps text as PostgreSQL takes it: NFC, no NUL, no half characters, not endless', () => {
  expect(cleanText('Tr\u0000ị m\uD83D ụn'.normalize('NFD'))).toBe('Trị m\u{FFFD} ụn');
  expect(cleanText('a'.repeat(100_000))).toHaveLength(32_768);
});

it('keeps 64 KB of a raw event and no half character', () => {
  const raw = rawText(`a${'ạ'.repeat(40_000)}\u0000`);
  expect(Buffer.byteLength(raw)).toBeLessThanOrEqual(65_536);
  expect(raw).toMatch(/^aạ+$/);
  expect(rawText('{"a":"\u0000"}')).toBe('{"a":"\u{FFFD}"}');
});
