import type { Refusal } from '../domain/slot.ts';
import type { Catalogue } from './catalogue.ts';
import type { FactsOf } from './copy-key.ts';
import { offeredTimes, type Words } from './words.ts';

const refusals: Record<Refusal, string> = {
  past: 'đã qua rồi ạ',
  'too-soon': 'sát giờ quá, bên em chưa kịp chuẩn bị ạ',
  'too-far': 'hơi xa, bên em chưa mở lịch đến ngày đó ạ',
  closed: 'nằm ngoài giờ làm việc của bên em ạ',
  'off-grid': 'chưa khớp khung giờ nhận khách của bên em ạ',
  'no-staff': 'chưa có bác sĩ hoặc kỹ thuật viên phụ trách dịch vụ này ạ',
  full: 'đã kín lịch mất rồi ạ',
};

function appointmentLines(facts: FactsOf<'ask.agreement'>, words: Words): string {
  return [
    `• Dịch vụ: ${words.treatment(facts.treatment, facts.area)}`,
    `• Thời gian: ${words.moment(facts.start)} (khoảng ${words.duration(facts.treatment, facts.area)} phút)`,
    `• Nơi làm: ${words.branch(facts.branch)}, ${words.address(facts.branch)}`,
    `• Người thực hiện: ${words.staff(facts.staff)}`,
    `• Tên: ${facts.name ?? ''}, số điện thoại ${facts.phone ?? ''}`,
  ].join('\n');
}

