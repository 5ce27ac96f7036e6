import { Unavailability } from '@glowbot/core';
import { expect, test } from 'vitest';
import { UnreadableAnswer } from './page/json-reading.js';
import { readHandoffs, readModel, readModelCalls } from './page/read-model.js';
import { catalogues } from './page/words/words.js';

const brief = {
  title: 'Hỏi giá',
  summary: 'Khách hỏi giá.',
  replies: ['Dạ em chào mình ạ.'],
  by: 'model',
  at: 5,
};

test('a handoff has its brief, or none yet', () => {
  const body = {
    handoffs: [
      { conversationId: 'c-1', reason: 'media', brief },
      { conversationId: 'c-2', reason: 'medical', brief: null },
    ],
  };
  expect(readHandoffs(body)).toEqual(body.handoffs);
  const broken = { handoffs: [{ conversationId: 'c-1', reason: 'media', brief: { ...brief, by: 'magic' } }] };
  expect(() => readHandoffs(broken)).toThrow(UnreadableAnswer);
});

test('a call is read with what was objected to', () => {
  const call = { id: '1', use: 'word', outcome: 'refused', objections: ['It holds a number.'], at: 7, ms: 3 };
  expect(readModelCalls({ calls: [call] })).toEqual([
    { id: '1', use: 'word', outcome: 'refused', objections: ['It holds a number.'], at: 7 },
  ]);
});

const overview = {
  isConnected: true,
  state: { kind: 'resting', why: 'key-refused', forMs: 3_000 },
  month: '2026-11',
  tokensTaken: 10,
  tokenBudget: 100,
  tokensLeft: 90,
  usage: {
    turns: 4,
    shareWithoutCall: 0.5,
    cacheReadShare: null,
    calls: 2,
    refused: 1,
    failed: 0,
    costUsd: 0.01,
    unpriced: [],
  },
};

test('what the model did and whether it is there is read flat, and a server without one says so', () => {
  expect(readModel(overview)).toMatchObject({
    state: 'resting',
    why: 'key-refused',
    tokensLeft: 90,
    turns: 4,
  });
  expect(readModel({ ...overview, state: { kind: 'helping' } })).toMatchObject({
    state: 'helping',
    why: null,
  });
  expect(readModel({ isConnected: false })).toBeNull();
  expect(() => readModel({ ...overview, state: { kind: 'dancing' } })).toThrow(UnreadableAnswer);
});

test.each(['vi', 'en'] as const)(
  'every failure that a model can be away for has its words in %s',
  (language) => {
    const failures: readonly string[] = Unavailability.options;
    const worded = Object.keys(catalogues[language].modelFailures);
    expect(worded.filter((name) => !failures.includes(name))).toEqual([]);
    for (const why of [
      'key-refused',
      'request-refused',
      'rate-limited',
      'vendor-failed',
      'no-answer-in-time',
    ])
      expect(worded).toContain(why);
  },
);
