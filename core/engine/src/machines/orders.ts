import type { CopyKey } from '../copy/copy-key.ts';
import { dayMs, hourMs, minuteMs } from '../domain/clinic-time.ts';
import type { ConversationEvent } from './events.ts';
import type { Facts } from './facts.ts';
import type { Aside, Detail } from './signals.ts';
import { transferNote } from '../domain/bank-transfer.ts';
import { cancelTimer, say, sentence, setTimer, type Situation, tell } from './telling.ts';
import { changedBooking, idsOf, keptOf, moveOf, summary, visitOf, wishedOf } from './visits.ts';

/** How long the bot waits for an answer before it asks once more, and then before it lets the matter rest. */
const nudgeAfterMs = 30 * minuteMs;
const closeAfterMs = 4 * hourMs;
/** How long after a matter was put off it is remembered to the customer, first and last time. */
const leadAfterMs = { lead1: 24 * hourMs, lead2: 72 * hourMs } as const;

export const wished = ({ context }: Situation) => ({ wish: context.wish });

export const releaseHold = [
  { type: 'releaseHold', params: ({ context }: Situation) => ({ ids: idsOf(context.hold) }) },
  cancelTimer('hold'),
  'forgetHold',
] as const;

/** A held slot is given back by a durable timer. */
export const keepUntil = {
  type: 'setTimer',
  params: ({ event }: Situation) => ({
    timer: 'hold' as const,
    at: event.type === 'slot.held' || event.type === 'slot.freed' ? event.hold.until : event.at,
  }),
} as const;

export const nudgeLater = setTimer('silence', nudgeAfterMs);
export const closeLater = setTimer('silence', closeAfterMs);
export const remindLead = setTimer('lead1', leadAfterMs.lead1);
export const remindLeadAgain = setTimer('lead2', leadAfterMs.lead2);
export const forgetLead = [cancelTimer('lead1'), cancelTimer('lead2')] as const;

export const refuseSlot = tell('slot.refused', ({ context, event }) => ({
  refusal: event.type === 'slot.refused' ? event.refusal : null,
  date: context.wish.when.date ?? null,
  time: context.wish.when.time ?? null,
}));

export const nudgeCustomer = sentence(({ context }) =>
  context.hold ? { key: 'silence.nudgeKept', facts: keptOf(context) } : { key: 'silence.nudge', facts: {} },
);

export const keepWaiting = tell('wait.kept', ({ context }) => keptOf(context));

/** Names what changed, and nothing else. */
export const noteCorrection = tell('correction.taken', ({ context }) => {
  const { signals, wish, name, phone } = context;
  const isNew = (detail: Detail) => signals.corrected.includes(detail);
  const { treatment, ...when } = wishedOf(wish);
  return {
    ...(isNew('time') ? when : {}),
    treatment: isNew('treatment') ? (treatment ?? null) : null,
    area: isNew('area') ? (wish.area ?? null) : null,
    branch: isNew('branch') ? (wish.branch ?? null) : null,
    staff: isNew('staff') ? (wish.staff ?? null) : null,
    name: isNew('name') ? name : null,
    phone: isNew('phone') ? phone : null,
  };
});

export const refuseMinor = tell('minor.refused', ({ context }) => ({
  treatment: context.wish.treatment ?? null,
  minAge: context.needs?.minAge || 18,
}));

export const nameGuardian = tell('minor.guardian', ({ context }) => ({
  treatment: context.wish.treatment ?? null,
  minAge: context.needs?.minAge ?? 0,
}));

/** Back after days: what became of what was open. */
export const welcomeBack = sentence(({ context }) => {
  const { hold, wish, name } = context;
  if (hold) return { key: 'return.kept', facts: keptOf(context) };
  const { start } = wish;
  return start === undefined
    ? { key: 'greet.back', facts: { name } }
    : { key: 'return.lapsed', facts: { start } };
});

/** The next of the customer's bookings, as it stands. */
export const nameBooking = tell('return.booked', ({ context, event }) => {
  const [next] = context.bookings
    .filter(({ slot }) => slot.start > event.at)
    .toSorted((one, other) => one.slot.start - other.slot.start);
  return next ? visitOf(next) : {};
});

const asideOf = {
  injection: 'orders.declined',
  offTopic: 'offTopic.declined',
  spam: 'spam.answered',
  objection: 'objection.heard',
  smalltalk: 'smalltalk.reply',
} as const satisfies Record<Aside, CopyKey>;

export const answerAside = sentence(({ context }) => ({
  key: asideOf[context.signals.aside ?? 'smalltalk'],
  facts: {},
}));

export const sayFree = tell('availability.free', ({ event }) =>
  event.type === 'availability.known'
    ? { start: event.slot?.start ?? null, branches: event.branches.join(' ') }
    : {},
);

