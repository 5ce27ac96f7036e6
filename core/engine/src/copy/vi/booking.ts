import type { bookingFacts } from '../facts/booking-facts.ts';
import type { Refusal } from '../../domain/slot.ts';
import type { Sentences } from '../catalogue.ts';
import { appointmentLines, either } from './lines.ts';

const refusals: Record<Refusal, string> = {
  past: 'đã qua rồi ạ',
  'too-soon': 'sát giờ quá, bên em chưa kịp chuẩn bị ạ',
  'too-far': 'hơi xa, bên em chưa mở lịch đến ngày đó ạ',
  closed: 'nằm ngoài giờ làm việc của bên em ạ',
  'off-grid': 'chưa khớp khung giờ nhận khách của bên em ạ',
  'no-staff': 'chưa có bác sĩ hoặc kỹ thuật viên phụ trách dịch vụ này ạ',
  full: 'đã kín lịch mất rồi ạ',
};

export const booking: Sentences<typeof bookingFacts> = {
  'availability.free': (facts, words) =>
    `Dạ ${words.moment(facts.start)} bên em còn chỗ ở ${either(facts.branches.split(' ').map((key) => words.branch(key)))} ạ.`,
  'slot.refused': (facts, words) =>
    `Dạ ${[facts.time && words.hour(facts.time), facts.date && words.day(facts.date)].filter(Boolean).join(' ') || 'giờ này'} ${refusals[facts.refusal]}.`,
  'slot.none': () => 'Dạ trong hai tuần tới dịch vụ này chưa có giờ trống phù hợp ạ.',
  'slot.lapsed': () => 'Dạ em rất tiếc, giờ đó vừa hết thời gian giữ chỗ và đã có khách khác đặt ạ.',
  'booked.confirmed': (facts, words) =>
    `Dạ em đã đặt lịch xong cho mình ạ:\n${appointmentLines(facts, words)}\nCần đổi giờ mình cứ nhắn em ở đây nhé. Hẹn gặp mình ạ!`,
  'booked.awaitingDeposit': (facts, words) =>
    `Dạ em đã ghi nhận lịch của mình ạ:\n${appointmentLines(facts, words)}\n${words.policy('deposit') ?? `Dịch vụ này cần cọc ${words.deposit(facts.treatment)} để giữ chỗ ạ.`} Nhân viên sẽ gửi mình thông tin chuyển khoản ạ.`,
};
