import { demoClinic } from '@glowbot/demo-clinic';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryDeeds } from './arbitrary-deeds.ts';
import { chartWorld, type Deed, type Outcome } from './chart-world.ts';
import { deedFaults } from './deed-faults.ts';

const clinic = demoClinic();
/** Wednesday morning. */
const start = Date.parse('2026-11-25T10:20:00+07:00');

test('ten thousand conversations in which anything happens break nothing', { timeout: 240_000 }, () => {
  fc.assert(
    fc.property(arbitraryDeeds(clinic, '2026-11-25'), (deeds) => {
      const world = chartWorld(clinic, start);
      for (const deed of deeds) {
        const outcome = world.does(deed);
        if (outcome) expect(deedFaults(outcome)).toEqual([]);
      }
      const ids = world.bookings().map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns: 10_000, seed: 20261125 },
  );
});

/** A conversation up to the moment before the customer agrees, and what comes of agreeing. */
function agreeing(): Outcome {
  const world = chartWorld(clinic, start);
  const hears = (intents: Extract<Deed, { kind: 'hears' }>['intents'], entities = {}): Outcome | undefined =>
    world.does({ kind: 'hears', intents, entities, answered: false, sent: null });
  hears(['book'], {
    treatments: ['kham_soi_da'],
    branch: 'cs1',
    when: { date: '2026-11-26', time: '15:00' },
    name: 'Lan',
    phone: '0912000111',
  });
  const outcome = hears(['confirm_yes']);
  if (!outcome) throw new RangeError('nothing came of it');
  expect(world.bookings()).toHaveLength(1);
  return outcome;
}

test.each<[string, (sound: Outcome) => Partial<Outcome>, string]>([
  [
    'an appointment that nobody agreed to',
    ({ before }) => ({
      before: { ...before, context: { ...before.context, asking: null } },
    }),
    'although nothing was asked',
  ],
  ['an appointment that a timer made', () => ({ deed: { kind: 'timer', nth: 0 } }), 'came of timer'],
  [
    'a second appointment for one agreement',
    ({ decided }) => ({ decided: { ...decided, calendar: [...decided.calendar, ...decided.calendar] } }),
    'more was made than was read back',
  ],
  [
    'a chart that fails',
    ({ decided }) => ({
      decided: { ...decided, snapshot: { ...decided.snapshot, status: 'error' } as never },
    }),
    'status error',
  ],
  [
    'a verdict that nobody hears',
    ({ decided }) => ({
      decided: {
        ...decided,
        steps: decided.steps.map((step) => ({ ...step, event: 'slot.held', detail: { unhandled: true } })),
      },
    }),
    'was not heard',
  ],
  [
    'a question about a known phone',
    ({ decided }) => ({
      decided: {
        ...decided,
        effects: [{ type: 'ask', question: 'phone', key: 'ask.phone', facts: {}, choices: [], times: 1 }],
      },
    }),
    'asked for a known phone',
  ],
  [
    'a second handoff for what was dealt with',
    ({ decided }) => ({
      decided: {
        ...decided,
        effects: [{ type: 'openHandoff', reason: 'complaint', priority: 'normal' }],
      },
    }),
    'handed over for complaint without a new reason',
  ],
])('%s would be found', (_, plant, found) => {
  const sound = agreeing();
  expect(deedFaults(sound)).toEqual([]);
  expect(deedFaults({ ...sound, ...plant(sound) }).join()).toContain(found);
});
