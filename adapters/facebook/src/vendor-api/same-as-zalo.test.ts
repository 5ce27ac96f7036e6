import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Siblings do not import each other, so both vendors hold this folder; its tests live in the other copy. */
const theirs = new URL('../../../zalo-api/src/vendor-api/', import.meta.url);
const ours = new URL('./', import.meta.url);
const sources = (folder: URL) => readdirSync(folder).filter((file) => !file.endsWith('.test.ts'));

it('both copies of vendor-api say the same, word for word', () => {
  expect(sources(ours)).toEqual(sources(theirs));
  for (const file of sources(ours)) {
    expect(readFileSync(new URL(file, ours), 'utf8')).toBe(readFileSync(new URL(file, theirs), 'utf8'));
  }
});
