import type { AlertJob } from '../contracts/handoff-store.ts';
import type { Clinic, HandoffReason } from '../domain/clinic.ts';
import { type Instant, toLocal } from '../domain/clinic-time.ts';

/** Why somebody is called, as the clinic's own people say it. */
export const handoffReasonWords: Readonly<Record<HandoffReason, string>> = {
  medical: 'khách có dấu hiệu cần bác sĩ ngay',
  contraindication: 'cần bác sĩ xem trước khi làm dịch vụ',
  complaint: 'khách chưa hài lòng',
  human_request: 'khách muốn gặp nhân viên',
  media: 'khách gửi ảnh hoặc tin thoại',
  booking_not_found: 'không tìm thấy lịch khách nói',
  not_understood: 'trợ lý chưa hiểu ý khách',
  unanswered_question: 'khách hỏi điều trợ lý chưa có thông tin',
  staff_took_over: 'nhân viên đã vào trả lời',
  unsure_speaker: 'không rõ ai đang nhắn cho khách',
  not_delivered: 'tin nhắn chưa đến được khách',
  quarantined: 'hệ thống không xử lý được tin của khách',
  late_change: 'khách muốn đổi lịch sát giờ',
  came_late: 'tin của khách đến trễ, bot không tự trả lời',
};

/** An alert's words: why, since when and until when. No name, no number, nothing the customer said. */
export function alertWords(
  clinic: Pick<Clinic, 'shortName' | 'zone'>,
  { reason, priority, openedAt, answerBy }: Pick<AlertJob, 'reason' | 'priority' | 'openedAt' | 'answerBy'>,
): { title: string; text: string } {
  const clock = (at: Instant) => toLocal(at, clinic.zone).time;
  const title = `${priority === 'urgent' ? 'KHẨN: ' : ''}${clinic.shortName}: ${handoffReasonWords[reason]}`;
  const next =
    answerBy === null ? '' : ` Đến ${clock(answerBy)} chưa ai nhận thì hệ thống gọi người tiếp theo.`;
  return { title, text: `Khách chờ từ ${clock(openedAt)}. Anh/chị bấm vào liên kết để nhận.${next}` };
}
