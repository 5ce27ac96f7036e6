import type { conversationFacts } from '../facts/conversation-facts.ts';
import type { Sentences } from '../catalogue.ts';

export const conversation: Sentences<typeof conversationFacts> = {
  'intro.assistant': (_, { clinic }) => `Dạ em là trợ lý tự động của ${clinic.shortName} ạ.`,
  'isBot.yes': (_, { clinic }) =>
    `Dạ em là trợ lý tự động của ${clinic.shortName}, không phải người thật ạ. Mình muốn gặp nhân viên, em chuyển ngay nhé.`,
  'greet.hello': () => 'Dạ em chào mình ạ. Mình đang quan tâm dịch vụ nào để em tư vấn ạ?',
  'help.topics': (_, _words, times) =>
    times < 2
      ? 'Dạ em chưa hiểu ý mình ạ. Mình cần em báo giá, xem lịch trống hay đặt hẹn ạ?'
      : 'Dạ em xin lỗi, em vẫn chưa rõ ạ. Mình nhắn giúp em tên dịch vụ, ví dụ “giá peel da” hoặc “đặt lịch chiều mai” nhé ạ.',
  'thanks.welcome': () => 'Dạ em cảm ơn mình ạ. Cần gì mình cứ nhắn em nhé.',
  'defer.fine': () => 'Dạ vâng ạ, mình cứ suy nghĩ thoải mái. Khi nào cần em hỗ trợ ngay ạ.',
};
