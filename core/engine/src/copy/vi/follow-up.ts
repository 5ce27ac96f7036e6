import type { followUpFacts } from '../facts/follow-up-facts.ts';
import type { Key } from '../../domain/clinic.ts';
import type { Sentences } from '../catalogue.ts';
import type { Words } from '../words.ts';

export const followUp: Sentences<typeof followUpFacts> = {
  'reminder.attendance': {
    first: [
      (facts, words) =>
        `Dạ ${words.me} nhắc ${words.you} lịch ${words.treatment(facts.treatment)} lúc ${words.moment(facts.start)} tại ${words.branch(facts.branch)} ạ. ${words.You} vẫn qua được chứ ạ?`,
      (facts, words) =>
        `Dạ ${words.me} nhắn nhắc lịch ${words.treatment(facts.treatment)} của ${words.you} lúc ${words.moment(facts.start)}, ${words.branch(facts.branch)} ạ. ${words.You} qua được không ạ?`,
    ],
    again: [
      (facts, words) =>
        `Dạ bên ${words.me} đang chuẩn bị đón ${words.you} lúc ${words.moment(facts.start)} tại ${words.branch(facts.branch)} ạ. ${words.You} nhắn ${words.me} có qua được không nhé.`,
      (facts, words) =>
        `Dạ lịch ${words.treatment(facts.treatment)} ${words.momentShort(facts.start)} tại ${words.branch(facts.branch)} ${words.you} vẫn giữ chứ ạ? Bận thì nhắn “đổi giờ”, ${words.me} xếp lại nhé.`,
    ],
  },
  'attendance.thanks': [
    (_, { me, you }) => `Dạ ${me} cảm ơn ${you} đã xác nhận. Bên ${me} chờ ${you} ạ!`,
    (_, { me, you }) => `Dạ vâng ạ, hẹn gặp ${you}, bên ${me} chuẩn bị sẵn rồi nhé.`,
  ],
  'noShow.rescue': {
    first: [
      (facts, words) =>
        `Dạ lịch ${words.momentShort(facts.start)} bên ${words.me} chưa gặp được ${words.you}, chắc ${words.you} bận đột xuất ạ. ${words.You} muốn dời lịch ${words.treatment(facts.treatment)} sang hôm nào ạ?`,
      (facts, words) =>
        `Dạ ${words.me} thấy ${words.you} lỡ lịch ${words.treatment(facts.treatment)} ${words.momentShort(facts.start)} ạ. Không sao đâu, ${words.you} tiện ngày nào để ${words.me} xếp lại nhé?`,
    ],
    again: [
      (facts, words) =>
        `Dạ ${words.me} xếp lại lịch ${words.treatment(facts.treatment)} cho ${words.you} nhé, ${words.you} tiện ngày nào ạ?`,
      (facts, words) =>
        `Dạ ${words.you} còn muốn làm ${words.treatment(facts.treatment)} không ạ? Nhắn ${words.me} ngày giờ, hoặc “để sau” cũng được nhé.`,
    ],
  },
  'aftercare.checkIn': {
    first: [
      (facts, words) =>
        `Dạ ${words.me} hỏi thăm ${words.you} sau buổi ${words.treatment(facts.treatment)} ạ. ${words.aftercare(facts.treatment, facts.checkIn)}`,
      (facts, words) =>
        `Dạ sau buổi ${words.treatment(facts.treatment)}, ${words.me} nhắn hỏi thăm ${words.you} ạ. ${words.aftercare(facts.treatment, facts.checkIn)}`,
    ],
    again: [
      (facts, words) =>
        `Dạ ${words.me} hỏi thăm ${words.you} thêm sau ${words.treatment(facts.treatment)} ạ. ${words.aftercare(facts.treatment, facts.checkIn)}`,
      (facts, words) =>
        `Dạ ${words.you} thấy trong người thế nào sau ${words.treatment(facts.treatment)} ạ? Có gì khác lạ ${words.you} nhắn ${words.me} ngay nhé. ${words.aftercare(facts.treatment, facts.checkIn)}`,
    ],
  },
  'aftercare.fine': [
    (_, { me, you }) => `Dạ nghe vậy ${me} mừng quá ạ. Có gì khác lạ ${you} nhắn ${me} ngay nhé.`,
    (_, { me, you }) => `Dạ ${me} cảm ơn ${you} đã báo ạ, cần gì ${you} cứ nhắn ${me} nhé.`,
  ],
  'review.ask': [
    (facts, words) =>
      `Dạ ${words.you} thấy buổi ${words.treatment(facts.treatment)} vừa rồi thế nào ạ? ${words.You} góp ý để bên ${words.me} phục vụ tốt hơn nhé.`,
    (facts, words) =>
      `Dạ ${words.me} xin một lời nhận xét của ${words.you} về buổi ${words.treatment(facts.treatment)} ạ, khen hay chê bên ${words.me} đều lắng nghe.`,
  ],
  'review.thanks': [
    (_, { me, you }) => `Dạ ${me} cảm ơn ${you} đã góp ý ạ, ${me} chuyển lời đến cả nhóm.`,
    (_, { me, you }) => `Dạ bên ${me} cảm ơn ${you} nhiều ạ, mong được đón ${you} lần sau.`,
  ],
  'rebook.invite': {
    first: [
      (facts, words) =>
        `Dạ đã đến lúc làm buổi ${words.treatment(facts.treatment)} tiếp theo của ${words.you} rồi ạ. ${words.You} muốn ${words.me} xem lịch ngày nào ạ?`,
      (facts, words) =>
        `Dạ theo lịch thì ${words.you} làm tiếp ${words.treatment(facts.treatment)} được rồi ạ. ${words.Me} giữ chỗ ngày nào cho ${words.you} nhé?`,
    ],
    again: [
      (facts, words) =>
        `Dạ ${words.you} muốn đặt buổi ${words.treatment(facts.treatment)} tiếp theo hôm nào ạ?`,
      (facts, words) =>
        `Dạ ${words.you} nhắn ${words.me} ngày giờ cho buổi ${words.treatment(facts.treatment)} tới, hoặc “để sau” cũng được ạ.`,
    ],
  },
  'rebook.fine': [
    (_, { me, you }) => `Dạ vâng ạ, khi nào sắp xếp được ${you} nhắn ${me} nhé.`,
    (_, { me, you }) => `Dạ không sao ạ, ${you} rảnh lúc nào nhắn ${me} lúc đó nhé.`,
  ],
  'birthday.wish': [
    (_, words) =>
      `Dạ ${words.clinic.shortName} chúc mừng sinh nhật ${words.you} ạ! Chúc ${words.you} tuổi mới thật nhiều sức khỏe và luôn rạng rỡ nhé.`,
    (_, words) =>
      `Hôm nay sinh nhật ${words.you} rồi, cả nhà ${words.clinic.shortName} chúc ${words.you} một ngày thật vui và tuổi mới nhiều may mắn ạ!`,
  ],
  'lead.remind': {
    first: [
      ({ treatment }, words) =>
        `Dạ hôm trước ${words.you} có hỏi ${words.me} về ${topic(treatment, words)} ạ. ${words.You} còn muốn tìm hiểu thêm không ạ?`,
      ({ treatment }, words) =>
        `Dạ ${words.you} đã quyết định về ${topic(treatment, words)} chưa ạ? Cần ${words.me} tư vấn thêm thì ${words.you} nhắn nhé.`,
    ],
    again: [
      ({ treatment }, words) =>
        `Dạ ${words.me} hỏi thăm về ${topic(treatment, words)} ạ. ${words.You} muốn ${words.me} xem giờ trống không ạ?`,
      ({ treatment }, words) =>
        `Dạ ${words.you} còn quan tâm ${topic(treatment, words)} không ạ? Nếu không, nhắn “dừng”, ${words.me} sẽ không nhắn thêm nhé.`,
    ],
  },
};

function topic(key: Key | null, words: Words): string {
  return key === null ? `dịch vụ của ${words.clinic.shortName}` : words.treatment(key);
}
