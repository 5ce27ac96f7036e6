import { describe, expect, test } from 'vitest';
import { scoreDates } from './score-dates.ts';
import { scoreMessages } from './score-messages.ts';

const now = '2026-11-25T10:20:00+07:00';

function scoreOfDate(expected: object, pred: object, alt: object[] = []): number | null | undefined {
  const item = { id: 'one', text: 'mai', now, expect: expected, alt, tags: [] };
  return scoreDates([item], new Map([['one', { pred }]])).figures['exact'];
}

describe('a date', () => {
  test.each<[string, object, object, number]>([
    [
      'is right when every field agrees',
      { date: '2026-11-26', time: '15:00' },
      { date: '2026-11-26', time: '15:00' },
      100,
    ],
    ['is wrong with another hour', { time: '15:00' }, { time: '03:00' }, 0],
    ['is wrong with a date nobody said', { time: '15:00' }, { date: '2026-11-26', time: '15:00' }, 0],
    [
      'may say the part of the day beside the hour',
      { time: '15:00' },
      { time: '15:00', partOfDay: 'afternoon' },
      100,
    ],
    [
      'may not invent a part of the day',
      { date: '2026-11-26' },
      { date: '2026-11-26', partOfDay: 'noon' },
      0,
    ],
    ['may be a range of one day', { date: '2026-11-26' }, { dateRange: ['2026-11-26', '2026-11-26'] }, 100],
    [
      'may begin today instead of on Monday',
      { dateRange: ['2026-11-23', '2026-11-29'] },
      { dateRange: ['2026-11-25', '2026-11-29'] },
      100,
    ],
    [
      'may not end early',
      { dateRange: ['2026-11-23', '2026-11-29'] },
      { dateRange: ['2026-11-23', '2026-11-28'] },
      0,
    ],
    ['is none only when nothing is found', { none: true }, { date: '2026-11-26' }, 0],
    ['is none when nothing is found', { none: true }, { none: true }, 100],
  ])('%s', (_, expected, pred, exact) => {
    expect(scoreOfDate(expected, pred)).toBe(exact);
  });

  test('may be read in another accepted way', () => {
    expect(scoreOfDate({ date: '2026-12-02' }, { date: '2026-11-25' }, [{ date: '2026-11-25' }])).toBe(100);
  });

  test('is wrong when nobody predicted it', () => {
    const item = { id: 'one', text: 'mai', now, expect: { date: '2026-11-26' }, tags: [] };
    expect(scoreDates([item], new Map()).figures['exact']).toBe(0);
  });
});

function figuresOf(expected: object, prediction: object, more: object = {}) {
  const item = { id: 'one', text: 'giá peel', expect: expected, tags: [], ...more };
  return scoreMessages([item], new Map([['one', prediction]])).figures;
}

describe('a message', () => {
  test('counts one intent too many and one too few', () => {
    const figures = figuresOf({ intents: ['ask_price', 'book'] }, { intents: ['ask_price', 'cancel'] });
    expect(figures['micro-F1']).toBe(50);
    expect(figures['all intents']).toBe(0);
  });

  test('may greet, and may have what is allowed', () => {
    const prediction = { intents: ['ask_price', 'greet', 'ask_promotion'] };
    expect(
      figuresOf({ intents: ['ask_price'] }, prediction, { allow: ['ask_promotion'] })['all intents'],
    ).toBe(100);
  });

  test('needs all treatments, in any order', () => {
    const expected = { intents: ['ask_price'], treatment: ['peel', 'meso'] };
    expect(figuresOf(expected, { intents: ['ask_price'], treatment: ['meso', 'peel'] })['treatment']).toBe(
      100,
    );
    expect(figuresOf(expected, { intents: ['ask_price'], treatment: 'peel' })['treatment']).toBe(0);
  });

  test('must not invent a phone, and may add a branch', () => {
    const prediction = { intents: ['book'], entities: { phone: '0903000111', branch: 'cs1' } };
    expect(figuresOf({ intents: ['book'] }, prediction)['added details (count)']).toBe(1);
  });

  test('counts missed red flags and false alarms apart', () => {
    const missed = figuresOf({ intents: ['medical_red_flag'], urgency: 'medical' }, { intents: [] });
    expect(missed['red flags found']).toBe(0);
    const falseAlarm = figuresOf({ intents: ['ask_price'] }, { intents: ['ask_price'], urgency: 'medical' });
    expect(falseAlarm['false alarms (count)']).toBe(1);
  });
});
