import type { ConversationEvent } from './events.ts';
import type { Asking, Facts, HandoffFacts } from './facts.ts';
import { silent } from './signals.ts';
import type { Booking } from './wish.ts';

type Situation = { context: Facts; event: ConversationEvent };

/** As many as a conversation can usefully remember. */
const mostBookings = 10;
const mostOffers = 20;

/** What each fact becomes when something has happened. Pure, and the only place where charts change what they know. */
export const hear = ({ event }: Situation): Partial<Facts> =>
  event.type === 'customer.said' ? { ...event.heard, nudged: false, introduced: true } : {};

/**
 * In human hands the bot only takes note of details. A "dạ" to a person agrees with that person: it answers
 * no question of the bot, agrees to no summary of its own, and clears no screening.
 */
export const overhear = ({ context, event }: Situation): Partial<Facts> => {
  if (event.type !== 'customer.said') return {};
  const { language, address, turns, heardAt, interested, wish, needs, name, phone, age, signals } =
    event.heard;
  return {
    language,
    address,
    turns,
    heardAt,
    interested,
    wish,
    needs,
    name,
    phone,
    age,
    agreed: false,
    openQuestion: !signals.thanks || context.openQuestion,
  };
};

export const rememberAsking = (_: Situation, asking: Asking): Partial<Facts> => ({ asking });
export const stopAsking = (): Partial<Facts> => ({ asking: null });
export const settleTurn = (): Partial<Facts> => ({ signals: silent });
export const nudge = (): Partial<Facts> => ({ nudged: true });
export const loseInterest = (): Partial<Facts> => ({ interested: false, asking: null, offers: [] });

export const forgetHold = (): Partial<Facts> => ({ hold: null, agreed: false });

/** Only branches that have the wished time are worth choosing between. */
export const keepFreeBranches = ({ event }: Situation): Partial<Facts> =>
  event.type === 'availability.known' ? { freeBranches: [...event.branches] } : {};

export const takeOnlyBranch = ({ context, event }: Situation): Partial<Facts> =>
  event.type === 'availability.known' && event.slot
    ? { wish: { ...context.wish, branch: event.slot.branch } }
    : {};

export const keepHold = ({ event }: Situation): Partial<Facts> =>
  event.type === 'slot.held'
    ? { hold: event.hold, refusal: null, missed: null, offers: [], agreed: false }
    : {};

export const keepWaiting = ({ event }: Situation): Partial<Facts> =>
  event.type === 'waiting.joined' ? { waiting: event.waiting, missed: null } : {};

export const stopWaiting = (): Partial<Facts> => ({ waiting: null });

/** A slot that became free is held for the first who waits for it; taking it needs no more than a yes. */
export const keepFreed = ({ context, event }: Situation): Partial<Facts> =>
  event.type === 'slot.freed'
    ? {
        hold: event.hold,
        wish: event.wish,
        agreed: false,
        waiting: context.waiting && {
          ...context.waiting,
          offered: [...context.waiting.offered, event.hold.parts[0].slot.start].slice(-mostOffers),
        },
      }
    : {};

export const keepOffers = ({ event }: Situation): Partial<Facts> => {
  if (event.type === 'slots.found') return { offers: [...event.slots], refusal: null };
  if (event.type === 'slot.refused') return { offers: [...event.alternatives], refusal: event.refusal };
  return { offers: [] };
};

/** A time that cannot be had is no longer wished for; the day stays, so that its other times can be offered. */
export const dropTime = ({ context }: Situation): Partial<Facts> => {
  const { start: _, ...wish } = context.wish;
  return {
    missed: context.wish,
    wish: { ...wish, when: wish.when.date ? { date: wish.when.date } : {} },
  };
};

/** Under age for it: the treatment is out of the question, whatever else was said. */
export const dropTreatment = (): Partial<Facts> => ({
  wish: { when: {} },
  needs: null,
  interested: false,
  asking: null,
});

const fulfilled: Partial<Facts> = {
  wish: { when: {} },
  needs: null,
  hold: null,
  agreed: false,
  interested: false,
  asking: null,
  changing: null,
  offers: [],
  refusal: null,
  missed: null,
};

/** A made booking fulfils the wish. What is known of the person stays. */
export const keepBookings = ({ context, event }: Situation): Partial<Facts> =>
  event.type === 'booking.made'
    ? { ...fulfilled, bookings: [...context.bookings, ...event.bookings].slice(-mostBookings) }
    : {};

