import type { Catalogue } from '../catalogue.ts';
import { asking } from './asking.ts';
import { booking } from './booking.ts';
import { consent } from './consent.ts';
import { conversation } from './conversation.ts';
import { followUp } from './follow-up.ts';
import { handoff } from './handoff.ts';
import { price } from './price.ts';
import { treatment } from './treatment.ts';

export const vi: Catalogue = {
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
