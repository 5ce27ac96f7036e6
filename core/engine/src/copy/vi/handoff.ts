import type { handoffFacts } from '../facts/handoff-facts.ts';
import type { Sentences } from '../catalogue.ts';

export const handoff: Sentences<typeof handoffFacts> = {
  'handoff.medical': (_, { clinic }) =>
    `Dạ tình trạng này cần bác sĩ xem ngay ạ. Mình gọi giúp em số ${clinic.medicalHotline} liền nhé; nếu khó thở, nhìn mờ hoặc choáng, mình gọi cấp cứu 115. ${clinic.handoff.medical.promise}.`,
  'handoff.contraindication': (_, { clinic }) =>
    `Dạ trường hợp của mình cần bác sĩ xem rồi mới quyết định được ạ. Em đã báo ${clinic.handoff.human.to} hỗ trợ mình. ${clinic.handoff.human.promise}.`,
  'handoff.complaint': (_, { clinic }) =>
    `Dạ em rất xin lỗi vì trải nghiệm này của mình. Em đã báo ngay cho ${clinic.handoff.complaint.to}. ${clinic.handoff.complaint.promise}.`,
  'handoff.person': (_, { clinic }) =>
    `Dạ em chuyển mình gặp ${clinic.handoff.human.to} nhé ạ. ${clinic.handoff.human.promise}.`,
  'handoff.notUnderstood': (_, { clinic }) =>
    `Dạ em xin lỗi vì chưa hiểu đúng ý mình. Em nhờ ${clinic.handoff.human.to} hỗ trợ mình ạ. ${clinic.handoff.human.promise}.`,
  'handoff.unanswered': (_, { clinic }) =>
    `Dạ câu này em chưa có thông tin chính xác nên không dám trả lời bừa ạ. Em nhờ ${clinic.handoff.human.to} trả lời mình nhé. ${clinic.handoff.human.promise}.`,
};
