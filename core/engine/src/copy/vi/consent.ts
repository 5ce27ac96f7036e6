import type { consentFacts } from '../facts/consent-facts.ts';
import type { Sentences } from '../catalogue.ts';

export const consent: Sentences<typeof consentFacts> = {
  'optOut.done': () =>
    'Dạ em sẽ không nhắn tin chủ động cho mình nữa ạ. Khi cần, mình cứ nhắn, em vẫn trả lời.',
  'optIn.done': () => 'Dạ em đã bật lại tin nhắn nhắc lịch cho mình ạ.',
};