/** A booking that was made: said, its reminders set, the person's name and number kept. */
export const bookingMade = [
  cancelTimer('hold'),
  ...forgetLead,
  {
    type: 'nameCustomer',
    params: ({ context }: Situation) => ({
      name: context.name ?? undefined,
      phone: context.phone ?? undefined,
    }),
  },
  sentence(({ context, event }) => {
    if (!awaitsDeposit(event))
      return summary(context, { one: 'booked.confirmed', several: 'booked.several' });
    const { key, facts } = summary(context, {
      one: 'booked.awaitingDeposit',
      several: 'booked.severalAwaitingDeposit',
    });
    const note = event.type === 'booking.made' ? transferNote(event.bookings[0]?.id ?? '') : null;
    return {
      key,
      facts:
        key === 'booked.awaitingDeposit'
          ? { ...facts, note }
          : { ...facts, note, amount: depositOf(context) },
    };
  }),
  {
    type: 'scheduleReminders',
    params: ({ event }: Situation) => firstBooking(event),
  },
] as const;

/** A booking that still waits for its deposit. */
export const awaitDeposit = {
  type: 'awaitDeposit',
  params: ({ event }: Situation) => ({
    bookingIds:
      event.type === 'booking.made'
        ? event.bookings.filter(({ status }) => status === 'awaiting_deposit').map(({ id }) => id)
        : [],
  }),
} as const;

export const cancelUnpaid = {
  type: 'cancelUnpaid',
  params: ({ event }: Situation) => ({
    bookingId: event.type === 'timer.fired' ? event.timer.replace('deposit:', '') : '',
  }),
} as const;

/** One visit is reminded of once, however many appointments it has. */
function firstBooking(event: ConversationEvent): { bookingId: string; start: number } {
  const booking =
    event.type === 'booking.made'
      ? event.bookings[0]
      : event.type === 'booking.moved'
        ? event.booking
        : undefined;
  return { bookingId: booking?.id ?? '', start: booking?.slot.start ?? 0 };
}

const depositOf = ({ needs }: Facts) => needs?.deposit ?? 0;

/** Stated before the customer agrees, never after. */
export const stateDeposit = tell('deposit.stated', ({ context }) => ({
  treatment: context.wish.treatment ?? null,
  amount: depositOf(context),
}));

function awaitsDeposit(event: ConversationEvent): boolean {
  return event.type === 'booking.made' && event.bookings.some(({ status }) => status === 'awaiting_deposit');
}

export const bookingMoved = [
  cancelTimer('hold'),
  tell('move.done', ({ context }) => moveOf(context)),
  { type: 'scheduleReminders', params: ({ event }: Situation) => firstBooking(event) },
] as const;

const cancelledVisit = ({ event }: Situation) =>
  event.type === 'booking.cancelled' ? visitOf(event.booking) : {};

const cancelReminders = {
  type: 'cancelReminders',
  params: ({ event }: Situation) => ({
    bookingId: event.type === 'booking.cancelled' ? event.booking.id : '',
  }),
} as const;

export const bookingCancelled = [tell('cancel.done', cancelledVisit), cancelReminders] as const;
export const depositLapsed = [
  tell('deposit.lapsed', cancelledVisit),
  cancelReminders,
  'noteChanged',
] as const;

/** What staff did with a booking is told to its customer, in one sentence: nobody should stand before a closed door. */
export const sayMovedByStaff = tell('move.byStaff', ({ event }) =>
  event.type === 'booking.moved'
    ? { ...visitOf(event.booking), oldStart: event.before.start, oldBranch: event.before.branch }
    : {},
);
export const sayCancelledByStaff = tell('cancel.byStaff', cancelledVisit);
export const sayDepositReceived = tell('deposit.received', ({ event }) =>
  event.type === 'deposit.received' ? { ...visitOf(event.booking), amount: event.amount } : {},
);

/** A booking that was to be changed stays as it is. */
export const keepBooking = sentence(({ context }) => {
  const booking = changedBooking(context);
  const key = context.changing?.kind === 'move' ? 'move.kept' : 'cancel.kept';
  return { key, facts: booking ? visitOf(booking) : {} };
});

export const joinedWaitingList = tell('waitingList.joined', ({ context }) =>
  wishedOf(context.missed ?? context.wish),
);

const waitingId = ({ context }: Situation) => ({ waitingId: context.waiting?.id ?? '' });
export const passFreed = { type: 'passFreed', params: waitingId } as const;
export const leaveWaitingList = [{ type: 'leaveWaitingList', params: waitingId }, 'stopWaiting'] as const;

export const freedLapsed = tell('freed.expired', ({ context }) => ({
  start: context.hold?.parts[0].slot.start ?? null,
}));

export const givenUpWaiting = [...leaveWaitingList, say('waitingList.left'), 'dropChange'] as const;

export const refuseMove = tell('move.refused', ({ event }) => ({
  start: event.type === 'booking.found' ? event.booking.slot.start : null,
}));

export const slotLapsed = [say('slot.lapsed'), 'forgetHold', 'dropTime'] as const;

export const scheduleBirthday = { type: 'scheduleBirthday', params: {} } as const;

export const careForVisit = [
  {
    type: 'scheduleCare',
    params: ({ event }: Situation) => ({
      bookingId: event.type === 'visit.completed' ? event.booking.id : '',
      treatment: event.type === 'visit.completed' ? event.booking.slot.treatment : '',
    }),
  },
  scheduleBirthday,
] as const;

/** Not the moment for it: tomorrow at the same time. */
export const postpone = {
  type: 'setTimer',
  params: ({ event }: Situation) => ({
    timer: event.type === 'timer.fired' ? event.timer : ('silence' as const),
    at: event.at + dayMs,
  }),
} as const;
