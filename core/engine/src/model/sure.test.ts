import { describe, expect, test } from 'vitest';
import { smallClinic } from '../../fixtures/small-clinic.ts';
import { buildLexicon, understandTurn } from '../understanding/index.ts';
import { doubtOf } from './sure.ts';

const lexicon = buildLexicon(smallClinic);
const now = Date.parse('2026-11-23T10:00:00+07:00');

const doubtAbout = (...texts: string[]) =>
  doubtOf(
    understandTurn(
      texts.map((text) => ({ text })),
      lexicon,
      now,
    ),
    texts,
  );

describe('the rules are sure, and no model is asked', () => {
  test.each([
    ['peel da giá bao nhiêu ạ'],
    ['cho em đặt lịch peel chiều mai nha'],
    ['dạ'],
    ['em cảm ơn shop'],
    ['cho em gặp nhân viên'],
    ['đừng nhắn tin cho tôi nữa'],
    ['sau khi tiêm filler mặt em sưng tím và đau dữ dội, mắt nhìn mờ quá phải làm sao đây trời'],
    [''],
    ['👍'],
  ])('%s', (text) => {
    expect(doubtAbout(text)).toBeNull();
  });
});

describe('the rules doubt', () => {
  test.each([
    ['trời ơi da nhăn nheo như bà già rồi phải cứu sao giờ', 'a message of which most stays unread'],
    ['blabla zượt zượt', 'words nobody knows'],
    ['peel xong trang điểm đi tiệc cưới kịp hông ta', 'a detail without a wish'],
    ['hufu giá sao', 'a question about something that is no record'],
  ])('%s: %s', (text) => {
    expect(doubtAbout(text)).not.toBeNull();
  });
});
