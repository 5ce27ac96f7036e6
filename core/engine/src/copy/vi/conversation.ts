import type { conversationFacts } from '../facts/conversation-facts.ts';
import type { WishedFacts } from '../facts/shared-facts.ts';
import type { Sentences } from '../catalogue.ts';
import type { Words } from '../words.ts';

export const conversation: Sentences<typeof conversationFacts> = {
  'intro.assistant': [
    (_, { me, clinic }) => `Dạ ${me} là trợ lý tự động của ${clinic.shortName} ạ.`,
    (_, { me, clinic }) => `Dạ ${me} là trợ lý ảo của ${clinic.shortName}, trả lời tự động ạ.`,
  ],
  'isBot.yes': [
    (_, { me, you, clinic }) =>
      `Dạ ${me} là trợ lý tự động của ${clinic.shortName}, không phải người thật ạ. Nếu ${you} muốn gặp nhân viên, ${me} chuyển ngay nhé.`,
    (_, { me, You, clinic }) =>
      `Dạ đúng rồi ạ, ${me} là trợ lý ảo của ${clinic.shortName}. ${You} muốn trao đổi với nhân viên thì nhắn “gặp nhân viên” giúp ${me} nhé.`,
  ],
  'greet.hello': {
    first: [
      (_, { me, you, You }) => `Dạ ${me} chào ${you} ạ. ${You} đang quan tâm dịch vụ nào để ${me} tư vấn ạ?`,
      (_, { me, you, You }) => `Dạ ${me} chào ${you} ạ. ${You} muốn hỏi giá hay xem lịch của dịch vụ nào ạ?`,
    ],
    again: [
      (_, { me, you }) =>
        `Dạ ${me} đây ạ, ${you} cứ nhắn tên dịch vụ hoặc tình trạng da đang muốn cải thiện nhé ạ.`,
      (_, { me, Me, you, example }) =>
        `Dạ ${me} vẫn ở đây ạ. ${Me} báo giá, xem giờ trống và đặt lịch được, ${you} nhắn ví dụ “giá ${example}” hoặc “đặt lịch chiều mai” nhé.`,
    ],
  },
  'greet.again': [
    (_, { me, You }) => `Dạ ${me} đây ạ. ${You} cần ${me} hỗ trợ thêm gì không ạ?`,
    (_, { me, you }) => `Dạ ${me} nghe đây ạ, ${you} cứ nhắn nhé.`,
  ],
  'greet.back': [
    ({ name }, words) =>
      `Dạ ${words.me} chào ${words.called(name)}, vui được gặp lại ${words.you} ạ. ${words.You} cần ${words.me} hỗ trợ gì ạ?`,
    ({ name }, words) =>
      `Dạ ${words.me} chào ${words.called(name)} ạ. Lần này ${words.you} muốn hỏi giá hay đặt lịch ạ?`,
  ],
  'help.topics': {
    first: [
      (_, { me, you, You }) =>
        `Dạ ${me} chưa hiểu ý ${you} ạ. ${You} cần ${me} báo giá, xem lịch trống hay đặt hẹn ạ?`,
      (_, { me, you, You }) =>
        `Dạ câu này ${me} chưa rõ ạ. ${You} muốn hỏi giá, hỏi về dịch vụ hay đặt lịch để ${me} hỗ trợ đúng ý ${you} ạ?`,
    ],
    again: [
      (_, { me, You, example }) =>
        `Dạ ${me} xin lỗi, ${me} vẫn chưa rõ ạ. ${You} nhắn giúp ${me} tên dịch vụ, ví dụ “giá ${example}” hoặc “đặt lịch chiều mai” nhé ạ.`,
      (_, { me, You }) =>
        `Dạ ${me} vẫn chưa hiểu đúng ạ. ${You} chọn giúp ${me}: hỏi giá, xem giờ trống, đặt lịch, hoặc nhắn “gặp nhân viên” để có người hỗ trợ ngay nhé.`,
    ],
  },
  'help.understood': {
    first: [
      (facts, words) => `Dạ ${heard(facts, words)}. ${words.You} muốn hỏi giá, xem giờ trống hay đặt lịch ạ?`,
    ],
    again: [
      (facts, words) =>
        `Dạ ${heard(facts, words)}, còn ý vừa rồi ${words.me} chưa rõ. ${words.You} muốn hỏi giá, xem giờ trống, đặt lịch hay gặp nhân viên ạ?`,
      (facts, words) =>
        `Dạ ${words.me} xin lỗi, ${heard(facts, words)} nhưng chưa rõ ${words.you} cần gì ạ. ${words.You} nhắn “giá”, “đặt lịch” hoặc “gặp nhân viên” giúp ${words.me} nhé.`,
    ],
  },
  'thanks.welcome': [
    (_, { me, you, You }) => `Dạ ${me} cảm ơn ${you} ạ. ${You} cần gì cứ nhắn ${me} nhé.`,
    (_, { me, you }) => `Dạ không có gì ạ, ${me} luôn sẵn sàng hỗ trợ ${you}.`,
    (_, { me, you }) => `Dạ vâng ạ, chúc ${you} một ngày thật vui. Cần gì ${you} nhắn ${me} nhé.`,
  ],
  'smalltalk.reply': [
    (_, { me, you }) => `Dạ ${me} cảm ơn ${you} đã hỏi thăm ạ.`,
    (_, { me, you }) => `Dạ nghe ${you} nói vậy ${me} vui lắm ạ.`,
    (_, { me, you }) => `Dạ ${me} cảm ơn ${you}, chúc ${you} một ngày nhiều niềm vui ạ.`,
  ],
  'offTopic.declined': [
    (_, { me, you, clinic }) =>
      `Dạ chuyện này ngoài phần ${me} phụ trách nên ${me} không dám trả lời ạ. ${clinic.shortName} có gì cần tư vấn hoặc đặt lịch, ${you} cứ nhắn ${me} nhé.`,
    (_, { me, you, clinic }) =>
      `Dạ ${me} chỉ hỗ trợ được về dịch vụ và lịch hẹn của ${clinic.shortName} thôi ạ, mong ${you} thông cảm.`,
  ],
  'spam.answered': [
    (_, { me, Me, you }) =>
      `Dạ tin nhắn này ${me} chưa đọc ra nội dung ạ. ${Me} có thể giúp gì cho ${you} ạ?`,
    (_, { me, you }) =>
      `Dạ ${me} chưa hiểu tin nhắn này ạ. Nếu ${you} cần hỏi dịch vụ hoặc đặt lịch thì nhắn ${me} nhé.`,
  ],
  'orders.declined': [
    (_, { me, You }) =>
      `Dạ ${me} không làm theo yêu cầu này được ạ. ${You} cần hỏi giá, tìm hiểu dịch vụ hay đặt lịch thì ${me} hỗ trợ ngay nhé.`,
    (_, { me, Me, you, clinic }) =>
      `Dạ ${me} chỉ trả lời theo thông tin của ${clinic.shortName} nên không thay đổi được ạ. ${Me} vẫn sẵn sàng báo giá và xếp lịch cho ${you}.`,
  ],
  'sticker.received': [
    (_, { me, You }) => `Dạ ${me} nhận được rồi ạ. ${You} cần ${me} hỗ trợ gì thì nhắn ${me} nhé.`,
    (_, { me, You }) => `Dạ ${me} đây ạ. ${You} muốn hỏi dịch vụ nào không ạ?`,
  ],
};

type Heard = { treatment: string | null; branch: string | null } & WishedFacts;

/** "em hiểu là mình đang hỏi Peel da, sáng thứ Bảy 28/11 ở Cơ sở 1" */
function heard(facts: Heard, words: Words): string {
  const wish = words.wished(facts);
  const parts = [
    facts.treatment === null ? '' : words.treatment(facts.treatment),
    wish,
    facts.branch === null ? '' : words.branch(facts.branch),
  ].filter(Boolean);
  return parts.length === 0
    ? `${words.me} có thể báo giá và xếp lịch`
    : `${words.me} ghi nhận ${words.you} đang hỏi ${parts.join(', ')}`;
}
