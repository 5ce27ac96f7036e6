import { assign, setup } from 'xstate';
import type { Effect } from './effects.ts';
import type { ConversationEvent } from './events.ts';
import type { Facts } from './facts.ts';
import * as after from './facts-after.ts';
import { guards } from './guards.ts';

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
    findBooking: order<'findBooking'>(),
    moveBooking: order<'moveBooking'>(),
    cancelBooking: order<'cancelBooking'>(),
    cancelUnpaid: order<'cancelUnpaid'>(),
    joinWaitingList: order<'joinWaitingList'>(),
    takeFreed: order<'takeFreed'>(),
    callStaff: order<'callStaff'>(),
    releaseHold: order<'releaseHold'>(),
    passFreed: order<'passFreed'>(),
    leaveWaitingList: order<'leaveWaitingList'>(),
    setTimer: order<'setTimer'>(),
    cancelTimer: order<'cancelTimer'>(),
    scheduleReminders: order<'scheduleReminders'>(),
    awaitDeposit: order<'awaitDeposit'>(),
    cancelReminders: order<'cancelReminders'>(),
    scheduleCare: order<'scheduleCare'>(),
    scheduleBirthday: order<'scheduleBirthday'>(),
    openHandoff: order<'openHandoff'>(),
    alertStaff: order<'alertStaff'>(),
    closeHandoff: order<'closeHandoff'>(),
    fallSilent: order<'fallSilent'>(),
    nameCustomer: order<'nameCustomer'>(),
    optOut: order<'optOut'>(),
    confirmAttendance: order<'confirmAttendance'>(),

    hear: assign(after.hear),
    overhear: assign(after.overhear),
    rememberAsking: assign(after.rememberAsking),
    stopAsking: assign(after.stopAsking),
    settleTurn: assign(after.settleTurn),
    nudge: assign(after.nudge),
    loseInterest: assign(after.loseInterest),
    forgetHold: assign(after.forgetHold),
    keepFreeBranches: assign(after.keepFreeBranches),
    takeOnlyBranch: assign(after.takeOnlyBranch),
    keepHold: assign(after.keepHold),
    keepWaiting: assign(after.keepWaiting),
    stopWaiting: assign(after.stopWaiting),
    keepFreed: assign(after.keepFreed),
    keepOffers: assign(after.keepOffers),
    dropTime: assign(after.dropTime),
    dropTreatment: assign(after.dropTreatment),
    keepBookings: assign(after.keepBookings),
    keepMoved: assign(after.keepMoved),
    keepCancelled: assign(after.keepCancelled),
    keepFound: assign(after.keepFound),
    keepFoundBookings: assign(after.keepFoundBookings),
    keepVisit: assign(after.keepVisit),
    noteChanged: assign(after.noteChanged),
    dropChange: assign(after.dropChange),
    moveAsked: assign(after.moveAsked),
    wishAgain: assign(after.wishAgain),
    giveReason: assign(after.giveReason),
    keepStep: assign(after.keepStep),
    keepPromise: assign(after.keepPromise),
    countApology: assign(after.countApology),
    nextStep: assign(after.nextStep),
    heedStaff: assign(after.heedStaff),
    confirmConcession: assign(after.confirmConcession),
    trustStaff: assign(after.trustStaff),
  },
  guards,
});
