import { asks } from './asking.ts';
import { book } from './book.ts';
import type { CopyKey } from '../copy/copy-key.ts';
import type { HandoffReason } from '../domain/clinic.ts';
import { followUp } from './follow-up.ts';
import { handoff } from './handoff.ts';
import { qualify } from './qualify.ts';
import { vocabulary } from './setup.ts';

/** Grows with every change after which an older snapshot cannot be restored as it is. */
export const chartVersion = 1;

const say = (key: CopyKey) => ({ type: 'say', params: { key, facts: {} } }) as const;

const handOver = (reason: HandoffReason, priority: 'normal' | 'urgent' = 'normal') =>
  ({ type: 'openHandoff', params: { reason, priority } }) as const;

/**
 * One conversation: automated or in human hands, never both. Every turn of the customer passes `deciding`,
 * which routes by facts alone; so digressions, corrections, releases and long silences need no path of their own.
 */
export const conversation = vocabulary.createMachine({
  id: 'conversation',
  context: ({ input }) => input,
  initial: 'automated',
  states: {
    automated: {
      id: 'automated',
      initial: 'idle',
      on: {
        'customer.said': { target: '.deciding', actions: ['hear', 'introduce'] },
        'staff.tookOver': {
          target: 'handoff.withStaff',
          actions: [{ type: 'fallSilent', params: {} }, handOver('staff_took_over')],
        },
        'delivery.failed': { target: 'handoff', actions: handOver('not_delivered') },
        'timer.fired': [
          {
            guard: 'isHoldTimer',
            actions: [
              { type: 'releaseHold', params: ({ context }) => ({ holdId: context.hold?.id ?? '' }) },
              'forgetHold',
            ],
          },
          { guard: 'remindsOfBooking', target: '.followUp' },
        ],
      },
      states: {
        idle: { id: 'idle', entry: 'settleTurn' },
        deciding: {
          always: [
            {
              guard: 'redFlag',
              target: '#handoff',
              actions: [say('handoff.medical'), handOver('medical', 'urgent')],
            },
            {
              guard: 'optsOut',
              target: 'idle',
              actions: [{ type: 'optOut', params: { optedOut: true } }, say('optOut.done')],
            },
            {
              guard: 'wantsPerson',
              target: '#handoff',
              actions: [say('handoff.person'), handOver('human_request')],
            },
            {
              guard: 'complains',
              target: '#handoff',
              actions: [say('handoff.complaint'), handOver('complaint')],
            },
            {
              guard: 'needsDoctorsWord',
              target: '#handoff',
              actions: [say('handoff.contraindication'), handOver('contraindication')],
            },
            {
              guard: 'notUnderstoodTooOften',
              target: '#handoff',
              actions: [say('handoff.notUnderstood'), handOver('not_understood')],
            },
            { guard: 'attends', target: 'followUp.confirmed' },
            {
              guard: 'optsIn',
              target: 'idle',
              actions: [{ type: 'optOut', params: { optedOut: false } }, say('optIn.done')],
            },
            { target: 'answering' },
          ],
        },
        answering: {
          entry: {
            type: 'answer',
            params: ({ event }) => ({ says: event.type === 'customer.said' ? [...event.answers] : [] }),
          },
          always: [{ guard: 'asksAvailability', target: 'checkingAvailability' }, { target: 'continuing' }],
        },
        checkingAvailability: {
          entry: { type: 'checkAvailability', params: ({ context }) => ({ wish: context.wish }) },
          on: {
            'availability.known': [
              {
                guard: ({ event }) => event.slot !== null,
                target: 'continuing',
                actions: [
                  {
                    type: 'say',
                    params: ({ event }) => ({
                      key: 'availability.free',
                      facts: { start: event.slot?.start ?? null, branches: event.branches.join(' ') },
                    }),
                  },
                ],
              },
              /** The reason and other times are said where the time is asked for again. */
              { target: 'continuing' },
            ],
          },
        },
        continuing: {
          always: [
            { guard: 'defers', target: 'idle', actions: [say('defer.fine'), 'stopAsking'] },
            { guard: 'interested', target: 'qualify' },
            { guard: 'worthInviting', target: 'inviting' },
            { guard: 'answered', target: 'idle' },
            { guard: 'greets', target: 'greeting' },
            { guard: 'thanks', target: 'idle', actions: say('thanks.welcome') },
            {
              guard: 'asksInVain',
              target: '#handoff',
              actions: [say('handoff.unanswered'), handOver('unanswered_question')],
            },
            { guard: 'treatmentNamed', target: 'inviting' },
            /** Whoever wrote is never left without a word. */
            { target: 'clarifying' },
          ],
        },
        greeting: { entry: asks(() => ({ question: 'treatment', key: 'greet.hello' })) },
        inviting: { entry: asks(() => ({ question: 'time', key: 'ask.invite' })) },
        clarifying: { entry: asks(() => ({ question: 'help', key: 'help.topics' })) },
        qualify,
        book,
        followUp,
      },
    },
    handoff,
  },
});
