import type { handoffFacts } from '../facts/handoff-facts.ts';
import type { Clinic } from '../../domain/clinic.ts';
import type { Instant } from '../../domain/clinic-time.ts';
import { capitalise } from '../capitalise.ts';
import type { Sentences } from '../catalogue.ts';
import type { Words } from '../words.ts';

export const handoff: Sentences<typeof handoffFacts> = {
  'handoff.medical': [
    ({ expectedAt }, words) =>
      `Dạ tình trạng này cần bác sĩ xem ngay ạ. ${words.You} gọi giúp ${words.me} số ${words.clinic.medicalHotline} liền nhé; nếu khó thở, nhìn mờ hoặc choáng, ${words.you} gọi cấp cứu 115. ${answer('medical', expectedAt, words)}`,
    ({ expectedAt }, words) =>
      `Dạ ${words.you} gọi ngay số ${words.clinic.medicalHotline} để gặp bác sĩ giúp ${words.me} ạ. Nếu khó thở, nhìn mờ hoặc choáng váng thì gọi cấp cứu 115 trước nhé. ${answer('medical', expectedAt, words)}`,
  ],
  'handoff.medicalAgain': [
    ({ expectedAt }, words) =>
      `Dạ ${words.me} đã báo gấp thêm cho bác sĩ ạ. ${words.You} đừng chờ tin nhắn, gọi ${words.clinic.medicalHotline} ngay; khó thở, nhìn mờ hoặc choáng thì gọi 115 nhé. ${answer('medical', expectedAt, words)}`,
    ({ expectedAt }, words) =>
      `Dạ ${words.you} đã gọi được ${words.clinic.medicalHotline} chưa ạ? Nếu không ai nghe máy hoặc thấy nặng hơn, ${words.you} gọi cấp cứu 115 nhé. ${answer('medical', expectedAt, words)}`,
  ],
  'handoff.contraindication': [
    ({ expectedAt }, words) =>
      `Dạ trường hợp của ${words.you} cần bác sĩ xem rồi mới quyết định được ạ. ${words.Me} đã báo ${words.clinic.handoff.human.to} hỗ trợ ${words.you}. ${answer('human', expectedAt, words)}`,
    ({ expectedAt }, words) =>
      `Dạ để an toàn, bác sĩ bên ${words.me} cần xem trường hợp của ${words.you} trước ạ. ${words.Me} nhờ ${words.clinic.handoff.human.to} liên hệ nhé. ${answer('human', expectedAt, words)}`,
  ],
  'handoff.complaint': [
    ({ expectedAt }, words) =>
      `Dạ ${words.me} rất xin lỗi vì trải nghiệm này của ${words.you}. ${words.Me} đã báo ngay cho ${words.clinic.handoff.complaint.to}. ${answer('complaint', expectedAt, words)}`,
    ({ expectedAt }, words) =>
      `Dạ ${words.me} xin lỗi đã để ${words.you} không hài lòng ạ. Phản ánh của ${words.you} đã được chuyển đến ${words.clinic.handoff.complaint.to}. ${answer('complaint', expectedAt, words)}`,
  ],
  'handoff.person': [
    ({ expectedAt }, words) =>
      `Dạ ${words.me} chuyển ${words.you} gặp ${words.clinic.handoff.human.to} nhé ạ. ${answer('human', expectedAt, words)}`,
    ({ expectedAt }, words) =>
      `Dạ vâng, ${words.me} đã nhờ ${words.clinic.handoff.human.to} trả lời ${words.you} ạ. ${answer('human', expectedAt, words)}`,
  ],
  'handoff.notUnderstood': [
    ({ expectedAt }, words) =>
      `Dạ ${words.me} xin lỗi vì chưa hiểu đúng ý ${words.you}. ${words.Me} nhờ ${words.clinic.handoff.human.to} hỗ trợ ${words.you} ạ. ${answer('human', expectedAt, words)}`,
    ({ expectedAt }, words) =>
      `Dạ để khỏi mất thời gian của ${words.you}, ${words.me} nhờ ${words.clinic.handoff.human.to} trả lời trực tiếp ạ. ${answer('human', expectedAt, words)}`,
  ],
  'handoff.unanswered': [
    ({ expectedAt }, words) =>
      `Dạ câu này ${words.me} chưa có thông tin chính xác nên không dám trả lời bừa ạ. ${words.Me} nhờ ${words.clinic.handoff.human.to} trả lời ${words.you} nhé. ${answer('human', expectedAt, words)}`,
    ({ expectedAt }, words) =>
      `Dạ phần này ${words.me} cần hỏi lại cho chắc ạ, ${words.me} đã chuyển câu hỏi cho ${words.clinic.handoff.human.to}. ${answer('human', expectedAt, words)}`,
  ],
  'handoff.photo': [
    ({ expectedAt }, words) =>
      `Dạ ${words.me} nhận được ảnh rồi ạ. ${words.Me} không đánh giá tình trạng qua ảnh được nên đã chuyển cho ${words.clinic.handoff.human.to} xem. ${answer('human', expectedAt, words)}`,
    ({ expectedAt }, words) =>
      `Dạ ảnh của ${words.you} ${words.me} đã gửi đến ${words.clinic.handoff.human.to} ạ, phần đánh giá để bác sĩ xem trực tiếp. ${answer('human', expectedAt, words)}`,
  ],
  'handoff.voiceMessage': [
    ({ expectedAt }, words) =>
      `Dạ ${words.me} chưa nghe được tin nhắn thoại ạ, ${words.me} nhờ ${words.clinic.handoff.human.to} nghe giúp. ${answer('human', expectedAt, words)} Cần nhanh hơn thì ${words.you} nhắn chữ cho ${words.me} nhé.`,
    ({ expectedAt }, words) =>
      `Dạ tin thoại của ${words.you} ${words.me} đã chuyển cho ${words.clinic.handoff.human.to} nghe ạ. ${answer('human', expectedAt, words)}`,
  ],
  'handoff.bookingNotFound': [
    ({ expectedAt }, words) =>
      `Dạ ${words.me} chưa tìm thấy lịch hẹn của ${words.you} ạ, ${words.me} nhờ ${words.clinic.handoff.human.to} kiểm tra lại nhé. ${answer('human', expectedAt, words)}`,
    ({ expectedAt }, words) =>
      `Dạ lịch ${words.you} nói ${words.me} tìm chưa ra ạ. ${words.Me} đã chuyển cho ${words.clinic.handoff.human.to} xem giúp ${words.you}. ${answer('human', expectedAt, words)}`,
  ],
  'handoff.late': [
    ({ expectedAt }, words) =>
      `Dạ tin nhắn của ${words.you} đến bên ${words.me} bị trễ, ${words.me} xin lỗi ạ. ${words.Me} đã nhờ ${words.clinic.handoff.human.to} xem ngay. ${answer('human', expectedAt, words)}`,
    ({ expectedAt }, words) =>
      `Dạ giờ ${words.me} mới nhận được tin của ${words.you}, ${words.me} xin lỗi vì để ${words.you} chờ lâu ạ. ${words.Me} chuyển ${words.clinic.handoff.human.to} trả lời ${words.you} nhé. ${answer('human', expectedAt, words)}`,
  ],
  'handoff.stillWaiting': [
    ({ expectedAt }, words) =>
      `Dạ ${words.me} xin lỗi đã để ${words.you} chờ. ${words.Me} vừa báo thêm người khác ạ. ${answer('human', expectedAt, words)}`,
    ({ expectedAt }, words) =>
      `Dạ ${words.me} vẫn đang tìm người trả lời ${words.you} ạ, mong ${words.you} thông cảm. ${answer('human', expectedAt, words)}`,
  ],
  'handoff.outOfHours': [
    ({ expectedAt }, words) =>
      `Dạ giờ này nhân viên bên ${words.me} đã nghỉ nên ${words.me} ghi lại lời nhắn của ${words.you} ạ. ${answer('human', expectedAt, words)}`,
    ({ expectedAt }, words) =>
      `Dạ ngoài giờ làm việc nên chưa có người trực tin nhắn ạ, ${words.me} đã để lại lời cho ${words.clinic.handoff.human.to}. ${answer('human', expectedAt, words)}`,
  ],
  'release.back': [
    ({ staff }, words) =>
      `Dạ ${spokesman(staff, words)} vừa trao đổi với ${words.you} rồi ạ, ${words.me} xin phép hỗ trợ ${words.you} tiếp nhé.`,
    ({ staff }, words) =>
      `Dạ ${words.me} hỗ trợ ${words.you} tiếp ạ. Nội dung ${words.you} vừa trao đổi với ${spokesman(staff, words)}, ${words.me} đã nắm rồi nhé.`,
  ],
  'concession.unconfirmed': [
    ({ expectedAt }, words) =>
      `Dạ phần ưu đãi vừa trao đổi, ${words.me} nhờ bạn ấy xác nhận lại rồi báo ${words.you}${expectedAt === null ? '' : ` ${words.soon(expectedAt)}`} ạ.`,
    ({ expectedAt }, words) =>
      `Dạ ưu đãi đó ${words.me} chưa thấy xác nhận nên chưa dám ghi vào lịch ạ, ${words.me} đang hỏi lại và báo ${words.you}${expectedAt === null ? ' ngay khi có' : ` ${words.soon(expectedAt)}`} nhé.`,
  ],
  'concession.confirmed': [
    (facts, words) =>
      `Dạ ưu đãi giảm ${words.money(facts.amount)} cho ${words.treatment(facts.treatment)} đã được xác nhận ạ, ${words.me} ghi vào lịch của ${words.you} rồi.`,
    (facts, words) =>
      `Dạ ${words.you} được giảm ${words.money(facts.amount)} cho ${words.treatment(facts.treatment)} như đã trao đổi ạ.`,
  ],
};

/** By when somebody will answer; without a known time, what the clinic itself promises. */
function answer(rule: keyof Clinic['handoff'], expectedAt: Instant | null, words: Words): string {
  const { to, promise } = words.clinic.handoff[rule];
  if (expectedAt === null) return `${promise}.`;
  return rule === 'medical'
    ? `${capitalise(to)} sẽ liên hệ ${words.you} ${words.soon(expectedAt)} ạ.`
    : `${words.You} sẽ nhận được trả lời ${words.soon(expectedAt)} ạ.`;
}

function spokesman(staff: string | null, words: Words): string {
  return staff === null ? `nhân viên bên ${words.me}` : words.staff(staff);
}
