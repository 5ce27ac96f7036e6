import { expect, test } from 'vitest';
import type { Intent, Understanding } from '../understanding/understanding.ts';
import { ownAnswers } from './own-answers.ts';

const asks = (intent: Intent): Understanding => ({
  intents: [{ intent, confidence: 1 }],
  entities: {},
  language: 'vi',
  evidence: [],
});
const nothingSaid = { staffWord: null, wish: { when: {} } };
const conceded = (confirmed: boolean) => ({
  staffWord: { promised: false, concession: { amount: 200_000, confirmed } },
  wish: { treatment: 'peel', when: {} },
});
const keys = (...args: Parameters<typeof ownAnswers>) => ownAnswers(...args).map(({ key }) => key);

test('who asks whether this is a bot is told the truth, with no skill installed', () => {
  expect(keys(asks('ask_is_bot'), nothingSaid)).toEqual(['isBot.yes']);
});

test('what a colleague conceded is not contradicted, and not promised before an owner confirms it', () => {
  expect(keys(asks('ask_price'), conceded(false))).toEqual(['concession.unconfirmed']);
  expect(keys(asks('ask_price'), conceded(true))).toEqual(['concession.confirmed']);
});

test('it is brought up only where money is', () => {
  expect(keys(asks('ask_location'), conceded(true))).toEqual([]);
  expect(keys(asks('ask_price'), nothingSaid)).toEqual([]);
});
