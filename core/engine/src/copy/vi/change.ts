import type { changeFacts } from '../facts/change-facts.ts';
import type { Sentences } from '../catalogue.ts';
import type { FactsOf } from '../copy-key.ts';
import type { Words } from '../words.ts';
import { inOneLine } from './lines.ts';

export const change: Sentences<typeof changeFacts> = {
  'ask.whichBooking': {
    first: [
      (facts, words) =>
        `Dạ ${words.you} đang có các lịch này, ${words.you} nói lịch nào ạ?\n${numbered(facts, words)}`,
      (facts, words) =>
        `Dạ ${words.me} thấy có ${facts.bookings.length} lịch ạ, ${words.you} chọn giúp ${words.me} nhé:\n${numbered(facts, words)}`,
    ],
    again: [
      (facts, words) => `Dạ ${words.you} nhắn ${words.me} số thứ tự của lịch nhé:\n${numbered(facts, words)}`,
      (facts, words) =>
        `Dạ ${words.me} chưa rõ là lịch nào ạ. ${words.You} nhắn số thứ tự, hoặc “gặp nhân viên” để có người xem giúp nhé:\n${numbered(facts, words)}`,
    ],
  },
  'ask.newTime': {
    first: [
      (facts, words) => `Dạ lịch ${inOneLine(facts, words)}, ${words.you} muốn dời sang ngày nào, mấy giờ ạ?`,
      (facts, words) =>
        `Dạ ${words.me} dời lịch ${inOneLine(facts, words)} giúp ${words.you} nhé. ${words.You} tiện hôm nào ạ?`,
    ],
    again: [
      (facts, words) =>
        `Dạ ${words.you} cho ${words.me} ngày giờ mới cho ${words.treatment(facts.treatment, facts.area)} nhé, ví dụ “10h sáng thứ Bảy”.`,
      (facts, words) =>
        `Dạ ${words.you} tiện buổi nào để ${words.me} xem giờ trống ạ? Chưa chắc thì ${words.you} nhắn “giữ lịch cũ”, ${words.me} để nguyên ${words.momentShort(facts.start)} nhé.`,
    ],
  },
  'ask.move': {
    first: [
      (facts, words) =>
        `Dạ ${words.me} đọc lại phần đổi lịch ạ:\n${moveLines(facts, words)}\n${words.Me} đổi luôn cho ${words.you} nhé ạ?`,
      (facts, words) =>
        `Dạ ${words.you} xem lại giúp ${words.me} ạ:\n${moveLines(facts, words)}\nĐúng rồi thì ${words.me} đổi nhé?`,
    ],
    again: [
      (facts, words) =>
        `Dạ lịch chưa đổi, ${words.me} chờ ${words.you} đồng ý ạ:\n${moveLines(facts, words)}\n${words.You} nhắn “ok” để đổi, hoặc “giữ lịch cũ” nhé.`,
      (facts, words) =>
        `Dạ ${words.you} muốn giờ khác thì nhắn ${words.me} nhé. Phần đổi đang chờ ${words.you} đồng ý:\n${moveLines(facts, words)}\nNhắn “ok” để đổi, “giữ lịch cũ” hoặc “gặp nhân viên” đều được ạ.`,
    ],
  },
  'move.done': [
    (facts, words) =>
      `Dạ ${words.me} đã đổi lịch xong cho ${words.you} ạ:\n${moveLines(facts, words)}\nHẹn gặp ${words.you} nhé!`,
    (facts, words) =>
      `Dạ xong rồi ạ, lịch của ${words.you} đã được đổi:\n${moveLines(facts, words)}\nCó gì ${words.you} nhắn ${words.me} nhé.`,
  ],
  'move.byStaff': [
    (facts, words) =>
      `Dạ ${words.me} báo ${words.you} là lịch hẹn vừa được phòng khám dời ạ:\n${moveLines(facts, words)}\nGiờ mới chưa tiện thì ${words.you} nhắn ${words.me} đổi lại nhé.`,
    (facts, words) =>
      `Dạ phòng khám vừa dời lịch của ${words.you}, ${words.me} nhắn để ${words.you} nắm ạ:\n${moveLines(facts, words)}\n${words.You} cần giờ khác thì nhắn ${words.me} nhé.`,
  ],
  'cancel.byStaff': [
    (facts, words) =>
      `Dạ rất tiếc phòng khám đã hủy lịch ${inOneLine(facts, words)} ạ. ${words.You} muốn đặt lại giờ khác thì nhắn ${words.me} nhé.`,
    (facts, words) =>
      `Dạ phòng khám vừa hủy lịch ${inOneLine(facts, words)} ạ. Cần giờ khác ${words.you} cứ nhắn, ${words.me} xem chỗ cho ${words.you} nhé.`,
  ],
  'move.kept': [
    (facts, words) => `Dạ ${words.me} giữ nguyên lịch ${inOneLine(facts, words)} cho ${words.you} ạ.`,
    (facts, words) => `Dạ vâng, lịch cũ ${inOneLine(facts, words)} vẫn còn nguyên ạ.`,
  ],
  'move.refused': [
    (facts, words) =>
      `Dạ lịch ${words.momentShort(facts.start)} sát giờ quá nên ${words.me} không tự đổi được ạ.${rule('reschedule', words)}`,
    (facts, words) =>
      `Dạ ${words.me} xin lỗi ${words.you}, lịch ${words.momentShort(facts.start)} gần đến giờ rồi, phần này cần nhân viên xem ạ.${rule('reschedule', words)}`,
  ],
  'ask.cancel': {
    first: [
      (facts, words) =>
        `Dạ ${words.you} muốn hủy lịch ${inOneLine(facts, words)}, đúng không ạ?${rule('cancellation', words)}`,
      (facts, words) =>
        `Dạ ${words.me} xác nhận lại: hủy lịch ${inOneLine(facts, words)} phải không ạ?${rule('cancellation', words)}`,
    ],
    again: [
      (facts, words) =>
        `Dạ lịch ${inOneLine(facts, words)} vẫn chưa hủy ạ. ${words.You} nhắn “hủy” hoặc “giữ” giúp ${words.me} nhé.`,
      (facts, words) =>
        `Dạ ${words.you} nhắn “hủy” để bỏ lịch ${words.momentShort(facts.start)}, “đổi giờ” nếu chỉ bận hôm đó, hoặc “giữ” để giữ nguyên nhé ạ.`,
    ],
  },
  'cancel.done': [
    (facts, words) =>
      `Dạ ${words.me} đã hủy lịch ${inOneLine(facts, words)} ạ. Khi nào ${words.you} sắp xếp được, nhắn ${words.me} đặt lại nhé.`,
    (facts, words) =>
      `Dạ lịch ${inOneLine(facts, words)} đã được hủy ạ. Cần đặt lại ${words.you} cứ nhắn ${words.me} nhé.`,
  ],
  'cancel.kept': [
    (facts, words) =>
      `Dạ ${words.me} giữ nguyên lịch ${inOneLine(facts, words)} ạ. Hẹn gặp ${words.you} nhé!`,
    (facts, words) => `Dạ vâng, lịch ${inOneLine(facts, words)} vẫn còn nguyên, ${words.me} không hủy ạ.`,
  ],
};

function numbered({ bookings }: FactsOf<'ask.whichBooking'>, words: Words): string {
  return bookings
    .map(
      ({ treatment, area, branch, start }, index) =>
        `${index + 1}. ${words.treatment(treatment, area)}, ${words.momentShort(start)}, ${words.branch(branch)}`,
    )
    .join('\n');
}

function moveLines(facts: FactsOf<'ask.move'>, words: Words): string {
  return [
    `• Dịch vụ: ${words.treatment(facts.treatment, facts.area)}`,
    `• Lịch cũ: ${words.moment(facts.oldStart)}, ${words.branch(facts.oldBranch)}`,
    `• Lịch mới: ${words.moment(facts.start)}, ${words.branch(facts.branch)}`,
    `• Người thực hiện: ${words.staff(facts.staff)}`,
  ].join('\n');
}

/** The clinic's own rule, where it wrote one. */
function rule(key: string, words: Words): string {
  const text = words.policy(key);
  return text ? `\n${text}` : '';
}
