import { copyFacts, copyKeys, languages } from '@glowbot/core';
import { demoClinic } from '@glowbot/demo-clinic';
import { describe, expect, test } from 'vitest';
import { factsFor } from './facts-from-records.ts';
import { everyWay, said, turns } from './sayings.ts';

const clinic = demoClinic();

/** Facts that a customer would act on: no wording may leave them out. */
const binding: ReadonlySet<string> = new Set([
  'amount',
  'min',
  'max',
  'perSession',
  'sessions',
  'minAge',
  'start',
  'oldStart',
  'expectedAt',
  'opensAt',
  'event',
  'lastDay',
  'firstDay',
  'visits',
  'bookings',
  'times',
  'answer',
  'say',
]);

describe.each(languages)('in %s', (language) => {
  test.each(copyKeys)('every fact “%s” asks for is said in one of its wordings', (key) => {
    const sets = factsFor(key, clinic);
    for (const fact of Object.keys(copyFacts[key].shape)) {
      const isSaid = sets.some((facts) =>
        sets.some((other) => {
          if (JSON.stringify(other[fact]) === JSON.stringify(facts[fact])) return false;
          const changed = copyFacts[key].safeParse({ ...facts, [fact]: other[fact] });
          if (!changed.success) return false;
          try {
            const altered = everyWay(key, { ...facts, [fact]: other[fact] ?? null }, clinic, { language });
            return [...everyWay(key, facts, clinic, { language })].some((text) => !altered.has(text));
          } catch {
            return false;
          }
        }),
      );
      expect(isSaid || new Set(sets.map((set) => JSON.stringify(set[fact]))).size < 2, fact).toBe(true);
    }
  });

  test.each(copyKeys)('no first wording of “%s” leaves out what a customer would act on', (key) => {
    const sets = factsFor(key, clinic);
    for (const fact of Object.keys(copyFacts[key].shape).filter((name) => binding.has(name))) {
      const [facts] = sets;
      const other = sets.find((set) => JSON.stringify(set[fact]) !== JSON.stringify(facts?.[fact]));
      if (!facts || !other) continue;
      for (const turn of turns)
        expect(
          said(key, { ...facts, [fact]: other[fact] ?? null }, clinic, { language, turn }),
          fact,
        ).not.toBe(said(key, facts, clinic, { language, turn }));
    }
  });
});
