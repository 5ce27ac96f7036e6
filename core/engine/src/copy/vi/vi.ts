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
import { capitalise } from '../capitalise.ts';

/** What a tap says, in the customer's own voice. */
const yes: ReadonlyMap<string, string> = new Map([
  ['screening', 'Có'],
  ['agreement', 'Chốt lịch ạ'],
  ['cancel', 'Hủy lịch'],
  ['waiting', 'Ghi danh sách chờ'],
  ['freed', 'Lấy giờ này'],
  ['attendance', 'Qua được ạ'],
  ['wellbeing', 'Ổn ạ'],
  ['rebook', 'Đặt lịch'],
]);
const no: ReadonlyMap<string, string> = new Map([
  ['screening', 'Không có'],
  ['agreement', 'Đổi lại giúp'],
  ['cancel', 'Giữ lịch'],
  ['waiting', 'Xem giờ khác'],
  ['freed', 'Không lấy'],
  ['attendance', 'Chưa qua được'],
  ['wellbeing', 'Chưa ổn'],
  ['rebook', 'Để sau ạ'],
]);

export const vi: Catalogue = {
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
  yes: (question) => yes.get(question) ?? 'Có ạ',
  no: (question) => no.get(question) ?? 'Không ạ',
  wait: 'Vào danh sách chờ',
  /** One "Dạ" opens a message; a second one in the same message sounds like a recording. */
  join: ([first = '', ...rest]) =>
    [first, ...rest.map((part) => capitalise(part.replace(/^Dạ,? /, '')))].join('\n'),
};
