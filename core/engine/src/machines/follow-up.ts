import { asks } from './asking.ts';
import { because } from './handoff-orders.ts';
import { scheduleBirthday } from './orders.ts';
import { say } from './telling.ts';
import * as question from './questions.ts';
import { vocabulary } from './setup.ts';

/** After a booking and after a visit: reminds, asks how the customer is, and hears the answer. A reply about anything else ends it. */
export const followUp = vocabulary.createStateConfig({
  id: 'followUp',
  initial: 'hearing',
  states: {
    /** The answer to what a follow-up had asked. */
    hearing: {
      always: [
        { guard: 'attends', target: 'confirmed' },
        { guard: 'cannotAttend', target: '#change', actions: ['moveAsked', 'stopAsking'] },
        { guard: 'feelsWell', target: 'thanking', actions: say('aftercare.fine') },
        { guard: 'feelsUnwell', target: '#handingOver', actions: because('medical', 'urgent') },
        { guard: 'wasPleased', target: 'thanking', actions: say('review.thanks') },
        /** A private ear for whoever was not pleased, instead of a public review. */
        { guard: 'wasNotPleased', target: '#handingOver', actions: because('complaint') },
        { guard: 'wantsAgain', target: '#qualify', actions: 'wishAgain' },
        { target: 'thanking', actions: say('rebook.fine') },
      ],
    },
    reminding: { entry: asks(question.attendance) },
    rescuing: { entry: asks(question.rescue) },
    checkingIn: { entry: asks(question.wellbeing) },
    askingReview: { entry: asks(question.review) },
    invitingBack: { entry: asks(question.nextSession) },
    wishing: { entry: [say('birthday.wish'), scheduleBirthday], always: '#idle' },
    confirmed: {
      entry: [
        {
          type: 'confirmAttendance',
          params: ({ context }) => ({ bookingId: context.asking?.bookingId ?? '' }),
        },
        say('attendance.thanks'),
      ],
      always: 'thanking',
    },
    thanking: { entry: 'stopAsking', always: '#idle' },
  },
});
