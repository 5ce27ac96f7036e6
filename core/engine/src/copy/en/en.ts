import type { Catalogue } from '../catalogue.ts';
import { asking } from './asking.ts';
import { booking } from './booking.ts';
import { consent } from './consent.ts';
import { conversation } from './conversation.ts';
import { followUp } from './follow-up.ts';
import { handoff } from './handoff.ts';
import { price } from './price.ts';
import { treatment } from './treatment.ts';

export const en: Catalogue = {
  sentences: {
    ...conversation,
    ...treatment,
    ...price,
    ...asking,
    ...booking,
    ...followUp,
    ...handoff,
    ...consent,
  },
  yes: (question) => (question === 'agreement' ? 'Book it' : 'Yes'),
  no: (question) => (question === 'agreement' ? 'Change something' : 'No'),
  join: (parts) => parts.join('\n'),
};
