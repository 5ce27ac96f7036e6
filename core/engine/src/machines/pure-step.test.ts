import { transition } from 'xstate';
import { expect, test } from 'vitest';
import { conversation } from './conversation.ts';
import type { ConversationEvent } from './events.ts';
import { pureStep } from './pure-step.ts';
import { beginning, type ConversationSnapshot, thaw } from './snapshot.ts';

const at = Date.parse('2026-11-25T10:20:00+07:00');
const events: ConversationEvent[] = [
  { type: 'staff.acknowledged', at },
  { type: 'delivery.failed', at },
  {
    type: 'staff.called',
    at,
    call: { step: 1, person: 'le_tan', tellAt: at, answerBy: at + 60_000, expectedAt: null },
  },
  { type: 'timer.fired', at, timer: 'unattended' },
  { type: 'staff.tookOver', at },
  { type: 'staff.said', at, word: { promised: true, concession: null } },
  { type: 'timer.fired', at, timer: 'silence' },
  { type: 'staff.released', at },
];

test('a step is what XState’s own transition makes of it', () => {
  let snapshot: ConversationSnapshot = beginning();
  for (const event of events) {
    const [expected, actions] = transition(conversation, snapshot, event);
    const [next, orders] = pureStep(snapshot, event);
    expect(next.value).toEqual(expected.value);
    expect(next.context).toEqual(expected.context);
    expect(orders).toEqual(actions.map(({ type, params }) => ({ type, params })));
    snapshot = next;
  }
  expect(snapshot.value).toEqual({ automated: 'idle' });
});

test('an event that nobody hears leaves the very same snapshot', () => {
  const snapshot = thaw({ version: 2, json: JSON.stringify({ value: beginning().value, context: {} }) });
  expect(pureStep(snapshot, { type: 'booking.refused', at })[0]).toBe(snapshot);
});
