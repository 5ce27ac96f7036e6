import type { ConversationEvent } from './events.ts';
import type { Facts } from './facts.ts';
import type { Question } from './effects.ts';
import { toScreen } from './screening.ts';
import { fits } from './wish.ts';

type Situation = { context: Facts; event: ConversationEvent };

/** More of them would only tell somebody in need to wait once more. */
const mostApologies = 2;

const answeredYes = ({ asking, signals }: Facts, question: Question) =>
  asking?.question === question && signals.yes === true;
const answeredNo = ({ asking, signals }: Facts, question: Question) =>
  asking?.question === question && signals.yes === false;

const firedBooking = ({ context, event }: Situation, kind: string) =>
  event.type === 'timer.fired' &&
  event.timer.startsWith(kind) &&
  context.bookings.some((booking) => event.timer.endsWith(booking.id));

/** Questions a follow-up leaves the customer with. */
const followUpQuestions: ReadonlySet<Question> = new Set(['attendance', 'wellbeing', 'review', 'rebook']);

/** Questions whose answer leads to an appointment: the ones worth one reminder when the customer falls silent. */
const worthNudging: ReadonlySet<Question> = new Set([
  'treatment',
  'area',
  'screening',
  'branch',
  'time',
  'name',
  'phone',
  'agreement',
]);

const isSilenceTimer = ({ context, event }: Situation) =>
  event.type === 'timer.fired' &&
  event.timer === 'silence' &&
  context.interested &&
  context.asking !== null &&
  worthNudging.has(context.asking.question);

