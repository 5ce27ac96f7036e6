import {
  alertStaff,
  because,
  callNextLater,
  callNextUnlessWritten,
  callStaff,
  closeHandoff,
  fallSilent,
  openHandoff,
  stopCalling,
} from './handoff-orders.ts';
import { vocabulary } from './setup.ts';

/** Who was called has not come. Where the customer was promised an answer by now, they hear an honest word as well: outside, once. */
const callNext = [
  { guard: 'isPromiseBroken', target: '#askingPatience', actions: 'nextStep' },
  { guard: 'isUnattendedTimer', target: 'calling', actions: 'nextStep' },
] as const;

/**
 * The conversation is in human hands. No state in here says or asks anything, so the bot's silence
 * is the shape of the chart and not a condition that somebody may forget.
 */
export const handoff = vocabulary.createStateConfig({
  id: 'handoff',
  initial: 'waitingForStaff',
  on: {
    'staff.tookOver': { target: '.withStaff', actions: [fallSilent, stopCalling] },
    'staff.said': { actions: 'heedStaff' },
    'concession.confirmed': { actions: 'confirmConcession' },
    'staff.released': [
      { guard: 'isLeftOpen', target: '#resuming', actions: closeHandoff },
      { target: '#idle', actions: closeHandoff },
    ],
    'booking.moved': { actions: 'noteChanged' },
    'booking.cancelled': { actions: 'noteChanged' },
    'deposit.received': { actions: 'noteChanged' },
    'visit.completed': { actions: 'keepVisit' },
    'visit.missed': { actions: 'keepVisit' },
    'customer.said': [
      /** Nobody has spoken yet: the emergency card must not wait for them. It is said outside, and the chain begins anew. */
      { guard: 'raisesRedFlag', target: '#handingOver', actions: ['overhear', because('medical', 'urgent')] },
      { guard: 'repeatsRedFlag', target: '#askingPatience', actions: ['overhear', 'nextStep'] },
      /** What the customer tells the person is remembered, so that nothing is asked twice after the release. */
      { actions: 'overhear' },
    ],
  },
  states: {
    /** Somebody of the call chain is told, without a word to the customer. */
    calling: {
      id: 'calling',
      entry: callStaff,
      on: {
        'staff.called': [
          { guard: 'isLastCall', target: 'unattended', actions: alertStaff },
          { target: 'waitingForStaff', actions: [...alertStaff, callNextLater] },
        ],
      },
    },
    waitingForStaff: {
      id: 'waitingForStaff',
      on: {
        'staff.acknowledged': { target: 'acknowledged', actions: callNextUnlessWritten },
        'timer.fired': callNext,
      },
    },
    /** Somebody has promised to write. If they do not, the chain goes on. */
    acknowledged: { on: { 'timer.fired': callNext } },
    /** The chain has come to its end. The handoff stays in everybody's sight until somebody takes it. */
    unattended: {
      id: 'unattended',
      on: { 'staff.acknowledged': { target: 'acknowledged', actions: callNextUnlessWritten } },
    },
    withStaff: {
      id: 'withStaff',
      on: {
        'customer.said': [
          {
            guard: 'raisesRedFlag',
            target: 'calling',
            actions: ['overhear', because('medical', 'urgent'), openHandoff],
          },
          { guard: 'givesBack', target: '#idle', actions: ['overhear', ...closeHandoff] },
          { actions: 'overhear' },
        ],
      },
    },
  },
});
