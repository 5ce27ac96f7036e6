import type { bookingFacts } from '../facts/booking-facts.ts';
import type { Refusal } from '../../domain/slot.ts';
import type { Sentences } from '../catalogue.ts';
import type { FactsOf } from '../copy-key.ts';
import type { Words } from '../words.ts';
import { appointmentLines, appointmentsLines, either, inOneLine } from './lines.ts';

/** What is wrong with a time, each in two ways. */
const refusals: Record<Refusal, readonly [(me: string) => string, (me: string) => string]> = {
  past: [() => 'đã qua rồi ạ', () => 'qua mất rồi ạ'],
  'too-soon': [
    (me) => `sát giờ quá, bên ${me} chưa kịp chuẩn bị ạ`,
    (me) => `gấp quá, bên ${me} chuẩn bị không kịp ạ`,
  ],
  'too-far': [
    (me) => `hơi xa, bên ${me} chưa mở lịch đến ngày đó ạ`,
    (me) => `còn xa, lịch bên ${me} chưa mở tới ngày đó ạ`,
  ],
  closed: [(me) => `nằm ngoài giờ làm việc của bên ${me} ạ`, (me) => `bên ${me} không làm việc ạ`],
  'off-grid': [
    (me) => `chưa khớp khung giờ nhận khách của bên ${me} ạ`,
    (me) => `lệch với khung giờ bên ${me} nhận khách ạ`,
  ],
  'no-staff': [
    () => 'chưa có bác sĩ hoặc kỹ thuật viên phụ trách dịch vụ này ạ',
    () => 'không có người phụ trách dịch vụ này ạ',
  ],
  full: [() => 'đã kín lịch mất rồi ạ', () => 'vừa hết chỗ rồi ạ'],
};

