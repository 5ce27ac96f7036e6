import { describe, expect, it } from 'vitest';
import { cutBetweenCharacters, splitText } from './split-text.ts';

describe('splitting a long text', () => {
  it('leaves a short text whole, in NFC and without outer space', () => {
    expect(splitText('  Dạ em chào chị  '.normalize('NFD'), 100)).toEqual(['Dạ em chào chị']);
    expect(splitText(' \n ', 100)).toEqual([]);
  });

  it.each([
    [
      'between paragraphs',
      'Câu một. Câu hai.\n\nCâu ba. Câu bốn',
      30,
      ['Câu một. Câu hai.', 'Câu ba. Câu bốn'],
    ],
    ['between lines', 'Câu một, câu hai\nCâu ba dài hơn', 25, ['Câu một, câu hai', 'Câu ba dài hơn']],
    [
      'between sentences',
      'Giá 600.000đ ạ. Chị muốn đặt không',
      22,
      ['Giá 600.000đ ạ.', 'Chị muốn đặt không'],
    ],
    ['between words', 'một hai ba bốn năm', 11, ['một hai ba', 'bốn năm']],
    ['at the very limit', 'một hai ba', 7, ['một hai', 'ba']],
    ['inside an endless word', 'aaaaaaaaaa', 4, ['aaaa', 'aaaa', 'aa']],
  ])('cuts %s', (_, text, limit, parts) => {
    expect(splitText(text, limit)).toEqual(parts);
  });

  it('never cuts inside what a reader sees as one character', () => {
    expect(splitText('💆🏻‍♀️💆🏻‍♀️', 10)).toEqual(['💆🏻‍♀️', '💆🏻‍♀️']);
    expect(splitText('😀😀😀', 3)).toEqual(['😀', '😀', '😀']);
  });

  it('gets on with stacked marks that never end', () => {
    const zalgo = `a${'\u0323\u0302'.repeat(500)}`;
    expect(cutBetweenCharacters(zalgo, 100)).toBe(100);
    expect(splitText(zalgo, 100).join('')).toBe(zalgo.normalize('NFC'));
  });
});
