import { copyKeys, languages } from '@glowbot/core';
import { demoClinic } from '@glowbot/demo-clinic';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factsFor } from './facts-from-records.ts';
import { everyWay, said } from './sayings.ts';

const clinic = demoClinic();

describe.each(languages)('in %s', (language) => {
  test.each(copyKeys)('“%s” is not said twice in the same words, one turn after another', (key) => {
    for (const facts of factsFor(key, clinic).slice(0, 4))
      fc.assert(
        fc.property(fc.nat(1_000), fc.integer({ min: 1, max: 20 }), (turn, times) => {
          const now = said(key, facts, clinic, { language, turn, times });
          const asksAgain = said(key, facts, clinic, { language, turn: turn + 1, times: times + 1 });
          expect(asksAgain).not.toBe(now);
        }),
        { numRuns: 30 },
      );
  });

  test.each(copyKeys.filter((key) => /^(ask|greet\.hello|help)/.test(key)))(
    '“%s” asked for the third time offers help or choices',
    (key) => {
      const offers =
        language === 'vi'
          ? /“|ví dụ|hoặc|hay |•|cũng được|\d\./u
          : /"|for example| or |•|either|\d\.|enough|you can/i;
      for (const facts of factsFor(key, clinic))
        expect(said(key, facts, clinic, { language, times: 3 })).toMatch(offers);
    },
  );

  test.each(copyKeys)('“%s” may be worded at any turn: the same turn always gives the same words', (key) => {
    const [facts] = factsFor(key, clinic);
    if (!facts) throw new Error('no facts');
    expect(everyWay(key, facts, clinic, { language })).toEqual(everyWay(key, facts, clinic, { language }));
    expect(everyWay(key, facts, clinic, { language }).size).toBeGreaterThanOrEqual(2);
  });
});
