import { expect, test } from 'vitest';
import { stepEffects } from './page/step-effects.js';

test('what was said and asked comes in order, by copy key', () => {
  const detail = {
    effects: [
      { type: 'answer', keys: ['price.fixed', 'faq.answer'] },
      { type: 'say', key: 'availability.free' },
      { type: 'ask', key: 'ask.time', question: 'time', times: 2 },
      { type: 'openHandoff', reason: 'medical', priority: 'urgent' },
    ],
  };
  expect(stepEffects(detail)).toEqual({
    spoken: [
      { kind: 'said', key: 'price.fixed', times: 1 },
      { kind: 'said', key: 'faq.answer', times: 1 },
      { kind: 'said', key: 'availability.free', times: 1 },
      { kind: 'asked', key: 'ask.time', times: 2 },
    ],
    done: [{ kind: 'done', name: 'openHandoff', reason: 'medical' }],
    isUnhandled: false,
  });
});

test('an event that changed nothing is told as such', () => {
  expect(stepEffects({ effects: [], unhandled: true }).isUnhandled).toBe(true);
});

test.each([
  null,
  undefined,
  'text',
  7,
  [],
  {},
  { effects: 'no' },
  { effects: [null, 3, {}, { type: 4 }, { type: 'say' }] },
])('a detail of an unknown shape says nothing and breaks nothing: %j', (detail) => {
  expect(stepEffects(detail).spoken).toEqual([]);
});
