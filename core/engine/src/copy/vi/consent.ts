import type { consentFacts } from '../facts/consent-facts.ts';
import type { Sentences } from '../catalogue.ts';

export const consent: Sentences<typeof consentFacts> = {
  'optOut.done': [
    (_, { me, you }) =>
      `Dạ ${me} sẽ không nhắn tin chủ động cho ${you} nữa ạ. Khi cần, ${you} cứ nhắn, ${me} vẫn trả lời.`,
    (_, { me, you }) =>
      `Dạ vâng, ${me} đã tắt tin nhắn chủ động cho ${you} rồi ạ. Lúc nào cần, nhắn là ${me} trả lời nhé.`,
  ],
  'optIn.done': [
    (_, { me, you }) => `Dạ ${me} đã bật lại tin nhắn nhắc lịch cho ${you} ạ.`,
    (_, { me, you }) => `Dạ vâng ạ, từ giờ ${me} lại nhắn nhắc lịch cho ${you} nhé.`,
  ],
};
