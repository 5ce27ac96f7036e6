import { buildLexicon, guard, guardRecords, understand } from '@glowbot/core';
import { demoClinic } from '@glowbot/demo-clinic';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wearyTexts } from '../load/weary-texts.ts';

const clinic = demoClinic();
const lexicon = buildLexicon(clinic);
const records = guardRecords(clinic, lexicon);
const now = Date.parse('2026-11-25T10:20:00+07:00');
const read = (text: string) => understand({ text, now }, lexicon);
const judge = (text: string) => guard(text, { records, now, known: {} });

/** Pieces of real messages in any order, among letters, signs and pictograms of any script. */
const words =
  'giá nám mai 3h t7 không hủy đặt lịch filler môi 0901 1tr5 sáng . , ? ( 😘 \n à nhầm rằm 24/7 cs1 em'.split(
    ' ',
  );
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'grapheme', maxLength: 4 })), {
      maxLength: 40,
    })
    .map((parts) => parts.join(' ')),
);

describe('any text', () => {
  test('is read, each intent once, and said in its own words', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.constantFrom(undefined, 'confirm', 'name', 'time', 'option'),
        (text, expecting) => {
          const { intents, evidence } = understand({ text, now, expecting, choices: ['9h', '11h'] }, lexicon);
          expect(new Set(intents.map(({ intent }) => intent)).size).toBe(intents.length);
          for (const { confidence } of intents) expect(confidence).toBeGreaterThan(0);
          for (const { words: said } of evidence) expect(said).not.toBe('');
        },
      ),
      { numRuns: 400 },
    );
  });

  test('is judged, and a refusal names words of it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const verdict = judge(text);
        if (!verdict.ok) expect(verdict.refused.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});

describe.each(Object.keys(wearyTexts(1)))('a hundred thousand characters of %s', (name) => {
  const text = wearyTexts(100_000)[name] ?? '';

  test('cost no more than the first four thousand: the rest is not read', () => {
    expect(read(text)).toEqual(read(text.slice(0, 4_000)));
  });
});

test('a text that would leave the house is judged to its last word', () => {
  const filling = 'Dạ em cảm ơn mình ạ. '.repeat(400);
  expect(judge(filling).ok).toBe(true);
  expect(judge(`${filling}Peel da 500k một buổi ạ.`).ok).toBe(false);
});

test('evidence names nobody: no phone number and no name is kept', () => {
  const name = fc.constantFrom('Hạnh Nguyên', 'Thảo', 'Ngọc Anh', 'Bảo Châu');
  const phone = fc.integer({ min: 10_000_000, max: 99_999_999 }).map((rest) => `09${rest}`);
  const frame = fc.constantFrom(
    (who: string, number: string) => `đặt hifu sáng mai, em tên ${who}, sđt ${number}`,
    (who: string, number: string) => `${who} ${number} nha shop`,
    (who: string, number: string) => `cho chị lịch t7, tên ${who} số ${number}`,
    (who: string, number: string) => `gọi lại cho em số ${number}, em là ${who}`,
  );
  fc.assert(
    fc.property(name, phone, frame, (who, number, say) => {
      const kept = read(say(who, number))
        .evidence.map(({ words: said }) => said)
        .join(' | ');
      expect(kept).not.toContain(number);
      expect(kept).not.toContain(who);
    }),
    { numRuns: 200 },
  );
});
