import type { Happening, SkillTurn } from '@glowbot/core';
import { expect, test } from 'vitest';
import { LoyaltySettings, loyaltyPoints } from './loyalty-points.ts';

const settings = LoyaltySettings.parse({});

const ask = (text: string, points?: number) => {
  const turn = { words: [text], understanding: { language: 'vi' } } as unknown as SkillTurn;
  return loyaltyPoints.consider(
    turn,
    { book: { customer: points === undefined ? {} : { points }, clinic: {} } },
    settings,
  );
};

test('says how many points there are, and that there are none yet', () => {
  expect(ask('em có bao nhiêu điểm rồi', 30)).toMatchObject([
    { facts: { answer: expect.stringContaining('30 điểm') } },
  ]);
  expect(ask('điểm tích lũy của chị còn không')).toMatchObject([
    { facts: { answer: expect.stringContaining('0 điểm') } },
  ]);
});

test('says nothing to whoever asks something else', () => {
  expect(ask('giá peel bao nhiêu', 30)).toEqual([]);
  expect(ask('trang điểm được không', 30)).toEqual([]);
});

test('a visit that took place brings points, as many as the clinic wishes; nothing else does', () => {
  const happened = (kind: Happening['kind'], own = settings) =>
    loyaltyPoints.observe?.({ kind } as Happening, own).map(({ amount }) => amount);
  expect(happened('visit.completed')).toEqual([10]);
  expect(happened('visit.completed', { pointsPerVisit: 25 })).toEqual([25]);
  expect(happened('booking.made')).toEqual([]);
  expect(happened('visit.missed')).toEqual([]);
});
