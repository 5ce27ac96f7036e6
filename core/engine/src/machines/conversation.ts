import { asks } from './asking.ts';
import { book } from './book.ts';
import { change } from './change.ts';
import { followUp } from './follow-up.ts';
import { handoff } from './handoff.ts';
import {
  alertStaff,
  askPatience,
  because,
  callNextLater,
  callStaff,
  fallSilent,
  openHandoff,
  sayGoodbye,
} from './handoff-orders.ts';
import {
  answerAside,
  careForVisit,
  closeLater,
  forgetLead,
  freedLapsed,
  keepWaiting,
  nameBooking,
  nameGuardian,
  noteCorrection,
  nudgeCustomer,
  postpone,
  refuseMinor,
  releaseHold,
  remindLead,
  remindLeadAgain,
  sayCancelledByStaff,
  sayDepositReceived,
  sayFree,
  sayMovedByStaff,
  welcomeBack,
  wished,
} from './orders.ts';
import { say } from './telling.ts';
import { qualify } from './qualify.ts';
import * as question from './questions.ts';
import { vocabulary } from './setup.ts';

/** Grows with every change after which an older snapshot cannot be restored as it is. */
export const chartVersion = 2;

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
        'customer.said': { target: '.deciding', actions: 'hear' },
        'staff.tookOver': {
          target: '#withStaff',
          actions: [fallSilent, because('staff_took_over'), openHandoff],
        },
        /** It may be a person who wrote: the bot is silent, and somebody is asked. */
        'speaker.unsure': {
          target: '#calling',
          actions: [fallSilent, because('unsure_speaker'), openHandoff],
        },
        /** Nothing else can be trusted in a turn that failed, nor in words of yesterday: a person answers them. */
        'turn.failed': { target: '.handingOver', actions: because('quarantined', 'urgent') },
        'message.late': { target: '.handingOver', actions: because('came_late') },
        'delivery.failed': { target: '#calling', actions: [because('not_delivered'), openHandoff] },
        'concession.confirmed': { actions: 'confirmConcession' },
        'booking.moved': { actions: [sayMovedByStaff, 'noteChanged'] },
        'booking.cancelled': { actions: [sayCancelledByStaff, 'noteChanged'] },
        'deposit.received': { actions: [sayDepositReceived, 'noteChanged'] },
        'visit.completed': { actions: ['keepVisit', ...careForVisit] },
        'visit.missed': { target: '.followUp.rescuing', actions: 'keepVisit' },
        'timer.fired': [
          { guard: 'isFreedTimer', target: '.book.decliningFreed', actions: freedLapsed },
          { guard: 'isHoldTimer', actions: releaseHold },
          { guard: 'isWaitingTimer', target: '.book.takingFreed' },
          { guard: 'isFirstSilence', target: '.nudging' },
          { guard: 'isLastSilence', target: '.closing' },
          { guard: 'isDepositTimer', target: '.book.awaitingDepositInVain' },
          { guard: 'isReminder', target: '.followUp.reminding' },
          { guard: 'isCheckIn', target: '.followUp.checkingIn' },
          { guard: 'isUntimely', actions: postpone },
          { guard: 'isReviewTimer', target: '.followUp.askingReview' },
          { guard: 'isRebookTimer', target: '.followUp.invitingBack' },
          { guard: 'isLeadTimer', target: '.remindingLead' },
          { guard: 'isBirthday', target: '.followUp.wishing' },
        ],
      },
      states: {
        idle: { id: 'idle', entry: 'settleTurn' },
        deciding: {
          always: [
            { guard: 'redFlag', target: 'handingOver', actions: because('medical', 'urgent') },
            { guard: 'optsOut', target: 'optingOut' },
            { guard: 'complains', target: 'handingOver', actions: because('complaint') },
            { guard: 'wantsPerson', target: 'handingOver', actions: because('human_request') },
            { guard: 'sentMedia', target: 'handingOver', actions: because('media') },
            { guard: 'tooYoung', target: 'refusingMinor' },
            { guard: 'needsDoctorsWord', target: 'handingOver', actions: because('contraindication') },
            { guard: 'notUnderstoodTooOften', target: 'handingOver', actions: because('not_understood') },
            { guard: 'answersFollowUp', target: 'followUp' },
            { guard: 'declinesFreed', target: 'book.decliningFreed', actions: say('freed.declined') },
            { guard: 'optsIn', target: 'optingIn' },
            { guard: 'needsGuardian', target: 'answering', actions: nameGuardian },
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
          entry: { type: 'checkAvailability', params: wished },
          on: {
            'availability.known': [
              { guard: 'isFree', target: 'continuing', actions: sayFree },
              /** The reason and other times are said where the time is asked for again. */
              { target: 'continuing' },
            ],
          },
        },
        continuing: {
          always: [
            { guard: 'changes', target: 'change' },
            { guard: 'asksOwnBooking', target: 'idle', actions: nameBooking },
            { guard: 'drops', target: 'puttingOff' },
            { guard: 'defersWithHold', target: 'idle', actions: keepWaiting },
            { guard: 'defers', target: 'puttingOff' },
            { guard: 'speaksAside', target: 'talkingAside' },
            { guard: 'returnsInterested', target: 'qualify', actions: welcomeBack },
            { guard: 'greetsMidway', target: 'qualify', actions: say('greet.again') },
            { guard: 'correctsWish', target: 'qualify', actions: noteCorrection },
            { guard: 'interested', target: 'qualify' },
            { guard: 'returns', target: 'returning' },
            { guard: 'worthInviting', target: 'inviting' },
            { guard: 'answered', target: 'idle' },
            { guard: 'greets', target: 'greeting' },
            { guard: 'thanks', target: 'idle', actions: [say('thanks.welcome'), 'stopAsking'] },
            { guard: 'asksInVain', target: 'handingOver', actions: because('unanswered_question') },
            { guard: 'treatmentNamed', target: 'inviting' },
            /** Whoever wrote is never left without a word. */
            { target: 'clarifying' },
          ],
        },
        talkingAside: {
          entry: answerAside,
          always: [{ guard: 'interested', target: 'qualify' }, { target: 'idle' }],
        },
        greeting: { entry: asks(question.greeting) },
        inviting: { entry: asks(question.invitation) },
        returning: { entry: asks(question.resumption) },
        clarifying: { entry: asks(question.help) },
        refusingMinor: { entry: [refuseMinor, 'dropTreatment'], always: 'idle' },
        optingOut: {
          entry: [{ type: 'optOut', params: { optedOut: true } }, ...forgetLead, say('optOut.done')],
          always: 'idle',
        },
        optingIn: {
          entry: [{ type: 'optOut', params: { optedOut: false } }, say('optIn.done')],
          always: 'idle',
        },
        puttingOff: {
          entry: [say('defer.fine'), 'loseInterest', remindLead],
          always: [{ guard: 'holds', target: 'idle', actions: releaseHold }, { target: 'idle' }],
        },
        /** Silence: one reminder of the open question, and later a friendly end. */
        nudging: { entry: ['nudge', nudgeCustomer, closeLater] },
        closing: { entry: [say('silence.close'), 'loseInterest', remindLead], always: 'idle' },
        remindingLead: {
          entry: asks(question.lead),
          always: [{ guard: 'isFirstLead', target: 'idle', actions: remindLeadAgain }, { target: 'idle' }],
        },
        /** Staff gave the conversation back with something open. */
        resuming: { id: 'resuming', entry: say('release.back'), always: 'qualify' },
        /** The last words before people take over: who will answer, and when. */
        handingOver: {
          id: 'handingOver',
          entry: callStaff,
          on: {
            'staff.called': [
              {
                guard: 'isLastCall',
                target: '#unattended',
                actions: [...sayGoodbye, openHandoff, ...alertStaff],
              },
              {
                target: '#waitingForStaff',
                actions: [...sayGoodbye, openHandoff, ...alertStaff, callNextLater],
              },
            ],
          },
        },
        /** Nobody has come yet. The conversation is in people's hands again before the turn ends. */
        askingPatience: {
          id: 'askingPatience',
          entry: callStaff,
          on: {
            'staff.called': [
              { guard: 'isLastCall', target: '#unattended', actions: [...askPatience, ...alertStaff] },
              { target: '#waitingForStaff', actions: [...askPatience, ...alertStaff, callNextLater] },
            ],
          },
        },
        qualify,
        book,
        change,
        followUp,
      },
    },
    handoff,
  },
});
