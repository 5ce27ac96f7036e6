import type { Catalogue } from '../catalogue.ts';
import { asking } from './asking.ts';
import { booking } from './booking.ts';
import { change } from './change.ts';
import { consent } from './consent.ts';
import { conversation } from './conversation.ts';
import { followUp } from './follow-up.ts';
import { handoff } from './handoff.ts';
import { price } from './price.ts';
import { repair } from './repair.ts';
import { treatment } from './treatment.ts';
import { waitingList } from './waiting-list.ts';

export const en: Catalogue = {
  sentences: {
    ...conversation,
    ...repair,
    ...treatment,
    ...price,
    ...asking,
    ...booking,
    ...change,
    ...waitingList,
    ...followUp,
    ...handoff,
    ...consent,
  },
  yes: (question) => (question === 'agreement' ? 'Book it' : 'Yes'),
  no: (question) => (question === 'agreement' ? 'Change something' : 'No'),
  join: (parts) => parts.join('\n'),
};
