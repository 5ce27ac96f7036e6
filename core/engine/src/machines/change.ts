import { asks } from './asking.ts';
import { because } from './handoff-orders.ts';
import { bookingCancelled, givenUpWaiting, keepBooking, refuseMove, releaseHold } from './orders.ts';
import * as question from './questions.ts';
import { vocabulary } from './setup.ts';

/** An existing booking is to be moved or cancelled: find it among the customer's own, ask once, do it. Moving goes on in `book`. */
export const change = vocabulary.createStateConfig({
  id: 'change',
  initial: 'checking',
  states: {
    checking: {
      always: [
        { guard: 'keepsBooking', target: 'keeping' },
        { guard: 'cancelAgreed', target: 'cancelling' },
        { guard: 'isFound', target: '#book' },
        { target: 'finding' },
      ],
    },
    finding: {
      entry: {
        type: 'findBooking',
        params: ({ context }) => ({
          change: context.changing ?? { kind: 'move', bookingId: null },
          wish: context.wish,
        }),
      },
      on: {
        'booking.found': [
          { guard: 'cancels', target: 'askingCancel', actions: 'keepFound' },
          {
            guard: 'isTooLateToMove',
            target: '#handingOver',
            actions: [refuseMove, 'dropChange', because('late_change')],
          },
          { target: '#book', actions: 'keepFound' },
        ],
        'bookings.several': { target: 'askingBooking', actions: 'keepFoundBookings' },
        'booking.none': [
          { guard: 'givesUpWaiting', target: '#idle', actions: givenUpWaiting },
          /** Nothing is booked yet: it is the wish that is meant. */
          { guard: 'interested', target: '#qualify', actions: 'dropChange' },
          { target: '#handingOver', actions: ['dropChange', because('booking_not_found')] },
        ],
      },
    },
    askingBooking: { entry: asks(question.whichBooking) },
    askingCancel: { entry: asks(question.reallyCancel) },
    cancelling: {
      entry: {
        type: 'cancelBooking',
        params: ({ context }) => ({ bookingId: context.changing?.bookingId ?? '' }),
      },
      on: {
        'booking.cancelled': { target: '#idle', actions: [...bookingCancelled, 'keepCancelled'] },
        'booking.none': { target: '#handingOver', actions: ['dropChange', because('booking_not_found')] },
      },
    },
    keeping: {
      entry: [keepBooking, 'dropChange'],
      always: [{ guard: 'holds', target: '#idle', actions: releaseHold }, { target: '#idle' }],
    },
  },
});
