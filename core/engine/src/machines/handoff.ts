import { minuteMs } from '../domain/clinic-time.ts';
import { vocabulary } from './setup.ts';

/**
 * The conversation is in human hands. No state in here says or asks anything, so the bot's silence
 * is the shape of the chart and not a condition that somebody may forget.
 */
export const handoff = vocabulary.createStateConfig({
  id: 'handoff',
  initial: 'waitingForStaff',
  on: {
    'staff.tookOver': {
      target: '.withStaff',
      actions: [
        { type: 'fallSilent', params: {} },
        { type: 'cancelTimer', params: { timer: 'unattended' } },
      ],
    },
    'staff.released': {
      target: '#automated',
      actions: [
        { type: 'closeHandoff', params: {} },
        { type: 'cancelTimer', params: { timer: 'unattended' } },
        'trustStaff',
      ],
    },
    /** What the customer tells the person is remembered, so that nothing is asked twice after the release. */
    'customer.said': [
      {
        guard: ({ event }) => event.heard.signals.redFlag,
        actions: ['hear', { type: 'openHandoff', params: { reason: 'medical', priority: 'urgent' } }],
      },
      { actions: 'hear' },
    ],
  },
  states: {
    waitingForStaff: {
      entry: {
        type: 'setTimer',
        params: ({ event }) => ({ timer: 'unattended', at: event.at + 15 * minuteMs }),
      },
      on: { 'timer.fired': { guard: 'isUnattendedTimer', actions: { type: 'escalateHandoff', params: {} } } },
    },
    withStaff: {},
  },
});
