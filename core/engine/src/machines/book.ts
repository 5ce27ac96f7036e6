import { asks } from './asking.ts';
import {
  awaitDeposit,
  bookingMade,
  bookingMoved,
  cancelUnpaid,
  depositLapsed,
  joinedWaitingList,
  keepUntil,
  leaveWaitingList,
  nudgeLater,
  passFreed,
  refuseSlot,
  releaseHold,
  slotLapsed,
  stateDeposit,
  wished,
} from './orders.ts';
import { say } from './telling.ts';
import * as question from './questions.ts';
import { vocabulary } from './setup.ts';

/** From a known treatment to an appointment: branch, time, hold, name, phone, agreement, booked; or moved, where one exists. */
export const book = vocabulary.createStateConfig({
  id: 'book',
  initial: 'checking',
  states: {
    checking: {
      always: [
        { guard: 'wantsWaiting', target: 'joiningWaitingList' },
        { guard: 'declinesWaiting', target: 'askingTime', actions: say('waitingList.notJoined') },
        { guard: 'holdIsStale', target: 'releasing' },
        { guard: 'branchUnknownAtKnownTime', target: 'choosingBranch' },
        { guard: 'branchUnknown', target: 'askingBranch' },
        { guard: 'timeUnknown', target: 'seeking' },
        { guard: 'notHeld', target: 'holding' },
        { guard: 'contactUnknown', target: 'askingContact' },
        { guard: 'nameUnknown', target: 'askingName' },
        { guard: 'phoneUnknown', target: 'askingPhone' },
        { guard: 'notAgreed', target: 'askingAgreement' },
        { guard: 'moves', target: 'moving' },
        { target: 'confirming' },
      ],
    },
    releasing: { entry: releaseHold, always: 'checking' },
    choosingBranch: {
      entry: { type: 'checkAvailability', params: wished },
      on: {
        'availability.known': [
          { guard: 'isFreeAtOneBranch', target: 'checking', actions: 'takeOnlyBranch' },
          { guard: 'isFreeNowhere', target: 'holding' },
          { target: 'askingBranch', actions: 'keepFreeBranches' },
        ],
      },
    },
    askingBranch: { entry: [...asks(question.whichBranch), nudgeLater] },
    seeking: {
      entry: { type: 'findSlots', params: wished },
      on: {
        'slots.found': { target: 'askingTime', actions: 'keepOffers' },
        'slots.none': { target: 'askingTime', actions: ['keepOffers', say('slot.none')] },
      },
    },
    askingTime: { entry: [...asks(question.whichTime), nudgeLater] },
    holding: {
      entry: { type: 'holdSlot', params: wished },
      on: {
        'slot.held': [
          { guard: 'needsDeposit', target: 'checking', actions: ['keepHold', keepUntil, stateDeposit] },
          { target: 'checking', actions: ['keepHold', keepUntil] },
        ],
        'slot.refused': [
          {
            guard: 'isFullWithoutOffers',
            target: 'offeringWaiting',
            actions: [refuseSlot, 'keepOffers', 'dropTime'],
          },
          { target: 'askingTime', actions: [refuseSlot, 'keepOffers', 'dropTime'] },
        ],
      },
    },
    offeringWaiting: { entry: [...asks(question.waitForFull), nudgeLater] },
    joiningWaitingList: {
      entry: {
        type: 'joinWaitingList',
        params: ({ context }) => ({ wish: context.missed ?? context.wish }),
      },
      on: {
        'waiting.joined': { target: '#idle', actions: [joinedWaitingList, 'keepWaiting', 'loseInterest'] },
      },
    },
    /** Whoever waited is offered the slot that became free. It is held; a yes is the agreement. */
    takingFreed: {
      entry: { type: 'takeFreed', params: {} },
      on: {
        'slot.freed': { target: 'offeringFreed', actions: ['keepFreed', keepUntil] },
        'slots.none': { target: '#idle', actions: passFreed },
      },
    },
    offeringFreed: { entry: asks(question.takeFreed) },
    decliningFreed: {
      entry: [...releaseHold, passFreed, 'loseInterest'],
      always: '#idle',
    },
    askingContact: { entry: [...asks(question.contact), nudgeLater] },
    askingName: { entry: [...asks(question.customerName), nudgeLater] },
    askingPhone: { entry: [...asks(question.customerPhone), nudgeLater] },
    askingAgreement: { entry: [...asks(question.agreement), nudgeLater] },
    confirming: {
      entry: { type: 'makeBooking', params: {} },
      on: {
        'booking.made': [
          {
            guard: 'awaitsDeposit',
            target: 'booked',
            actions: [...bookingMade, awaitDeposit, 'keepBookings'],
          },
          { target: 'booked', actions: [...bookingMade, 'keepBookings'] },
        ],
        'booking.refused': { target: 'seeking', actions: slotLapsed },
      },
    },
    awaitingDepositInVain: {
      entry: cancelUnpaid,
      on: {
        'booking.cancelled': { target: '#idle', actions: depositLapsed },
        /** It has arrived, or staff have dealt with it. */
        'booking.none': { target: '#idle' },
      },
    },
    moving: {
      entry: {
        type: 'moveBooking',
        params: ({ context }) => ({ bookingId: context.changing?.bookingId ?? '' }),
      },
      on: {
        'booking.moved': { target: 'booked', actions: [...bookingMoved, 'keepMoved'] },
        'booking.refused': { target: 'seeking', actions: slotLapsed },
      },
    },
    booked: { always: [{ guard: 'waits', target: '#idle', actions: leaveWaitingList }, { target: '#idle' }] },
  },
});