export const keepMoved = ({ context, event }: Situation): Partial<Facts> =>
  event.type === 'booking.moved' ? { ...fulfilled, bookings: withBooking(context, event.booking) } : {};

export const keepCancelled = ({ context, event }: Situation): Partial<Facts> =>
  event.type === 'booking.cancelled'
    ? { ...fulfilled, bookings: context.bookings.filter(({ id }) => id !== event.booking.id) }
    : {};

/** The booking that is meant, and what it is to become; its records are known, so nothing of it is asked again. */
export const keepFound = ({ context, event }: Situation): Partial<Facts> =>
  event.type === 'booking.found' && context.changing
    ? {
        changing: { ...context.changing, bookingId: event.booking.id },
        bookings: withBooking(context, event.booking),
        wish: event.wish,
        interested: context.changing.kind === 'move',
      }
    : {};

export const keepFoundBookings = ({ event }: Situation): Partial<Facts> =>
  event.type === 'bookings.several' ? { bookings: [...event.bookings].slice(-mostBookings) } : {};

export const keepVisit = ({ context, event }: Situation): Partial<Facts> =>
  event.type === 'visit.completed' || event.type === 'visit.missed'
    ? { bookings: withBooking(context, event.booking) }
    : {};

/** Staff moved or cancelled it, or have its deposit. */
export const noteChanged = ({ context, event }: Situation): Partial<Facts> => {
  if (event.type === 'booking.moved' || event.type === 'deposit.received')
    return { bookings: withBooking(context, event.booking) };
  if (event.type !== 'booking.cancelled') return {};
  return { bookings: context.bookings.filter(({ id }) => id !== event.booking.id) };
};

export const dropChange = (): Partial<Facts> => ({ changing: null, asking: null });

/** To be moved: the booking that was not attended, or cannot be. */
export const moveAsked = ({ context }: Situation): Partial<Facts> => ({
  changing: { kind: 'move', bookingId: context.asking?.bookingId ?? null },
});

/** The next session of what was done last time. */
export const wishAgain = ({ context }: Situation): Partial<Facts> => {
  const booking = context.bookings.find(({ id }) => id === context.asking?.bookingId);
  return booking
    ? {
        interested: true,
        wish: {
          ...context.wish,
          treatment: booking.slot.treatment,
          ...(booking.slot.area === undefined ? {} : { area: booking.slot.area }),
          branch: booking.slot.branch,
        },
      }
    : {};
};

export const giveReason = (_: Situation, why: Pick<HandoffFacts, 'reason' | 'priority'>): Partial<Facts> => ({
  handoff: { ...why, step: 1, expectedAt: null, apologies: 0 },
});

/** By when somebody will have answered, as the customer has been told. */
export const keepPromise = ({ context, event }: Situation): Partial<Facts> =>
  event.type === 'staff.called' && context.handoff
    ? { handoff: { ...context.handoff, expectedAt: event.call.expectedAt } }
    : {};

export const countApology = ({ context }: Situation): Partial<Facts> =>
  context.handoff ? { handoff: { ...context.handoff, apologies: context.handoff.apologies + 1 } } : {};

export const keepStep = ({ context, event }: Situation): Partial<Facts> =>
  event.type === 'staff.called' && context.handoff
    ? { handoff: { ...context.handoff, step: event.call.step } }
    : {};

export const nextStep = ({ context }: Situation): Partial<Facts> =>
  context.handoff ? { handoff: { ...context.handoff, step: context.handoff.step + 1 } } : {};

/** What staff say is not to be contradicted later; it answers what the customer had asked. */
export const heedStaff = ({ context, event }: Situation): Partial<Facts> => {
  if (event.type !== 'staff.said') return {};
  const { promised, concession } = event.word;
  return {
    openQuestion: false,
    staffWord: { promised, concession: concession ?? context.staffWord?.concession ?? null },
  };
};

export const confirmConcession = ({ context }: Situation): Partial<Facts> =>
  context.staffWord?.concession
    ? {
        staffWord: { ...context.staffWord, concession: { ...context.staffWord.concession, confirmed: true } },
      }
    : {};

/** Staff have dealt with what the conversation was handed over for: the same reason does not count again. */
export const trustStaff = ({ context }: Situation): Partial<Facts> => ({
  misunderstood: 0,
  signals: silent,
  asking: null,
  handoff: null,
  openQuestion: false,
  screening: { ...context.screening, flagged: false },
});

function withBooking({ bookings }: Facts, booking: Booking): Booking[] {
  return [...bookings.filter(({ id }) => id !== booking.id), booking].slice(-mostBookings);
}
