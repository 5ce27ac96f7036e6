import { expect, test } from 'vitest';
import { tokensOf } from './tokens.ts';

const wordsOf = (text: string) => tokensOf(text).list.map(({ word }) => word);

test('short forms are written out, decomposed letters composed, stretched ones shortened', () => {
  expect(wordsOf('bn tiền z shop')).toEqual(['bao', 'nhiêu', 'tiền', 'vậy', 'shop']);
  expect(wordsOf('bao nhiu')).toEqual(['bao', 'nhiêu']);
  expect(wordsOf('giá'.normalize('NFD'))).toEqual(['giá']);
  expect(wordsOf('đẹpppp huỷ')).toEqual(['đẹp', 'hủy']);
});

test('numbers and their units are parted, and "500k" does not deny anything', () => {
  expect(wordsOf('3h30 500k')).toEqual(['3', 'h', '30', '500', 'k']);
});

test('words lead back to the message as it was typed', () => {
  const tokens = tokensOf('Cho em hỏi GIÁ peel');
  expect(tokens.words(3, 5)).toBe('GIÁ peel');
});

test('in an accented message a bare word means itself', () => {
  const isLoose = (text: string) => tokensOf(text).list.at(-1)?.isLoose;
  expect(isLoose('em hỏi lần sau')).toBe(false);
  expect(isLoose('em hoi lan sau')).toBe(true);
});
