import type { Catalogue } from '../catalogue.ts';
import { asking } from './asking.ts';
import { booking } from './booking.ts';
import { change } from './change.ts';
import { consent } from './consent.ts';
import { conversation } from './conversation.ts';
import { followUp } from './follow-up.ts';
import { handoff } from './handoff.ts';
import { price } from './price.ts';
import { promotion } from './promotion.ts';
import { questions } from './questions.ts';
import { repair } from './repair.ts';
import { treatment } from './treatment.ts';
import { waitingList } from './waiting-list.ts';

/** What a tap says, in the customer's own voice. */
const yes: ReadonlyMap<string, string> = new Map([
  ['screening', 'Something applies'],
  ['agreement', 'Book it'],
  ['cancel', 'Cancel it'],
  ['waiting', 'Join waiting list'],
  ['freed', 'Take this time'],
  ['attendance', "I'll come"],
  ['wellbeing', 'All well'],
  ['rebook', 'Book it'],
]);
const no: ReadonlyMap<string, string> = new Map([
  ['screening', 'None applies'],
  ['agreement', 'Change something'],
  ['cancel', 'Keep it'],
  ['waiting', 'Other times'],
  ['freed', 'Not this time'],
  ['attendance', "I can't come"],
  ['wellbeing', 'Not so well'],
  ['rebook', 'Later'],
]);

export const en: Catalogue = {
  sentences: {
    ...conversation,
    ...repair,
    ...treatment,
    ...price,
    ...promotion,
    ...questions,
    ...asking,
    ...booking,
    ...change,
    ...waitingList,
    ...followUp,
    ...handoff,
    ...consent,
  },
  yes: (question) => yes.get(question) ?? 'Yes',
  no: (question) => no.get(question) ?? 'No',
  wait: 'Join waiting list',
  join: (parts) => parts.join('\n'),
};