export const booking: Sentences<typeof bookingFacts> = {
  'availability.free': [
    (facts, words) =>
      `Dạ ${words.moment(facts.start)} bên ${words.me} còn chỗ ở ${branches(facts.branches, words)} ạ.`,
    (facts, words) =>
      `Dạ còn ạ, ${words.moment(facts.start)} ở ${branches(facts.branches, words)} vẫn nhận khách.`,
  ],
  'slot.refused': [
    (facts, words) => `Dạ ${wishedTime(facts, words)} ${refusals[facts.refusal][0](words.me)}.`,
    (facts, words) => `Dạ tiếc quá, ${wishedTime(facts, words)} ${refusals[facts.refusal][1](words.me)}.`,
  ],
  'slot.none': [
    () => 'Dạ trong hai tuần tới dịch vụ này chưa có giờ trống phù hợp ạ.',
    (_, { me, you }) => `Dạ ${me} xem hết hai tuần tới rồi mà chưa có giờ trống hợp ý ${you} ạ.`,
  ],
  'slot.lapsed': [
    (_, { me }) => `Dạ ${me} rất tiếc, giờ đó vừa hết thời gian giữ chỗ và đã có khách khác đặt ạ.`,
    (_, { me, you }) => `Dạ ${me} xin lỗi ${you}, chỗ đó hết hạn giữ và vừa có khách đặt mất rồi ạ.`,
  ],
  'deposit.lapsed': [
    (facts, words) =>
      `Dạ lịch ${words.treatment(facts.treatment, facts.area)} ${words.momentShort(facts.start)} chưa nhận được cọc nên ${words.me} xin phép không giữ chỗ nữa ạ. ${words.You} muốn đặt lại, nhắn ${words.me} nhé.`,
    (facts, words) =>
      `Dạ hết thời gian chờ cọc nên ${words.me} đã nhả chỗ ${words.treatment(facts.treatment, facts.area)} ${words.momentShort(facts.start)} rồi ạ. Cần đặt lại ${words.you} cứ nhắn ${words.me} nhé.`,
  ],
  'deposit.received': [
    (facts, words) =>
      `Dạ phòng khám đã nhận ${words.money(facts.amount)} tiền cọc của ${words.you} ạ. Lịch ${inOneLine(facts, words)} đã chắc chỗ, hẹn gặp ${words.you} nhé!`,
    (facts, words) =>
      `Dạ tiền cọc ${words.money(facts.amount)} đã tới rồi ạ, ${words.me} giữ chắc lịch ${inOneLine(facts, words)} cho ${words.you} nhé.`,
  ],
  'staff.notThen': [
    ({ staff, start }, words) =>
      `Dạ ${words.momentShort(start)} ${words.staff(staff)} không nhận lịch được ạ, nhưng người khác vẫn làm được giờ đó.`,
    ({ staff, start }, words) =>
      `Dạ giờ ${words.momentShort(start)} ${words.staff(staff)} kín lịch rồi ạ. ${words.You} đổi giờ hay để người khác làm ạ?`,
  ],
  'deposit.stated': [
    (facts, words) =>
      `Dạ ${words.treatment(facts.treatment)} cần cọc ${words.money(facts.amount)} để giữ chỗ ạ.${depositRule(words)}`,
    (facts, words) =>
      `Dạ để giữ chỗ ${words.treatment(facts.treatment)}, ${words.you} cọc trước ${words.money(facts.amount)} giúp ${words.me} ạ.${depositRule(words)}`,
  ],
  'deposit.none': [
    (facts, words) => `Dạ ${words.treatment(facts.treatment)} không cần cọc ạ.`,
    (facts, words) => `Dạ ${words.treatment(facts.treatment)} thì ${words.you} không phải đặt cọc đâu ạ.`,
  ],
  'booked.confirmed': [
    (facts, words) =>
      `Dạ ${words.me} đã đặt lịch xong cho ${words.you} ạ:\n${appointmentLines(facts, words)}\nCần đổi giờ ${words.you} cứ nhắn ${words.me} ở đây nhé. Hẹn gặp ${words.you} ạ!`,
    (facts, words) =>
      `Dạ xong rồi ạ, lịch của ${words.you} đã được đặt:\n${appointmentLines(facts, words)}\nBận đột xuất thì ${words.you} nhắn ${words.me} đổi giờ nhé ạ. Hẹn gặp ${words.you}!`,
  ],
  'booked.awaitingDeposit': [
    (facts, words) =>
      `Dạ ${words.me} đã ghi nhận lịch của ${words.you} ạ:\n${appointmentLines(facts, words)}\n${words.policy('deposit') ?? `Dịch vụ này cần cọc ${words.deposit(facts.treatment)} để giữ chỗ ạ.`} ${transfer(words.deposit(facts.treatment), facts.note, words)}`,
    (facts, words) =>
      `Dạ lịch của ${words.you} ${words.me} đã ghi nhận, còn chờ cọc ạ:\n${appointmentLines(facts, words)}\n${words.policy('deposit') ?? `Tiền cọc giữ chỗ là ${words.deposit(facts.treatment)} ạ.`} ${transfer(words.deposit(facts.treatment), facts.note, words)}`,
  ],
  'booked.several': [
    (facts, words) =>
      `Dạ ${words.me} đã đặt xong các lịch cho ${words.you} ạ:\n${appointmentsLines(facts, words)}\nCần đổi lịch nào ${words.you} cứ nhắn ${words.me} nhé. Hẹn gặp ${words.you} ạ!`,
    (facts, words) =>
      `Dạ xong rồi ạ, ${facts.visits.length} lịch của ${words.you} đã được đặt:\n${appointmentsLines(facts, words)}\nCó gì thay đổi ${words.you} nhắn ${words.me} nhé ạ.`,
  ],
  'booked.severalAwaitingDeposit': [
    (facts, words) =>
      `Dạ ${words.me} đã ghi nhận các lịch của ${words.you} ạ:\n${appointmentsLines(facts, words)}\nTổng tiền cọc giữ chỗ là ${words.money(facts.amount)}. ${transfer(words.money(facts.amount), facts.note, words)}`,
    (facts, words) =>
      `Dạ các lịch này ${words.me} đã ghi nhận, còn chờ cọc ${words.money(facts.amount)} ạ:\n${appointmentsLines(facts, words)}\n${transfer(words.money(facts.amount), facts.note, words)}`,
  ],
};

/** How to pay, as far as the clinic's records say; otherwise who will say it. */
function transfer(amount: string, note: string | null, words: Words): string {
  const { bank, you } = words;
  if (!bank || note === null) return `Nhân viên sẽ gửi ${you} thông tin chuyển khoản ạ.`;
  return [
    `${words.You} chuyển cọc giúp ${words.me} theo thông tin này nhé ạ:`,
    `• Ngân hàng: ${bank.name}`,
    `• Số tài khoản: ${bank.account}`,
    `• Chủ tài khoản: ${bank.holder}`,
    `• Số tiền cọc: ${amount}`,
    `• Nội dung: ${note}`,
  ].join('\n');
}

function wishedTime({ date, time }: FactsOf<'slot.refused'>, words: Words): string {
  return [time && words.hour(time), date && words.day(date)].filter(Boolean).join(' ') || 'giờ này';
}

function branches(keys: string, words: Words): string {
  return either(keys.split(' ').map((key) => words.branch(key)));
}

/** The clinic's own rule for deposits, where it wrote one. */
function depositRule(words: Words): string {
  const text = words.policy('deposit');
  return text ? `\n${text}` : '';
}
