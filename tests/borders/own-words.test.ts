import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { demoClinic } from '@glowbot/demo-clinic';
import { expect, test } from 'vitest';

const sources = path.join(import.meta.dirname, '../../core/engine/src');

/** Code and tables without their comments: an example in a comment teaches, it rules nothing. */
function codeOf(file: string): string {
  return readFileSync(path.join(sources, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .toLowerCase();
}

/** What could only have come from the demo clinic's records: names, streets, numbers, keys. */
function ownWords(): string[] {
  const { name, shortName, hotline, medicalHotline, branches, staff, treatments, promotions } = demoClinic();
  return [
    name,
    shortName,
    hotline,
    medicalHotline,
    ...branches.flatMap((branch) => [branch.address, ...branch.name.split(' – ').slice(1)]),
    ...staff.flatMap((person) => [
      person.name,
      ...(person.shortName.includes(' ') ? [person.shortName] : []),
    ]),
    ...treatments.flatMap((treatment) => (treatment.name.split(' ').length > 3 ? [treatment.name] : [])),
    ...treatments.flatMap(({ key }) => (key.includes('_') ? [key] : [])),
    ...promotions.map(({ key }) => key),
  ].map((word) => word.toLowerCase());
}

test('the rules know no clinic: no record of the demo clinic stands in the engine', () => {
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('fixtures'),
  );
  expect(files.length).toBeGreaterThan(200);
  const found = files.flatMap((file) => {
    const code = codeOf(file);
    return ownWords()
      .filter((word) => code.includes(word))
      .map((word) => `${file}: ${word}`);
  });
  expect(found).toEqual([]);
});
