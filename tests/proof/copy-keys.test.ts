import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { copyKeys } from '@glowbot/core';
import { expect, test } from 'vitest';

const house = path.join(import.meta.dirname, '../..');

/** Every source that decides what is said, but not the sentences themselves. */
function deciders(): string[] {
  return ['core/engine/src', 'plugins']
    .flatMap((folder) =>
      readdirSync(path.join(house, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        path.join(folder, file),
      ),
    )
    .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|node_modules|\/copy\/(facts|vi|en)\//.test(file))
    .map((file) => readFileSync(path.join(house, file), 'utf8'));
}

const isSaidBy = (sources: readonly string[]) => (key: string) =>
  sources.some((source) => source.includes(`'${key}'`));

/** Worded, and waiting for whoever says them. This list only ever becomes shorter. */
const stillUnsaid = ['event.lastDay', 'event.course', 'event.tooLate', 'deposit.none'];

test('every sentence of the catalogues is said by a chart, a skill or the engine, but for those named here', () => {
  expect(copyKeys.length).toBeGreaterThan(50);
  const sources = deciders();
  const unsaid = copyKeys.filter((key) => !isSaidBy(sources)(key));
  expect(unsaid.filter((key) => !stillUnsaid.includes(key))).toEqual([]);
});

test('a sentence nobody says is found', () => {
  expect(isSaidBy(deciders())('greet.planted')).toBe(false);
});
