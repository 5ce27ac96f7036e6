import { asks } from './asking.ts';
import type { ChoiceSpec, CopyFacts } from './effects.ts';
import type { Facts } from './facts.ts';
import { vocabulary } from './setup.ts';

const wished = ({ context }: { context: Facts }) => ({ wish: context.wish });

function slotFacts(facts: Facts): CopyFacts {
  const slot = facts.hold?.slot;
  return slot
    ? {
        treatment: slot.treatment,
        area: slot.area ?? null,
        branch: slot.branch,
        staff: slot.staff,
        start: slot.start,
        name: facts.name,
        phone: facts.phone,
      }
    : {};
}

const timeChoices = (facts: Facts): ChoiceSpec[] =>
  facts.offers.slice(0, 3).map((slot) => ({ kind: 'time', start: slot.start, branch: slot.branch }));

const offeredTimes = (facts: Facts): string =>
  facts.offers
    .slice(0, 3)
    .map(({ start, branch }) => `${start}@${branch}`)
    .join(' ');

/** From a known treatment to an appointment: branch, time, hold, name, phone, agreement, booked. */
export const book = vocabulary.createStateConfig({
  id: 'book',
  initial: 'checking',
  states: {
    checking: {
      always: [
        { guard: 'holdIsStale', target: 'releasing' },
        { guard: 'branchUnknownAtKnownTime', target: 'choosingBranch' },
        { guard: 'branchUnknown', target: 'askingBranch' },
        { guard: 'timeUnknown', target: 'seeking' },
        { guard: 'notHeld', target: 'holding' },
        { guard: 'nameUnknown', target: 'askingName' },
        { guard: 'phoneUnknown', target: 'askingPhone' },
        { guard: 'notAgreed', target: 'askingAgreement' },
        { target: 'confirming' },
      ],
    },
    releasing: {
      entry: [
        { type: 'releaseHold', params: ({ context }) => ({ holdId: context.hold?.id ?? '' }) },
        { type: 'cancelTimer', params: { timer: 'hold' } },
        'forgetHold',
      ],
      always: 'checking',
    },
    choosingBranch: {
      entry: { type: 'checkAvailability', params: wished },
      on: {
        'availability.known': [
          {
            guard: ({ event }) => event.branches.length === 1,
            target: 'checking',
            actions: 'takeOnlyBranch',
          },
          { guard: ({ event }) => event.branches.length === 0, target: 'holding' },
          { target: 'askingBranch', actions: 'keepFreeBranches' },
        ],
      },
    },
    askingBranch: {
      entry: asks(({ context }) => {
        const branches =
          context.wish.start === undefined ? (context.needs?.branches ?? []) : context.freeBranches;
        return {
          question: 'branch',
          key: 'ask.branch',
          facts: { branches: branches.join(' ') },
          choices: branches.map((branch) => ({ kind: 'branch', branch })),
        };
      }),
    },
    seeking: {
      entry: { type: 'findSlots', params: wished },
      on: {
        'slots.found': { target: 'askingTime', actions: 'keepOffers' },
        'slots.none': {
          target: 'askingTime',
          actions: ['keepOffers', { type: 'say', params: { key: 'slot.none', facts: {} } }],
        },
      },
    },
    askingTime: {
      entry: asks(({ context }) => ({
        question: 'time',
        ...(context.offers.length > 0
          ? { key: 'ask.timeChoices' as const, facts: { times: offeredTimes(context) } }
          : { key: 'ask.time' as const, facts: { treatment: context.wish.treatment ?? null } }),
        choices: timeChoices(context),
      })),
    },
    holding: {
      entry: { type: 'holdSlot', params: wished },
      on: {
        'slot.held': {
          target: 'checking',
          actions: [
            'keepHold',
            { type: 'setTimer', params: ({ event }) => ({ timer: 'hold', at: event.hold.until }) },
          ],
        },
        'slot.refused': {
          target: 'askingTime',
          actions: [
            {
              type: 'say',
              params: ({ context, event }) => ({
                key: 'slot.refused',
                facts: {
                  refusal: event.refusal,
                  date: context.wish.when.date ?? null,
                  time: context.wish.when.time ?? null,
                },
              }),
            },
            'keepOffers',
            'dropTime',
          ],
        },
      },
    },
    askingName: { entry: asks(() => ({ question: 'name', key: 'ask.name' })) },
    askingPhone: {
      entry: asks(({ context }) => ({ question: 'phone', key: 'ask.phone', facts: { name: context.name } })),
    },
    askingAgreement: {
      entry: asks(({ context }) => ({
        question: 'agreement',
        key: 'ask.agreement',
        facts: slotFacts(context),
        choices: [{ kind: 'yes' }, { kind: 'no' }],
      })),
    },
    confirming: {
      entry: { type: 'makeBooking', params: ({ context }) => ({ holdId: context.hold?.id ?? '' }) },
      on: {
        'booking.made': {
          target: 'booked',
          actions: [
            { type: 'cancelTimer', params: { timer: 'hold' } },
            {
              type: 'nameCustomer',
              params: ({ context }) => ({
                name: context.name ?? undefined,
                phone: context.phone ?? undefined,
              }),
            },
            {
              type: 'say',
              params: ({ context, event }) => ({
                key: event.booking.status === 'booked' ? 'booked.confirmed' : 'booked.awaitingDeposit',
                facts: slotFacts(context),
              }),
            },
            {
              type: 'scheduleReminders',
              params: ({ event }) => ({ bookingId: event.booking.id, start: event.booking.slot.start }),
            },
            'keepBooking',
          ],
        },
        'booking.refused': {
          target: 'seeking',
          actions: [{ type: 'say', params: { key: 'slot.lapsed', facts: {} } }, 'forgetHold', 'dropTime'],
        },
      },
    },
    booked: { always: '#idle' },
  },
});
