import type { Brief, ThreadLine } from '../contracts/language-model.ts';
import { handoffReasonWords } from '../copy/alert-words.ts';
import { capitalise } from '../copy/capitalise.ts';
import type { HandoffReason } from '../domain/clinic.ts';

export type Briefing = {
  reason: HandoffReason;
  /** What the charts know, one fact a sentence. */
  facts: readonly string[];
  /** What was said lately, oldest first. */
  thread: readonly ThreadLine[];
};

const mostQuestions = 2;
const longestQuote = 140;
const longestSummary = 800;
const longestTitle = 80;

/** What staff see first, without a language model: why they are called, what is known and promised, and what was asked last. */
export function briefByRules({ reason, facts, thread }: Briefing): Brief {
  const why = capitalise(handoffReasonWords[reason]);
  const asked = thread
    .filter(({ by, text }) => by === 'customer' && text.trim() !== '')
    .slice(-mostQuestions)
    .map(({ text }) => `“${shortened(text.trim().replaceAll(/\s+/g, ' '), longestQuote)}”`);
  const summary = [
    `${why}.`,
    ...facts,
    ...(asked.length > 0 ? [`Khách nhắn sau cùng: ${asked.join(', ')}.`] : []),
  ];
  return {
    title: shortened(why, longestTitle),
    summary: shortened(summary.join(' '), longestSummary),
    replies: [...repliesFor[reason]],
  };
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

/** First messages that fit whatever the customer's matter is. They claim nothing, so that staff can send them as they are. */
const repliesFor: Readonly<Record<HandoffReason, readonly string[]>> = {
  medical: [
    'Dạ em đọc được tin của mình rồi ạ. Mình cho em xin số điện thoại để bên em gọi mình ngay nhé ạ.',
  ],
  contraindication: [
    'Dạ phần này bên em cần hỏi bác sĩ rồi mới trả lời mình được ạ, mình chờ em chút nhé ạ.',
  ],
  complaint: ['Dạ em xin lỗi mình về chuyện này ạ. Mình kể rõ thêm giúp em để em báo quản lý ngay nhé ạ.'],
  human_request: ['Dạ em chào mình ạ, em đọc tin nhắn của mình rồi ạ. Mình cần em hỗ trợ phần nào trước ạ?'],
  media: ['Dạ em nhận được tin của mình rồi ạ, em chuyển bác sĩ xem rồi nhắn lại mình nhé ạ.'],
  booking_not_found: ['Dạ mình cho em xin tên và số điện thoại lúc đặt để em tìm lại giúp mình nhé ạ.'],
  not_understood: ['Dạ em xin lỗi vì chưa hiểu đúng ý mình ạ. Mình nói rõ thêm giúp em một chút nhé ạ?'],
  unanswered_question: ['Dạ câu này em xin phép hỏi lại cho chắc rồi trả lời mình ạ.'],
  staff_took_over: [],
  unsure_speaker: [],
  not_delivered: [
    'Dạ em xin lỗi, tin nhắn trước của em bị lỗi nên chưa đến mình ạ. Mình cần em hỗ trợ gì ạ?',
  ],
  came_late: ['Dạ em xin lỗi đã trả lời mình trễ ạ. Mình còn cần em hỗ trợ phần này không ạ?'],
  late_change: ['Dạ em nhận được tin rồi ạ, em xem lại lịch rồi báo mình ngay nhé ạ.'],
  quarantined: ['Dạ em xin lỗi đã để mình chờ ạ, em đọc tin nhắn của mình rồi ạ.'],
};
