import { Address, copyKeys } from '@glowbot/core';
import { demoClinic } from '@glowbot/demo-clinic';
import { describe, expect, test } from 'vitest';
import { factsFor } from './facts-from-records.ts';
import { masked, ours } from './masked.ts';
import { everyWay } from './sayings.ts';

const clinic = demoClinic();
const blank = masked(clinic);

/** Every text of a key over all treatments of the demo clinic; `inOurWords` leaves the clinic's words out. */
const texts = (key: (typeof copyKeys)[number]) =>
  factsFor(key, clinic).flatMap((facts) => [...everyWay(key, facts, clinic, { language: 'vi' })]);
const inOurWords = (key: (typeof copyKeys)[number], address: Address | null = null, of = blank) =>
  factsFor(key, of).flatMap((facts) => [...everyWay(key, facts, of, { language: 'vi', address })].map(ours));

/** Sentences whose words are the clinic's own records. */
const quotes: ReadonlySet<string> = new Set([
  'faq.answer',
  'notOffered.answer',
  'aftercare.checkIn',
  'price.package',
]);

describe.each(copyKeys)('“%s” in Vietnamese', (key) => {
  test('is written in composed letters, without holes and without the signs of a mistake', () => {
    for (const text of texts(key)) {
      expect(text, text).toBe(text.normalize('NFC'));
      expect(text, text).not.toMatch(/undefined|null|NaN|\[object|\$\{| {2}|\s[,.;:?!]|[,;]\.|\(\)|“”/);
      expect(text, text).not.toMatch(/^\s|\s$|[ \t]\n|\n\n/);
    }
  });

  test('ends as a sentence ends', () => {
    if (quotes.has(key)) return;
    for (const text of inOurWords(key)) expect(text.trimEnd(), text).toMatch(/[.?!◌:]$|\d$|: [A-Z]+$/u);
  });

  test('begins with a capital letter, and so does each sentence after another', () => {
    for (const text of inOurWords(key)) expect(text, text).not.toMatch(/^\p{Ll}|[.?!] +\p{Ll}|\n\p{Ll}/u);
  });

  test('says "Dạ" once at most, and "ạ" never twice in a row', () => {
    for (const text of inOurWords(key)) {
      expect(text.match(/(?<!\p{L})dạ(?!\p{L})/giu)?.length ?? 0, text).toBeLessThanOrEqual(1);
      expect(text, text).not.toMatch(/ạ[ ,.]+ạ(?!\p{L})|nhé nhé|nhé ạ nhé|ạ nhé ạ/u);
      expect(text, text).not.toMatch(/.+\bDạ /u);
    }
  });

  test('promises and boasts of nothing', () => {
    const forbidden =
      /(?<!\p{L})(nhất|duy nhất|số một|hàng đầu|cam kết|đảm bảo|bảo đảm|100 ?%|vĩnh viễn|không đau|hết hẳn|khỏi hẳn|dứt điểm|triệt để|an toàn tuyệt đối|hiệu quả|cực kỳ|siêu|chắc chắn|yên tâm)(?!\p{L})/iu;
    for (const text of inOurWords(key)) expect(text, text).not.toMatch(forbidden);
  });

  test('gives no medical advice of our own', () => {
    const advice =
      /(?<!\p{L})(uống thuốc|bôi|chườm|kháng sinh|bình thường|không sao đâu|viêm|dị ứng|biến chứng)(?!\p{L})/iu;
    if (key === 'noShow.rescue' || key === 'defer.fine') return;
    for (const text of inOurWords(key)) expect(text, text).not.toMatch(advice);
  });

  test('names nobody and nothing of another clinic', () => {
    const names = [
      clinic.name,
      clinic.shortName,
      clinic.hotline,
      clinic.medicalHotline,
      ...clinic.branches.flatMap(({ name, address }) => [name, address]),
      ...clinic.staff.flatMap(({ name, shortName }) => [name, shortName]),
      ...clinic.treatments.map(({ name }) => name),
    ];
    for (const text of inOurWords(key))
      expect(names.filter((name) => text.toLowerCase().includes(name.toLowerCase()))).toEqual([]);
  });

  test('is short enough to be read on a telephone', () => {
    for (const text of inOurWords(key)) expect(text.length, text).toBeLessThanOrEqual(420);
    for (const text of texts(key)) expect(text.length, text).toBeLessThanOrEqual(1_900);
  });

  test('speaks to an elder as to an elder, and never slips back', () => {
    const voice = { self: 'em', selfToElders: 'cháu', address: 'mình', allowed: Address.options } as const;
    const elderly = { ...blank, voice: { ...voice, allowed: [...voice.allowed] } };
    for (const text of inOurWords(key, 'bác', elderly))
      expect(text, text).not.toMatch(/(?<!\p{L})(em|mình|chị|anh|bạn)(?!\p{L})(?! ấy)/iu);
  });
});
