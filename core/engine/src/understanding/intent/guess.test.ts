import { describe, expect, test } from 'vitest';
import { smallClinic } from '../../../fixtures/small-clinic.ts';
import { toInstant } from '../../domain/clinic-time.ts';
import { buildLexicon, understand } from '../index.ts';

const lexicon = buildLexicon(smallClinic);
const now = toInstant({ date: '2026-11-25', time: '10:20' }, smallClinic.zone);
const found = (text: string) => understand({ text, now }, lexicon).intents;
const sure = (text: string, wanted: string) =>
  found(text).find(({ intent }) => intent === wanted)?.confidence ?? 0;

describe('where no phrase says what is wanted', () => {
  test.each([
    ['filler môi sáng mai', 'book'],
    ['tiêm filler cứng môi không', 'ask_treatment_info'],
    ['bác sĩ An khéo hông', 'ask_doctor'],
  ])('the subject tells: %s', (text, intent) => {
    expect(sure(text, intent)).toBeGreaterThan(0);
  });

  test('a guess is less sure than a phrase', () => {
    const guessed = sure('filler môi sáng mai', 'book');
    expect(guessed).toBeGreaterThan(0);
    expect(guessed).toBeLessThan(sure('đặt lịch filler môi sáng mai', 'book'));
  });

  test.each(['.', '😘😘', '12', 'abc'])('nothing is guessed from nothing: %s', (text) => {
    const grave = ['cancel', 'opt_out', 'complaint', 'medical_red_flag'];
    const { intents } = understand({ text, now }, lexicon);
    expect(intents.filter(({ intent }) => grave.includes(intent))).toEqual([]);
  });
});
