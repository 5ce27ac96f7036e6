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

export const vi: Catalogue = {
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
  yes: (question) =>
    question === 'agreement' ? 'Chốt lịch ạ' : question === 'attendance' ? 'Mình qua được' : 'Có',
  no: (question) =>
    question === 'agreement' ? 'Đổi giúp mình' : question === 'attendance' ? 'Chưa qua được' : 'Không có',
  /** One "Dạ" opens a message; a second one in the same message sounds like a recording. */
  join: ([first = '', ...rest]) =>
    [first, ...rest.map((part) => capitalise(part.replace(/^Dạ,? /, '')))].join('\n'),
};

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
