import { expect, test } from 'vitest';
import { askedQuestions, signatureOf } from './asked-questions.ts';

test.each([
  ['Có gửi ô tô được không em?', 'gui o to dc ko shop'],
  ['bảo hành bao lâu vậy ạ', 'Bảo hành bao lâu?'],
  ['làm xong tập gym được không', 'tập gym làm xong có được không em ơi'],
])('“%s” and “%s” are one question', (one, other) => {
  expect(signatureOf(one)).toBe(signatureOf(other));
});

test('different questions stay different', () => {
  expect(signatureOf('tập gym được không')).not.toBe(signatureOf('bơi được không'));
});

test('phone numbers are left out of what is kept, and nothing asked is nothing kept', () => {
  const ids = ['a', 'b', 'c'];
  const newId = () => ids.shift() ?? '';
  const open = [
    { answers: 'x', open: 'số em 0912 345 678, tập gym được không' },
    { answers: 'y', open: 'tập gym được không, số em 0912345678' },
    { answers: 'z', open: 'dạ em ơi' },
  ];
  expect(askedQuestions(open, { newId, at: 5 })).toEqual([
    { id: 'a', signature: 'gym so tap', words: 'số em …, tập gym được không', at: 5 },
  ]);
});
