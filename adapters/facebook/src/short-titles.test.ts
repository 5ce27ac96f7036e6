import { describe, expect, it } from 'vitest';
import { shortTitles } from './short-titles.ts';

describe('titles on small buttons', () => {
  it('are left alone when they fit', () => {
    expect(shortTitles(['Peel da', '  15:00  hôm nay '], 20)).toEqual(['Peel da', '15:00 hôm nay']);
  });

  it('lose whole words, and say so', () => {
    expect(shortTitles(['Chăm sóc da chuyên sâu'], 20)).toEqual(['Chăm sóc da chuyên…']);
    expect(shortTitles(['Siêuâmtrẻhóalàndatoàndiện'], 20)).toEqual(['Siêuâmtrẻhóalàndato…']);
  });

  it('are numbered when they would look the same', () => {
    expect(shortTitles(['Triệt lông vĩnh viễn nách', 'Triệt lông vĩnh viễn chân', 'Peel'], 20)).toEqual([
      '1. Triệt lông vĩnh…',
      '2. Triệt lông vĩnh…',
      '3. Peel',
    ]);
  });

  it('stay the same when they were the same', () => {
    expect(shortTitles(['Có', 'Có'], 20)).toEqual(['Có', 'Có']);
  });

  it('never break a character', () => {
    expect(shortTitles([`${'a'.repeat(17)}💆🏻‍♀️💆🏻‍♀️`], 20)).toEqual([`${'a'.repeat(17)}…`]);
  });
});
