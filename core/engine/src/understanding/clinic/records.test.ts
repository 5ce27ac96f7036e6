import { describe, expect, test } from 'vitest';
import { dentalClinic } from '../../../fixtures/dental-clinic.ts';
import { hairClinic } from '../../../fixtures/hair-clinic.ts';
import { toInstant } from '../../domain/clinic-time.ts';
import { buildLexicon, understand } from '../index.ts';

const now = toInstant({ date: '2026-11-25', time: '10:20' }, 'Asia/Ho_Chi_Minh');
const teeth = buildLexicon(dentalClinic);
const hair = buildLexicon(hairClinic);
const treatments = (text: string, lexicon = teeth) => understand({ text, now }, lexicon).entities.treatments;

describe('a trouble names the treatment it is for', () => {
  test.each(['răng thưa', 'răng em thưa quá', 'em bị thưa răng', 'răng của con hơi thưa'])('%s', (text) => {
    expect(treatments(text)).toEqual(['boc_su']);
  });

  test('not where its words belong to different things', () => {
    expect(treatments('răng đẹp, tóc thưa')).toBeUndefined();
  });

  test('a treatment that is named beats a trouble', () => {
    expect(treatments('răng hô muốn bọc sứ')).toEqual(['boc_su']);
  });
});

describe('what is named and not wanted', () => {
  test.each([
    ['không niềng nữa, cho em tẩy trắng', ['tay_trang']],
    ['thôi khỏi implant, bọc sứ đi', ['boc_su']],
    ['đổi cạo vôi sang tẩy trắng nhé', ['tay_trang']],
    ['tẩy trắng chứ không phải cạo vôi', ['tay_trang']],
    ['niềng thì để sau, cạo vôi trước', ['cao_voi']],
  ])('is left out: %s', (text, meant) => {
    expect(treatments(text)).toEqual(meant);
  });

  test('is meant after all where nothing else is', () => {
    expect(treatments('không niềng nữa')).toEqual(['nieng']);
  });

  test('two that are both wanted stay two', () => {
    expect(treatments('cạo vôi với tẩy trắng nhiêu em')).toEqual(['cao_voi', 'tay_trang']);
  });
});

test.each([
  ['CAY TOC bao nhieu', 'cay_toc'],
  ['goi dau duong sinh', 'goi_dau'],
  ['masage cổ', 'massage'],
])('a name is found however it is typed: %s', (text, key) => {
  expect(treatments(text, hair)).toEqual([key]);
});
