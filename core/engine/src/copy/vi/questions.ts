import type { questionFacts } from '../facts/question-facts.ts';
import type { Sentences } from '../catalogue.ts';

export const questions: Sentences<typeof questionFacts> = {
  'question.toStaff': [
    (_, { me, you }) =>
      `Còn câu ${you} hỏi thêm ${me} chưa có thông tin, để ${me} hỏi lại bác sĩ rồi phòng khám trả lời ${you} ạ.`,
    (_, { me, Me, you }) =>
      `${Me} xin phép ghi lại câu còn lại để hỏi bác sĩ ạ, phần đó ${me} chưa dám trả lời ${you} ngay.`,
  ],
  'question.more': [
    (_, { Me, you }) => `${Me} trả lời trước từng này ạ, phần còn lại ${you} nhắn lại giúp nhé.`,
    (_, { me, you }) => `Còn mấy ý nữa ${you} hỏi tiếp để ${me} trả lời từng phần cho dễ xem ạ.`,
  ],
};
