import type { treatmentFacts } from '../facts/treatment-facts.ts';
import type { Key } from '../../domain/clinic.ts';
import type { Sentences } from '../catalogue.ts';
import type { Words } from '../words.ts';

export const treatment: Sentences<typeof treatmentFacts> = {
  'treatment.info': [
    (facts, words) =>
      `Dạ ${words.me} gửi ${words.you} thông tin ${words.treatment(facts.treatment)} ạ:\n${infoLines(facts.treatment, words)}`,
    (facts, words) =>
      `Dạ về ${words.treatment(facts.treatment)}, ${words.you} tham khảo giúp ${words.me} nhé:\n${infoLines(facts.treatment, words)}`,
  ],
  'treatment.compare': [
    (facts, words) =>
      `Dạ ${words.me} so sánh giúp ${words.you} ạ:\n${words.treatment(facts.one)}:\n${infoLines(facts.one, words)}\n${words.treatment(facts.other)}:\n${infoLines(facts.other, words)}\nLoại nào hợp hơn thì bác sĩ xem da rồi tư vấn ${words.you} ạ.`,
    (facts, words) =>
      `Dạ hai dịch vụ này khác nhau như sau ạ.\n${words.treatment(facts.one)}:\n${infoLines(facts.one, words)}\n${words.treatment(facts.other)}:\n${infoLines(facts.other, words)}\nHợp với ${words.you} hơn là loại nào thì bác sĩ khám mới nói chính xác được ạ.`,
  ],
  'faq.answer': [
    ({ answer }) => answer,
    ({ answer }, { me, you }) => `Dạ ${me} gửi ${you} thông tin ạ:\n${answer}`,
  ],
  'notOffered.answer': [
    ({ say }) => say,
    ({ say }, { me, you }) => `Dạ ${me} xin phép báo ${you} ạ:\n${say}`,
  ],
  'minor.refused': [
    (facts, words) =>
      `Dạ ${subject(facts.treatment, words)} bên ${words.me} chỉ nhận khách từ ${facts.minAge} tuổi trở lên ạ, mong ${words.you} thông cảm.${rule(words)}`,
    (facts, words) =>
      `Dạ ${words.me} chưa nhận lịch này được ạ, vì ${subject(facts.treatment, words)} dành cho khách đủ ${facts.minAge} tuổi.${rule(words)}`,
  ],
  'minor.guardian': [
    (facts, words) =>
      `Dạ ${subject(facts.treatment, words)} bên ${words.me} nhận khách ${from(facts.minAge)}, nhưng dưới 18 tuổi cần cha mẹ hoặc người giám hộ đi cùng và ký giấy đồng ý ạ.`,
    (facts, words) =>
      `Dạ được ạ, ${subject(facts.treatment, words)} làm được ${from(facts.minAge)}. Vì chưa đủ 18 nên ${words.you} đi cùng cha mẹ hoặc người giám hộ để ký giấy đồng ý giúp ${words.me} nhé.`,
  ],
  'event.lastDay': [
    (facts, words) =>
      `Dạ để kịp ${words.day(facts.event)}, ${words.you} làm ${words.treatment(facts.treatment)} từ ${words.day(facts.lastDay)} trở về trước là ổn ạ${healing(facts.treatment, words)}.`,
    (facts, words) =>
      `Dạ kịp ${words.day(facts.event)} ạ, miễn là ${words.you} làm ${words.treatment(facts.treatment)} không trễ hơn ${words.day(facts.lastDay)}${healing(facts.treatment, words)}.`,
  ],
  'event.course': [
    (facts, words) =>
      `Dạ để xong ${facts.sessions} buổi ${words.treatment(facts.treatment)} trước ${words.day(facts.event)}, ${words.you} bắt đầu từ ${words.day(facts.firstDay)} trở về trước nhé ạ.`,
    (facts, words) =>
      `Dạ ${facts.sessions} buổi ${words.treatment(facts.treatment)} muốn kịp ${words.day(facts.event)} thì buổi đầu không trễ hơn ${words.day(facts.firstDay)} ạ.`,
  ],
  'event.tooLate': [
    (facts, words) =>
      `Dạ ${words.me} nói thật là ${words.treatment(facts.treatment)} giờ không kịp hồi phục trước ${words.day(facts.event)} ạ${healing(facts.treatment, words)}. ${words.You} làm sau dịp này sẽ thoải mái hơn.`,
    (facts, words) =>
      `Dạ từ giờ đến ${words.day(facts.event)} không đủ thời gian cho ${words.treatment(facts.treatment)} ạ${healing(facts.treatment, words)}. ${words.Me} xếp lịch sau dịp đó cho ${words.you} nhé?`,
  ],
};

const from = (minAge: number): string => (minAge > 0 ? `từ ${minAge} tuổi` : 'ở mọi độ tuổi');

function infoLines(key: Key, words: Words): string {
  const { sessions, pain, downtime, result } = words.info(key);
  return [
    sessions && `• Số buổi: ${sessions}`,
    pain && `• Cảm giác: ${pain}`,
    downtime && `• Hồi phục: ${downtime}`,
    result && `• Kết quả: ${result}`,
  ]
    .filter(Boolean)
    .join('\n');
}

function subject(key: Key | null, words: Words): string {
  return key === null ? 'dịch vụ này' : words.treatment(key);
}

/** The clinic's own rule for minors, where it wrote one. */
function rule(words: Words): string {
  const text = words.policy('minors');
  return text ? `\n${text}` : '';
}

function healing(key: Key, words: Words): string {
  const { downtime } = words.info(key);
  return downtime ? ` (hồi phục: ${downtime})` : '';
}
