import { expect, test } from 'vitest';
import { chartVersion } from './conversation.ts';
import { noFacts } from './facts.ts';
import { beginning, freeze, statePath, step, thaw } from './snapshot.ts';

const taken = step(beginning(), { type: 'staff.tookOver', at: 1 }).snapshot;

test('a frozen conversation thaws to the same state and facts', () => {
  const thawed = thaw(freeze(taken));
  expect(statePath(thawed)).toBe('handoff.withStaff');
  expect(thawed.context).toEqual(taken.context);
});

test('a thawed conversation goes on', () => {
  const next = step(thaw(freeze(taken)), { type: 'staff.released', at: 2 });
  expect(statePath(next.snapshot)).toBe('automated.idle');
});

test('one of another chart version resumes by its facts', () => {
  const json = JSON.stringify({
    value: { automated: { sell: 'hard' } },
    context: { ...noFacts, name: 'Lan' },
  });
  const thawed = thaw({ version: chartVersion - 1, json });
  expect(statePath(thawed)).toBe('automated.idle');
  expect(thawed.context.name).toBe('Lan');
});

test('one of another version that was in human hands stays there, in the most silent way', () => {
  const json = JSON.stringify({ value: { handoff: 'elsewhere' }, context: { ...noFacts, retired: 1 } });
  expect(statePath(thaw({ version: 0, json }))).toBe('handoff.withStaff');
});

test('a fact that changed its shape does not take the others with it', () => {
  const json = JSON.stringify({ value: {}, context: { name: 'Lan', misunderstood: 'often', wish: 7 } });
  expect(thaw({ version: 0, json }).context).toEqual({ ...noFacts, name: 'Lan' });
});

test('a state this chart does not know is not entered', () => {
  const json = JSON.stringify({ value: { automated: { book: 'nowhere' } }, context: noFacts });
  expect(statePath(thaw({ version: chartVersion, json }))).toBe('automated.idle');
});

test('an event that means nothing here moves nothing', () => {
  expect(step(beginning(), { type: 'slots.none', at: 1 }).moved).toBe(false);
});
