import { expect, test } from 'vitest';
import type { UnsaidReply } from '../contracts/outbox-store.ts';
import type { Say } from '../machines/effects.ts';
import { noFacts } from '../machines/facts.ts';
import type { ReplyPlan } from './reply-plan.ts';
import { asLastSaid, standingBefore, timersOfUnsaid, withUnsaid } from './unsaid.ts';

const price = (treatment: string): Say => ({
  type: 'say',
  key: 'price.fixed',
  facts: { treatment, area: null, amount: 600_000, unit: 'buổi' },
});
const say = (key: Say['key'], facts: Say['facts'] = {}): Say => ({ type: 'say', key, facts });
const plan = (says: Say[], about: Partial<ReplyPlan> = {}): ReplyPlan => ({
  language: 'vi',
  address: null,
  turn: 0,
  introduce: false,
  says,
  ask: null,
  ...about,
});
const asking = (question: 'phone' | 'agreement') => ({ question, times: 1, choices: [], bookingId: null });
const stood = { asking: null, misunderstood: 0, timers: [], binding: false };
const unsaid = (says: Say[], about: Partial<UnsaidReply> = {}): UnsaidReply => ({
  id: '00000000-0000-4000-8000-000000000001',
  plan: plan(says),
  proactive: false,
  before: stood,
  ...about,
});
const keys = ({ says }: ReplyPlan) => says.map(({ key }) => key);

test('what was not said comes first, in order, and each sentence once', () => {
  const together = withUnsaid(
    plan([price('filler'), price('peel')]),
    [unsaid([price('peel')]), unsaid([price('mun')])],
    false,
  );
  expect(together.says).toEqual([price('mun'), price('filler'), price('peel')]);
});

test('of sentences about a wished time only the latest holds, and courtesies go', () => {
  const free = (start: number) => say('availability.free', { start, branches: 'north' });
  const earlier = unsaid([free(1), say('thanks.welcome'), price('peel')]);
  expect(withUnsaid(plan([free(2)]), [earlier], false).says).toEqual([price('peel'), free(2)]);
  expect(keys(withUnsaid(plan([price('mun')]), [earlier], false))).toEqual([
    'availability.free',
    'price.fixed',
    'price.fixed',
  ]);
});

test('who writes is introduced once, in the first reply that is said', () => {
  const first = unsaid([], { plan: plan([price('peel')], { introduce: true }) });
  expect(withUnsaid(plan([price('mun')]), [first], false).introduce).toBe(true);
});

test('the question is the one to be asked now', () => {
  const ask = {
    type: 'ask' as const,
    key: 'ask.phone' as const,
    facts: { name: null },
    choices: [],
    times: 1,
  };
  const first = unsaid([], { plan: plan([price('peel')], { ask: { ...ask, question: 'phone' } }) });
  expect(withUnsaid(plan([price('mun')]), [first], false).ask).toBe(null);
});

test('an emergency comes first and beside what is already so, and nothing is sold with it', () => {
  const booked = unsaid([say('booked.confirmed')], { before: { ...stood, binding: true } });
  const together = withUnsaid(plan([say('handoff.medical')]), [unsaid([price('peel')]), booked], true);
  expect(keys(together)).toEqual(['handoff.medical', 'booked.confirmed']);
});

test('a summary that was not said is agreed to by nobody', () => {
  const facts = { ...noFacts, asking: asking('agreement'), misunderstood: 2 };
  const first = unsaid([], { before: { ...stood, asking: asking('phone'), misunderstood: 1 } });
  expect(asLastSaid(facts, [first, unsaid([])])).toEqual({
    ...facts,
    asking: asking('phone'),
    misunderstood: 1,
  });
  expect(asLastSaid(facts, [])).toBe(facts);
});

test('a reply that takes others in is read from where the customer stood before the first of them', () => {
  const now = { ...stood, asking: asking('agreement'), misunderstood: 3 };
  const first = unsaid([], { before: { ...stood, asking: asking('phone'), binding: true } });
  expect(standingBefore([first, unsaid([])], now)).toEqual({
    ...now,
    asking: asking('phone'),
    misunderstood: 0,
    binding: true,
  });
  expect(standingBefore([], now)).toBe(now);
});

test('a reminder is not taken in; what raised it is raised again', () => {
  const reminder = unsaid([say('reminder.attendance')], {
    proactive: true,
    before: { ...stood, timers: ['hold'] },
  });
  expect(keys(withUnsaid(plan([price('mun')]), [reminder], false))).toEqual(['price.fixed']);
  expect(timersOfUnsaid([reminder, unsaid([])])).toEqual(['hold']);
});
