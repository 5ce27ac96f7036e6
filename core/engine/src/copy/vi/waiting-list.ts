import type { waitingListFacts } from '../facts/waiting-list-facts.ts';
import type { WishedFacts } from '../facts/shared-facts.ts';
import type { Sentences } from '../catalogue.ts';
import type { Words } from '../words.ts';
import { inOneLine } from './lines.ts';

export const waitingList: Sentences<typeof waitingListFacts> = {
  'ask.joinWaitingList': {
    first: [
      (facts, words) =>
        `Dạ ${words.you} có muốn ${words.me} ghi vào danh sách chờ ${wish(facts, words)} không ạ? Có chỗ trống ${words.me} nhắn ${words.you} liền.`,
      (facts, words) =>
        `Dạ ${words.me} ghi danh sách chờ ${wish(facts, words)} cho ${words.you} nhé ạ? Ai hủy lịch là ${words.me} báo ${words.you}.`,
    ],
    again: [
      (facts, words) =>
        `Dạ ${words.you} có chờ chỗ trống ${wish(facts, words)} không ạ? Nhắn “có” để ${words.me} ghi tên nhé.`,
      (facts, words) =>
        `Dạ ${words.you} nhắn “có” để vào danh sách chờ ${wish(facts, words)}, hoặc nhắn ngày giờ khác để ${words.me} xem chỗ nhé ạ.`,
    ],
  },
  'waitingList.joined': [
    (facts, words) =>
      `Dạ ${words.me} đã ghi ${words.you} vào danh sách chờ ${wish(facts, words)} ạ. Có chỗ trống là ${words.me} nhắn ${words.you} ngay.`,
    (facts, words) =>
      `Dạ xong ạ, ${words.you} đã có trong danh sách chờ ${wish(facts, words)}. Có chỗ là ${words.me} nhắn ${words.you} nhé.`,
  ],
  'waitingList.notJoined': [
    (_, { me, you }) => `Dạ vâng ạ, ${me} không ghi danh sách chờ. Khi cần giờ khác ${you} nhắn ${me} nhé.`,
    (_, { me, you }) => `Dạ không sao ạ, ${you} muốn xem giờ khác thì cứ nhắn ${me} nhé.`,
  ],
  'waitingList.left': [
    (_, { me, you }) => `Dạ ${me} đã bỏ tên ${you} khỏi danh sách chờ ạ.`,
    (_, { me, you }) => `Dạ ${you} không còn trong danh sách chờ nữa ạ, cần lại thì nhắn ${me} nhé.`,
  ],
  'ask.takeFreed': {
    first: [
      (facts, words) =>
        `Dạ vừa có chỗ trống ${inOneLine(facts, words)}, ${words.staff(facts.staff)} thực hiện ạ. ${words.Me} giữ cho ${words.you} ${words.until(facts.until)}, ${words.you} lấy giờ này nhé?`,
      (facts, words) =>
        `Dạ ${words.me} báo ${words.you} tin vui: ${inOneLine(facts, words)} do ${words.staff(facts.staff)} thực hiện vừa trống ạ. ${words.You} nhận chỗ này không ạ? ${words.Me} giữ ${words.until(facts.until)}.`,
    ],
    again: [
      (facts, words) =>
        `Dạ chỗ ${words.momentShort(facts.start)} ${words.me} giữ cho ${words.you} ${words.until(facts.until)} thôi ạ, ${words.you} lấy giờ này không ạ?`,
      (facts, words) =>
        `Dạ ${words.you} nhắn “có” để nhận chỗ ${words.momentShort(facts.start)}, hoặc “không” để ${words.me} chờ chỗ khác cho ${words.you} nhé ạ.`,
    ],
  },
  'freed.declined': [
    (_, { me, you }) => `Dạ vâng ạ, ${me} vẫn để ${you} trong danh sách chờ, có chỗ khác ${me} nhắn nhé.`,
    (_, { me, you }) => `Dạ không sao ạ, chỗ này ${me} nhường khách khác, có giờ khác ${me} báo ${you}.`,
  ],
  'freed.expired': [
    ({ start }, words) =>
      `Dạ chỗ ${words.momentShort(start)} đã hết thời gian giữ nên ${words.me} mời khách kế tiếp rồi ạ. Có chỗ khác ${words.me} nhắn ${words.you} nhé.`,
    ({ start }, words) =>
      `Dạ ${words.me} tiếc quá, giờ ${words.momentShort(start)} không còn giữ được cho ${words.you} nữa ạ. ${words.You} vẫn ở trong danh sách chờ nhé.`,
  ],
};

/** "Peel da sáng thứ Bảy 28/11" */
function wish(facts: { treatment: string } & WishedFacts, words: Words): string {
  return [words.treatment(facts.treatment), words.wished(facts)].filter(Boolean).join(' ');
}