/** "A, B hoặc C" */
function either(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} hoặc ${items.at(-1)}`;
}

export const vi: Catalogue = {
  sentences: {
    'intro.assistant': (_, { clinic }) => `Dạ em là trợ lý tự động của ${clinic.shortName} ạ.`,
    'greet.hello': () => 'Dạ em chào mình ạ. Mình đang quan tâm dịch vụ nào để em tư vấn ạ?',
    'help.topics': (_, _words, times) =>
      times < 2
        ? 'Dạ em chưa hiểu ý mình ạ. Mình cần em báo giá, xem lịch trống hay đặt hẹn ạ?'
        : 'Dạ em xin lỗi, em vẫn chưa rõ ạ. Mình nhắn giúp em tên dịch vụ, ví dụ “giá peel da” hoặc “đặt lịch chiều mai” nhé ạ.',
    'thanks.welcome': () => 'Dạ em cảm ơn mình ạ. Cần gì mình cứ nhắn em nhé.',
    'defer.fine': () => 'Dạ vâng ạ, mình cứ suy nghĩ thoải mái. Khi nào cần em hỗ trợ ngay ạ.',
    'price.fixed': (facts, words) =>
      `Dạ ${words.treatment(facts.treatment, facts.area)} bên em giá ${words.money(facts.amount)}/${facts.unit} ạ.`,
    'price.from': (facts, words) =>
      `Dạ ${words.treatment(facts.treatment, facts.area)} bên em từ ${words.money(facts.min)}/${facts.unit}, tùy vùng ạ.`,
    'price.range': (facts, words) =>
      `Dạ ${words.treatment(facts.treatment, facts.area)} bên em từ ${words.money(facts.min)} đến ${words.money(facts.max)}/${facts.unit}, bác sĩ xem tình trạng rồi báo mình giá chính xác ạ.`,
    'price.free': (facts, words) => `Dạ ${words.treatment(facts.treatment)} bên em miễn phí ạ.`,
    'price.package': (facts, words) =>
      `Gói ${facts.sessions} buổi ${words.treatment(facts.treatment)} là ${words.money(facts.amount)} ạ.`,
    'price.which': () => 'Dạ mình hỏi giá dịch vụ nào để em báo đúng cho mình ạ?',
    'treatment.info': (facts, words) => {
      const { sessions, pain, downtime, result } = words.info(facts.treatment);
      return [
        `Dạ em gửi mình thông tin ${words.treatment(facts.treatment)} ạ:`,
        sessions && `• Số buổi: ${sessions}`,
        pain && `• Cảm giác: ${pain}`,
        downtime && `• Hồi phục: ${downtime}`,
        result && `• Kết quả: ${result}`,
      ]
        .filter(Boolean)
        .join('\n');
    },
    'faq.answer': (facts) => facts.answer,
    'notOffered.answer': (facts) => facts.say,
    'availability.free': (facts, words) =>
      `Dạ ${words.moment(facts.start)} bên em còn chỗ ở ${either(facts.branches.split(' ').map((key) => words.branch(key)))} ạ.`,
    'ask.invite': (_, _words, times) =>
      times < 2
        ? 'Mình muốn em xem lịch trống ngày nào không ạ?'
        : 'Khi nào muốn qua, mình nhắn em ngày giờ là em giữ chỗ ngay ạ.',
    'ask.treatment': (_, _words, times) =>
      times < 2
        ? 'Mình muốn làm dịch vụ nào ạ?'
        : 'Mình cho em xin tên dịch vụ hoặc tình trạng da cần xử lý nhé ạ.',
    'ask.area': (facts, words, times) =>
      `${times < 2 ? 'Mình' : 'Dạ mình chọn giúp em,'} muốn làm vùng nào ạ? Bên em có ${either(
        words.clinic.treatments
          .find(({ key }) => key === facts.treatment)
          ?.variants.map(({ area }) => words.area(area)) ?? [],
      )}.`,
    'ask.screening': (facts, words, times) =>
      `${times < 2 ? 'Để an toàn, em xin hỏi trước: mình không thuộc trường hợp nào dưới đây, đúng không ạ?' : 'Dạ em cần biết điều này rồi mới xếp lịch được ạ. Mình có thuộc trường hợp nào dưới đây không, nhắn em “có” hoặc “không” nhé:'}\n${words
        .contraindications(facts.treatment)
        .map((item) => `• ${item}`)
        .join('\n')}`,
    'ask.branch': (facts, words, times) =>
      `${times < 2 ? 'Mình tiện ghé' : 'Dạ mình chọn giúp em'} cơ sở nào ạ?\n${facts.branches
        .split(' ')
        .map((key) => `• ${words.branch(key)}: ${words.address(key)}`)
        .join('\n')}`,
    'ask.time': (_, _words, times) =>
      times < 2
        ? 'Mình muốn hẹn ngày nào, mấy giờ ạ?'
        : 'Mình cho em xin ngày và giờ cụ thể nhé, ví dụ “10h sáng thứ Bảy”.',
    'ask.timeChoices': (facts, words, times) =>
      `${times < 2 ? 'Bên em còn các khung giờ này, mình chọn giúp em nhé ạ:' : 'Mình xem giúp em giờ nào tiện trong các giờ còn trống này ạ:'}\n${offeredTimes(facts.times, words)}`,
    'ask.name': (_, _words, times) =>
      times < 2 ? 'Mình cho em xin tên để em giữ chỗ ạ?' : 'Dạ mình tên gì để em ghi vào lịch hẹn ạ?',
    'ask.phone': (facts, _words, times) =>
      times < 2
        ? `${facts.name ? `Dạ em cảm ơn ${facts.name}. ` : ''}Mình cho em xin số điện thoại để bên em liên hệ khi cần ạ?`
        : 'Dạ số điện thoại di động gồm 10 số ạ, mình nhắn lại giúp em nhé.',
    'ask.agreement': (facts, words, times) =>
      times < 2
        ? `Dạ em xin phép đọc lại lịch hẹn ạ:\n${appointmentLines(facts, words)}\nEm chốt lịch này cho mình nhé ạ?`
        : `Dạ mình muốn đổi dịch vụ, ngày giờ hay cơ sở thì nhắn em nhé. Lịch em đang giữ cho mình:\n${appointmentLines(facts, words)}\nNếu đúng rồi, mình nhắn “ok” để em chốt ạ.`,
    'slot.refused': (facts, words) =>
      `Dạ ${[facts.time && words.hour(facts.time), facts.date && words.day(facts.date)].filter(Boolean).join(' ') || 'giờ này'} ${refusals[facts.refusal]}.`,
    'slot.none': () => 'Dạ trong hai tuần tới dịch vụ này chưa có giờ trống phù hợp ạ.',
    'slot.lapsed': () => 'Dạ em rất tiếc, giờ đó vừa hết thời gian giữ chỗ và đã có khách khác đặt ạ.',
    'booked.confirmed': (facts, words) =>
      `Dạ em đã đặt lịch xong cho mình ạ:\n${appointmentLines(facts, words)}\nCần đổi giờ mình cứ nhắn em ở đây nhé. Hẹn gặp mình ạ!`,
    'booked.awaitingDeposit': (facts, words) =>
      `Dạ em đã ghi nhận lịch của mình ạ:\n${appointmentLines(facts, words)}\n${words.policy('deposit') ?? `Dịch vụ này cần cọc ${words.deposit(facts.treatment)} để giữ chỗ ạ.`} Nhân viên sẽ gửi mình thông tin chuyển khoản ạ.`,
    'reminder.attendance': (facts, words) =>
      `Dạ em nhắc mình lịch ${words.treatment(facts.treatment)} lúc ${words.moment(facts.start)} tại ${words.branch(facts.branch)} ạ. Mình vẫn qua được chứ ạ?`,
    'attendance.thanks': () => 'Dạ em cảm ơn mình đã xác nhận. Bên em chờ mình ạ!',
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
    'optOut.done': () =>
      'Dạ em sẽ không nhắn tin chủ động cho mình nữa ạ. Khi cần, mình cứ nhắn, em vẫn trả lời.',
    'optIn.done': () => 'Dạ em đã bật lại tin nhắn nhắc lịch cho mình ạ.',
    'isBot.yes': (_, { clinic }) =>
      `Dạ em là trợ lý tự động của ${clinic.shortName}, không phải người thật ạ. Mình muốn gặp nhân viên, em chuyển ngay nhé.`,
  },
  yes: (question) =>
    question === 'agreement' ? 'Chốt lịch ạ' : question === 'attendance' ? 'Mình qua được' : 'Có',
  no: (question) =>
    question === 'agreement' ? 'Đổi giúp mình' : question === 'attendance' ? 'Chưa qua được' : 'Không có',
  /** One "Dạ" opens a message; a second one in the same message sounds like a recording. */
  join: ([first = '', ...rest]) =>
    [first, ...rest.map((part) => capitalise(part.replace(/^Dạ,? /, '')))].join('\n'),
};

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
