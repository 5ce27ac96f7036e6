import { describe, expect, it } from 'vitest';
import { findSaid, type SaidMessage } from './find-said.ts';

const notBefore = 1_795_410_000_000;
const said = (id: string, text: string, seconds: number, byAccount = true): SaidMessage => ({
  id,
  text,
  at: notBefore + seconds * 1000,
  byAccount,
});
const find = (
  texts: readonly string[],
  messages: readonly SaidMessage[],
  complete = true,
  fromTheStart = false,
) => findSaid(texts, notBefore, { messages, complete, fromTheStart });

const question = said('q', 'giá peel?', -60, false);

describe('finding what was said', () => {
  it('finds all parts, however the vendor writes their letters and spaces', () => {
    const thread = [said('2', 'phần hai', 2), said('1', ' Phần  một'.normalize('NFD'), 1), question];
    expect(find(['Phần một', 'phần hai'], thread)).toEqual({ kind: 'found', messageIds: ['1', '2'] });
  });

  it('forgives two seconds between the clocks', () => {
    expect(find(['dạ'], [said('1', 'dạ', -2)])).toEqual({ kind: 'found', messageIds: ['1'] });
    expect(find(['dạ'], [said('1', 'dạ', -3)])).toEqual({ kind: 'absent' });
  });

  it('does not take the same words of the customer, or one message for two texts', () => {
    expect(find(['dạ'], [said('1', 'dạ', 1, false), question])).toEqual({ kind: 'absent' });
    expect(find(['dạ', 'dạ'], [said('1', 'dạ', 1), question])).toMatchObject({ kind: 'unsure' });
  });

  it('is sure of an absence only when the thread reaches back and is readable', () => {
    expect(find(['dạ'], [question])).toEqual({ kind: 'absent' });
    expect(find(['dạ'], [])).toMatchObject({ kind: 'unsure' });
    expect(find(['dạ'], [said('1', 'khác', 1)])).toMatchObject({ kind: 'unsure' });
    expect(find(['dạ'], [question], false)).toMatchObject({ kind: 'unsure' });
    expect(find(['dạ'], [said('1', 'khác', 1)], true, true)).toEqual({ kind: 'absent' });
    expect(find(['dạ'], [], true, true)).toMatchObject({ kind: 'unsure' });
    expect(find([], [question])).toMatchObject({ kind: 'unsure' });
  });
});