/** The yes-or-no questions that decide where a chart goes on. All are about the facts, never about where it came from. */
export const guards = {
  redFlag: ({ context }: Situation) => context.signals.redFlag,
  wantsPerson: ({ context }: Situation) => context.signals.wantsPerson,
  sentMedia: ({ context }: Situation) => context.signals.sent !== null,
  complains: ({ context }: Situation) => context.signals.complaint,
  optsOut: ({ context }: Situation) => context.signals.optsOut,
  optsIn: ({ context }: Situation) => context.signals.optsIn,
  tooYoung: ({ context }: Situation) => context.signals.tooYoung,
  needsGuardian: ({ context }: Situation) => context.signals.needsGuardian,
  needsDoctorsWord: ({ context }: Situation) => context.signals.contraindication || context.screening.flagged,
  notUnderstoodTooOften: ({ context }: Situation) => context.misunderstood >= 3,
  asksAvailability: ({ context }: Situation) =>
    context.signals.asksAvailability &&
    context.wish.treatment !== undefined &&
    context.wish.start !== undefined,
  interested: ({ context }: Situation) => context.interested,
  /** A question about a treatment was answered, and the customer has not been invited twice already. */
  worthInviting: ({ context }: Situation) =>
    context.signals.answered &&
    context.wish.treatment !== undefined &&
    !(context.asking?.question === 'time' && context.asking.times >= 2),
  answered: ({ context }: Situation) => context.signals.answered,
  /** No record answers it: a person must, rather than nobody. */
  asksInVain: ({ context }: Situation) => context.signals.asks && !context.signals.answered,
  treatmentNamed: ({ context }: Situation) =>
    context.wish.treatment !== undefined && context.signals.understood,
  /** Puts it off while a slot is kept: it stays kept for its time. */
  defersWithHold: ({ context }: Situation) => context.signals.defers && context.hold !== null,
  drops: ({ context }: Situation) => context.signals.drops,
  defers: ({ context }: Situation) => context.signals.defers,
  thanks: ({ context }: Situation) => context.signals.thanks,
  greets: ({ context }: Situation) => context.signals.greets,
  greetsMidway: ({ context }: Situation) => context.signals.greets && context.interested,
  /** Back after days with a treatment in mind that came to nothing then. */
  returns: ({ context }: Situation) => context.signals.returned && context.wish.treatment !== undefined,
  /** "Còn giữ lịch cho em không?" asks about what is booked, not for another slot. */
  asksOwnBooking: ({ context, event }: Situation) =>
    context.signals.asksAvailability &&
    context.wish.treatment === undefined &&
    context.bookings.some(({ slot }) => slot.start > event.at),
  returnsInterested: ({ context }: Situation) => context.signals.returned && context.interested,
  speaksAside: ({ context }: Situation) => context.signals.aside !== null && !context.signals.answered,
  correctsWish: ({ context }: Situation) => context.interested && context.signals.corrected.length > 0,

  treatmentUnknown: ({ context }: Situation) => context.wish.treatment === undefined,
  areaUnknown: ({ context }: Situation) =>
    (context.needs?.areas.length ?? 0) > 0 && context.wish.area === undefined,
  notScreened: ({ context }: Situation) => toScreen(context) !== undefined,

  branchUnknown: ({ context }: Situation) => isBranchOpen(context),
  branchUnknownAtKnownTime: ({ context }: Situation) =>
    isBranchOpen(context) && context.wish.start !== undefined,
  timeUnknown: ({ context }: Situation) => context.wish.start === undefined,
  holdIsStale: ({ context }: Situation) => context.hold !== null && !fits(context.hold, context.wish),
  holds: ({ context }: Situation) => context.hold !== null,
  notHeld: ({ context }: Situation) => context.hold === null,
  contactUnknown: ({ context }: Situation) =>
    context.name === null && context.phone === null && context.changing === null,
  nameUnknown: ({ context }: Situation) => context.name === null && context.changing === null,
  phoneUnknown: ({ context }: Situation) => context.phone === null && context.changing === null,
  needsDeposit: ({ context }: Situation) => (context.needs?.deposit ?? 0) > 0 && context.changing === null,
  notAgreed: ({ context }: Situation) => !context.agreed,

  wantsWaiting: ({ context }: Situation) => context.signals.waits && context.missed !== null,
  declinesWaiting: ({ context }: Situation) => answeredNo(context, 'waiting'),
  /** Full, and nothing near it is free: waiting is all that can be offered. */
  isFullWithoutOffers: ({ event }: Situation) =>
    event.type === 'slot.refused' && event.refusal === 'full' && event.alternatives.length === 0,
  declinesFreed: ({ context }: Situation) => answeredNo(context, 'freed'),
  changes: ({ context }: Situation) => context.changing !== null,
  moves: ({ context }: Situation) => context.changing?.kind === 'move',
  cancels: ({ context }: Situation) => context.changing?.kind === 'cancel',
  /** The booking to be moved has been found; what it becomes is talked about like any other wish. */
  isFound: ({ context }: Situation) =>
    context.changing?.kind === 'move' &&
    context.bookings.some(({ id }) => id === context.changing?.bookingId) &&
    context.wish.treatment !== undefined,
  isTooLateToMove: ({ event }: Situation) => event.type === 'booking.found' && event.isLate,
  /** Nothing is booked: it is the place on the waiting list that is given up. */
  givesUpWaiting: ({ context }: Situation) => context.changing?.kind === 'cancel' && context.waiting !== null,
  cancelAgreed: ({ context }: Situation) => answeredYes(context, 'cancel'),
  /** "Thôi em giữ lịch cũ": an answer to the question, or a change of mind before it. */
  keepsBooking: ({ context }: Situation) =>
    answeredNo(context, 'cancel') ||
    (context.signals.defers && context.bookings.some(({ id }) => id === context.changing?.bookingId)),
  attends: ({ context }: Situation) => answeredYes(context, 'attendance'),
  cannotAttend: ({ context }: Situation) => answeredNo(context, 'attendance'),
  wantsAgain: ({ context }: Situation) => answeredYes(context, 'rebook'),
  feelsWell: ({ context }: Situation) => answeredYes(context, 'wellbeing'),
  feelsUnwell: ({ context }: Situation) => answeredNo(context, 'wellbeing'),
  wasPleased: ({ context }: Situation) => answeredYes(context, 'review'),
  wasNotPleased: ({ context }: Situation) => answeredNo(context, 'review'),

  isFree: ({ event }: Situation) => event.type === 'availability.known' && event.slot !== null,
  isFreeAtOneBranch: ({ event }: Situation) =>
    event.type === 'availability.known' && event.branches.length === 1,
  isFreeNowhere: ({ event }: Situation) => event.type === 'availability.known' && event.branches.length === 0,

  /** Nobody took the freed slot in time: it goes to the next. */
  isFreedTimer: ({ context, event }: Situation) =>
    event.type === 'timer.fired' && event.timer === 'hold' && context.asking?.question === 'freed',
  isHoldTimer: ({ context, event }: Situation) =>
    event.type === 'timer.fired' && event.timer === 'hold' && context.hold !== null,
  isFirstSilence: (situation: Situation) => isSilenceTimer(situation) && !situation.context.nudged,
  isLastSilence: (situation: Situation) => isSilenceTimer(situation) && situation.context.nudged,
  isUnattendedTimer: ({ event }: Situation) => event.type === 'timer.fired' && event.timer === 'unattended',
  isLeadTimer: ({ context, event }: Situation) =>
    event.type === 'timer.fired' &&
    event.timer.startsWith('lead') &&
    context.wish.treatment !== undefined &&
    context.bookings.length === 0,
  isBirthday: ({ event }: Situation) => event.type === 'timer.fired' && event.timer === 'birthday',
  isFirstLead: ({ event }: Situation) => event.type === 'timer.fired' && event.timer === 'lead1',
  isWaitingTimer: ({ context, event }: Situation) =>
    event.type === 'timer.fired' &&
    context.waiting !== null &&
    context.hold === null &&
    event.timer === `waiting:${context.waiting.id}`,
  waits: ({ context }: Situation) => context.waiting !== null,
  isDepositTimer: ({ context, event }: Situation) =>
    event.type === 'timer.fired' &&
    context.bookings.some(
      ({ id, status }) => status === 'awaiting_deposit' && event.timer === `deposit:${id}`,
    ),
  awaitsDeposit: ({ event }: Situation) =>
    event.type === 'booking.made' && event.bookings.some(({ status }) => status === 'awaiting_deposit'),
  isReminder: (situation: Situation) => firedBooking(situation, 'reminder'),
  isCheckIn: (situation: Situation) => firedBooking(situation, 'aftercare'),
  isReviewTimer: (situation: Situation) => firedBooking(situation, 'review'),
  isRebookTimer: (situation: Situation) => firedBooking(situation, 'rebook'),

  /** About care or another visit, while the customer is busy making an appointment. */
  isUntimely: (situation: Situation) =>
    situation.context.interested && (firedBooking(situation, 'review') || firedBooking(situation, 'rebook')),
  answersFollowUp: ({ context }: Situation) =>
    context.signals.yes !== null && context.asking !== null && followUpQuestions.has(context.asking.question),
  /** Nobody has come by the time that was promised; it is said once, and never again and again. */
  isPromiseBroken: ({ context, event }: Situation) =>
    event.type === 'timer.fired' &&
    event.timer === 'unattended' &&
    context.handoff !== null &&
    context.handoff.expectedAt !== null &&
    context.handoff.expectedAt <= event.at &&
    context.handoff.apologies < 1,
  /** It is getting worse, and nobody has come yet. */
  repeatsRedFlag: ({ context, event }: Situation) =>
    event.type === 'customer.said' &&
    event.heard.signals.redFlag &&
    context.handoff?.reason === 'medical' &&
    context.handoff.apologies < mostApologies,
  raisesRedFlag: ({ context, event }: Situation) =>
    event.type === 'customer.said' && event.heard.signals.redFlag && context.handoff?.reason !== 'medical',
  /** A written rule, and nothing that a person said or was asked is still open. */
  givesBack: ({ context, event }: Situation) =>
    event.type === 'customer.said' &&
    event.heard.signals.givesBack &&
    !context.openQuestion &&
    context.staffWord?.promised !== true,
  /** Staff gave it back with a question of the customer unanswered: the bot takes it up. */
  isLeftOpen: ({ context }: Situation) => context.openQuestion && context.interested,
  isLastCall: ({ event }: Situation) => event.type === 'staff.called' && event.call.answerBy === null,
};

function isBranchOpen({ needs, wish }: Facts): boolean {
  return (needs?.branches.length ?? 0) > 1 && wish.branch === undefined;
}
