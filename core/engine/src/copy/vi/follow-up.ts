import type { followUpFacts } from '../facts/follow-up-facts.ts';
import type { Sentences } from '../catalogue.ts';

export const followUp: Sentences<typeof followUpFacts> = {
  'reminder.attendance': (facts, words) =>
    `Dạ em nhắc mình lịch ${words.treatment(facts.treatment)} lúc ${words.moment(facts.start)} tại ${words.branch(facts.branch)} ạ. Mình vẫn qua được chứ ạ?`,
  'attendance.thanks': () => 'Dạ em cảm ơn mình đã xác nhận. Bên em chờ mình ạ!',
};
