import { asks } from './asking.ts';
import type { ConversationEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { vocabulary } from './setup.ts';

function remindedBooking(facts: Facts, event: ConversationEvent) {
  return facts.bookings.find((booking) => event.type === 'timer.fired' && event.timer.endsWith(booking.id));
}

/** After a booking: reminds of it, and hears whether the customer will come. */
export const followUp = vocabulary.createStateConfig({
  id: 'followUp',
  initial: 'reminding',
  states: {
    reminding: {
      entry: asks(({ context, event }) => {
        const booking = remindedBooking(context, event);
        return {
          question: 'attendance',
          key: 'reminder.attendance',
          facts: {
            treatment: booking?.slot.treatment ?? null,
            branch: booking?.slot.branch ?? null,
            start: booking?.slot.start ?? null,
          },
          choices: [{ kind: 'yes' }, { kind: 'no' }],
          bookingId: booking?.id ?? null,
        };
      }),
    },
    confirmed: {
      entry: [
        {
          type: 'confirmAttendance',
          params: ({ context }) => ({ bookingId: context.asking?.bookingId ?? '' }),
        },
        { type: 'say', params: { key: 'attendance.thanks', facts: {} } },
        'stopAsking',
      ],
      always: '#idle',
    },
  },
});
