import { assign, setup } from 'xstate';
import type { Slot } from '../domain/slot.ts';
import type { Effect } from './effects.ts';
import type { ConversationEvent } from './events.ts';
import { type Asking, type Facts, silent } from './facts.ts';
import type { Wish } from './wish.ts';

/** The parameters of one effect: the effect without its name. */
type Order<T extends Effect['type']> = Omit<Extract<Effect, { type: T }>, 'type'>;

/** An effect does nothing here: a step returns it as data, and the engine carries it out. */
const order =
  <T extends Effect['type']>() =>
  (_: unknown, _params: Order<T>): void => {};

/** The words all charts share: their facts, events, orders and questions. */
export const vocabulary = setup({
  types: {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- XState reads only the types here, never the values
    ...({} as { context: Facts; events: ConversationEvent; input: Facts }),
  },
  actions: {
    say: order<'say'>(),
    answer: order<'answer'>(),
    ask: order<'ask'>(),
    checkAvailability: order<'checkAvailability'>(),
    findSlots: order<'findSlots'>(),
    holdSlot: order<'holdSlot'>(),
    makeBooking: order<'makeBooking'>(),
    releaseHold: order<'releaseHold'>(),
    setTimer: order<'setTimer'>(),
    cancelTimer: order<'cancelTimer'>(),
    scheduleReminders: order<'scheduleReminders'>(),
    openHandoff: order<'openHandoff'>(),
    escalateHandoff: order<'escalateHandoff'>(),
    closeHandoff: order<'closeHandoff'>(),
    fallSilent: order<'fallSilent'>(),
    nameCustomer: order<'nameCustomer'>(),
    optOut: order<'optOut'>(),
    confirmAttendance: order<'confirmAttendance'>(),

    hear: assign(({ event }) => (event.type === 'customer.said' ? event.heard : {})),
    introduce: assign({ introduced: true }),
    rememberAsking: assign((_, asking: Asking) => ({ asking })),
    stopAsking: assign({ asking: null }),
    settleTurn: assign({ signals: silent }),
    forgetHold: assign({ hold: null, agreed: false }),
    /** Only branches that have the wished time are worth choosing between. */
    keepFreeBranches: assign(({ event }) =>
      event.type === 'availability.known' ? { freeBranches: [...event.branches] } : {},
    ),
    takeOnlyBranch: assign(({ context, event }) =>
      event.type === 'availability.known' && event.slot
        ? { wish: { ...context.wish, branch: event.slot.branch } }
        : {},
    ),
    /** Staff have dealt with what the conversation was handed over for: the same reason does not count again. */
    trustStaff: assign(({ context }) => ({
      misunderstood: 0,
      signals: silent,
      asking: null,
      screening: context.screening ? { ...context.screening, result: 'clear' as const } : null,
    })),
    keepHold: assign(({ event }) =>
      event.type === 'slot.held' ? { hold: event.hold, refusal: null, offers: [] } : {},
    ),
    keepOffers: assign(({ event }) => {
      if (event.type === 'slots.found') return { offers: [...event.slots], refusal: null };
      if (event.type === 'slot.refused') return { offers: [...event.alternatives], refusal: event.refusal };
      return { offers: [] };
    }),
    /** A time that cannot be had is no longer wished for; the day stays, so that its other times can be offered. */
    dropTime: assign(({ context }) => {
      const { start: _, ...wish } = context.wish;
      return { wish: { ...wish, when: wish.when.date ? { date: wish.when.date } : {} } };
    }),
    /** A made booking fulfils the wish. What is known of the person stays. */
    keepBooking: assign(({ context, event }) =>
      event.type === 'booking.made'
        ? {
            bookings: [...context.bookings, event.booking].slice(-10),
            wish: { when: {} },
            needs: null,
            hold: null,
            agreed: false,
            interested: false,
            asking: null,
          }
        : {},
    ),
  },
  guards: {
    redFlag: ({ context }) => context.signals.redFlag,
    wantsPerson: ({ context }) => context.signals.wantsPerson || context.signals.attends === false,
    complains: ({ context }) => context.signals.complaint,
    optsOut: ({ context }) => context.signals.optsOut,
    optsIn: ({ context }) => context.signals.optsIn,
    needsDoctorsWord: ({ context }) =>
      context.signals.contraindication || context.screening?.result === 'flagged',
    notUnderstoodTooOften: ({ context }) => context.misunderstood >= 3,
    notUnderstood: ({ context }) => context.misunderstood > 0,
    attends: ({ context }) => context.signals.attends === true,
    asksAvailability: ({ context }) =>
      context.signals.asksAvailability &&
      context.wish.treatment !== undefined &&
      context.wish.start !== undefined,
    interested: ({ context }) => context.interested,
    /** A question about a treatment was answered, and the customer has not been invited twice already. */
    worthInviting: ({ context }) =>
      context.signals.answered &&
      context.wish.treatment !== undefined &&
      !(context.asking?.question === 'time' && context.asking.times >= 2),
    answered: ({ context }) => context.signals.answered,
    /** No record answers it: a person must, rather than nobody. */
    asksInVain: ({ context }) => context.signals.asks && !context.signals.answered,
    treatmentNamed: ({ context }) => context.wish.treatment !== undefined && context.bookings.length === 0,
    defers: ({ context }) => context.signals.defers,
    thanks: ({ context }) => context.signals.thanks,
    greets: ({ context }) => context.signals.greets,

    treatmentUnknown: ({ context }) => context.wish.treatment === undefined,
    areaUnknown: ({ context }) => (context.needs?.areas.length ?? 0) > 0 && context.wish.area === undefined,
    notScreened: ({ context }) =>
      context.needs?.screening === true && context.screening?.treatment !== context.wish.treatment,

    branchUnknown: ({ context }) => isBranchOpen(context),
    branchUnknownAtKnownTime: ({ context }) => isBranchOpen(context) && context.wish.start !== undefined,
    timeUnknown: ({ context }) => context.wish.start === undefined,
    holdIsStale: ({ context }) => context.hold !== null && !fits(context.hold.slot, context.wish),
    notHeld: ({ context }) => context.hold === null,
    nameUnknown: ({ context }) => context.name === null,
    phoneUnknown: ({ context }) => context.phone === null,
    notAgreed: ({ context }) => !context.agreed,

    isHoldTimer: ({ context, event }) =>
      event.type === 'timer.fired' && event.timer === 'hold' && context.hold !== null,
    isUnattendedTimer: ({ event }) => event.type === 'timer.fired' && event.timer === 'unattended',
    remindsOfBooking: ({ context, event }) =>
      event.type === 'timer.fired' &&
      event.timer.startsWith('reminder') &&
      context.bookings.some((booking) => event.timer.endsWith(booking.id)),
  },
});

function isBranchOpen({ needs, wish }: Facts): boolean {
  return (needs?.branches.length ?? 0) > 1 && wish.branch === undefined;
}

/** Whether a held slot is still what the customer wants; a part left open fits anything. */
function fits(slot: Slot, wish: Wish): boolean {
  return (
    slot.treatment === wish.treatment &&
    slot.area === wish.area &&
    (wish.branch === undefined || wish.branch === slot.branch) &&
    (wish.staff === undefined || wish.staff === slot.staff) &&
    wish.start === slot.start
  );
}
