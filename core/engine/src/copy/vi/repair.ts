import type { repairFacts } from '../facts/repair-facts.ts';
import type { Sentences } from '../catalogue.ts';
import type { FactsOf } from '../copy-key.ts';
import type { Words } from '../words.ts';
import { inOneLine } from './lines.ts';

export const repair: Sentences<typeof repairFacts> = {
  'correction.taken': [
    (facts, words) => `Dạ ${words.me} ${change(facts, words)} ạ.`,
    (facts, words) => `Dạ vâng, ${words.me} ${change(facts, words)} rồi ạ.`,
    (facts, words) => `Dạ được ạ, ${words.me} ${change(facts, words)} cho ${words.you} nhé.`,
  ],
  'bridge.back': [
    (_, { me, you }) => `Dạ giờ ${me} xếp tiếp lịch cho ${you} nhé.`,
    (_, { me, you }) => `Dạ ${me} xin quay lại lịch hẹn của ${you} ạ.`,
    (_, { me }) => `Dạ còn lịch hẹn, ${me} hỏi tiếp một chút nhé ạ.`,
  ],
  'repeat.again': [
    (_, { me, you }) => `Dạ ${me} xin nhắc lại để ${you} tiện theo dõi ạ.`,
    (_, { me, you }) => `Dạ ${me} nói lại cho ${you} rõ hơn nhé ạ.`,
  ],
  'wait.fine': [
    (_, { me, you }) => `Dạ vâng, ${you} cứ xem thoải mái ạ, ${me} chờ ${you}.`,
    (_, { me, you }) => `Dạ không sao ạ, khi nào tiện ${you} nhắn ${me} nhé.`,
  ],
  'wait.kept': [
    (facts, words) =>
      `Dạ vâng ạ, ${words.you} cứ thong thả nhé. Chỗ ${place(facts, words)} ${words.me} giữ cho ${words.you} ${words.until(facts.until)} ạ.`,
    (facts, words) =>
      `Dạ không sao ạ, ${words.me} vẫn giữ chỗ ${place(facts, words)} ${words.until(facts.until)}, ${words.you} xem xong nhắn ${words.me} nhé.`,
  ],
  'defer.fine': [
    (_, { me, you }) => `Dạ vâng ạ, ${you} cứ suy nghĩ thoải mái. Khi nào cần, ${you} nhắn ${me} nhé.`,
    (_, { me, you }) => `Dạ không sao đâu ạ, ${you} cân nhắc thêm rồi nhắn ${me} lúc nào cũng được.`,
  ],
  'silence.nudge': [
    (_, { me, you }) => `Dạ ${you} còn đang xem không ạ? Cần thêm thông tin gì ${you} nhắn ${me} nhé.`,
    (_, { me, you }) => `Dạ ${me} vẫn chờ tin ${you} ạ, ${you} cần ${me} hỗ trợ tiếp không ạ?`,
  ],
  'silence.nudgeKept': [
    (facts, words) =>
      `Dạ ${words.me} đang giữ chỗ ${place(facts, words)} cho ${words.you} ${words.until(facts.until)} ạ. ${words.You} vẫn lấy giờ này chứ ạ?`,
    (facts, words) =>
      `Dạ chỗ ${place(facts, words)} ${words.me} giữ được ${words.until(facts.until)} thôi ạ. ${words.You} nhắn ${words.me} để chốt lịch nhé.`,
  ],
  'silence.close': [
    (_, { me, you }) =>
      `Dạ ${me} xin phép dừng ở đây để không làm phiền ${you} ạ. Khi nào cần, ${you} cứ nhắn ${me} nhé.`,
    (_, { me, you }) => `Dạ chắc ${you} đang bận ạ. Lúc nào tiện ${you} nhắn lại, ${me} hỗ trợ tiếp nhé.`,
  ],
  'return.kept': [
    (facts, words) =>
      `Dạ ${words.me} vẫn còn giữ chỗ ${place(facts, words)} cho ${words.you} ${words.until(facts.until)} ạ.`,
    (facts, words) =>
      `Dạ còn ạ, chỗ ${place(facts, words)} ${words.me} giữ cho ${words.you} ${words.until(facts.until)}.`,
  ],
  'return.lapsed': [
    (facts, words) =>
      `Dạ giờ ${words.momentShort(facts.start)} đã hết thời gian giữ chỗ ạ, ${words.me} xem lại giờ trống cho ${words.you} nhé.`,
    (facts, words) =>
      `Dạ chỗ ${words.momentShort(facts.start)} lần trước ${words.me} không giữ được nữa ạ, để ${words.me} tìm giờ khác cho ${words.you}.`,
  ],
  'return.booked': [
    (facts, words) => `Dạ lịch ${inOneLine(facts, words)} của ${words.you} vẫn giữ nguyên ạ.`,
    (facts, words) => `Dạ ${words.you} đang có lịch ${inOneLine(facts, words)} ạ, lịch vẫn còn nguyên nhé.`,
  ],
  'ask.resume': {
    first: [
      ({ treatment }, words) =>
        `Dạ hôm trước ${words.you} hỏi ${words.me} về ${words.treatment(treatment)}, ${words.you} muốn ${words.me} tư vấn tiếp không ạ?`,
      ({ treatment }, words) =>
        `Dạ ${words.you} còn quan tâm ${words.treatment(treatment)} không ạ? ${words.Me} xem lịch giúp ${words.you} nhé.`,
    ],
    again: [
      ({ treatment }, words) =>
        `Dạ ${words.you} muốn tiếp tục với ${words.treatment(treatment)} hay hỏi dịch vụ khác ạ?`,
      ({ treatment }, words) =>
        `Dạ ${words.you} nhắn “có” để ${words.me} xem lịch ${words.treatment(treatment)}, hoặc nhắn tên dịch vụ khác giúp ${words.me} nhé.`,
    ],
  },
  'trouble.sorry': [
    ({ expectedAt }, words) =>
      `Dạ ${words.me} xin lỗi, hệ thống bên ${words.me} đang trục trặc nên ${words.me} đã báo nhân viên. ${expectedAt === null ? `Nhân viên sẽ nhắn lại ${words.you}` : `Nhân viên sẽ trả lời ${words.you} ${words.soon(expectedAt)}`} ạ.`,
    ({ expectedAt }, words) =>
      `Dạ bên ${words.me} đang gặp chút sự cố kỹ thuật ạ. ${words.Me} đã nhờ nhân viên trả lời ${words.you}${expectedAt === null ? '' : ` ${words.soon(expectedAt)}`}, mong ${words.you} thông cảm.`,
  ],
};

const place = ({ start, branch }: { start: number; branch: string }, words: Words): string =>
  `${words.momentShort(start)} ở ${words.branch(branch)}`;

/** "đổi sang Peel da, 17h thứ Bảy 28/11, Cơ sở 1", "ghi lại tên là Lan" */
function change(facts: FactsOf<'correction.taken'>, words: Words): string {
  const visit = [
    facts.treatment !== null && words.treatment(facts.treatment, facts.area),
    facts.treatment === null && facts.area !== null && `vùng ${words.area(facts.area)}`,
    words.wished(facts),
    facts.branch !== null && words.branch(facts.branch),
    facts.staff !== null && words.staff(facts.staff),
  ].filter(Boolean);
  const person = [
    facts.name !== null && `tên là ${facts.name}`,
    facts.phone !== null && `số điện thoại là ${facts.phone}`,
  ].filter(Boolean);
  return [
    visit.length > 0 && `đổi sang ${visit.join(', ')}`,
    person.length > 0 && `ghi lại ${person.join(', ')}`,
    visit.length + person.length === 0 && 'sửa lại theo ý trên',
  ]
    .filter(Boolean)
    .join(' và ');
}
