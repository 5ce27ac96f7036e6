import type { askingFacts } from '../facts/asking-facts.ts';
import type { Sentences } from '../catalogue.ts';
import { offeredTimes } from '../words.ts';
import { appointmentLines, either } from './lines.ts';

export const asking: Sentences<typeof askingFacts> = {
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
  'ask.invite': (_, _words, times) =>
    times < 2
      ? 'Mình muốn em xem lịch trống ngày nào không ạ?'
      : 'Khi nào muốn qua, mình nhắn em ngày giờ là em giữ chỗ ngay ạ.',
};
