import type { z } from 'zod';
import type { priceFacts } from '../facts/price-facts.ts';
import type { Key } from '../../domain/clinic.ts';
import type { Sentences } from '../catalogue.ts';
import type { Words } from '../words.ts';

export const price: Sentences<typeof priceFacts> = {
  'price.fixed': [
    (facts, words) =>
      `Dạ ${words.treatment(facts.treatment, facts.area)} bên ${words.me} giá ${words.money(facts.amount)}/${facts.unit} ạ.`,
    (facts, words) =>
      `Dạ giá ${words.treatment(facts.treatment, facts.area)} là ${words.money(facts.amount)}/${facts.unit} ạ.`,
  ],
  'price.from': [
    (facts, words) =>
      `Dạ ${words.treatment(facts.treatment, facts.area)} bên ${words.me} từ ${words.money(facts.min)}/${facts.unit}, tùy vùng ạ.`,
    (facts, words) =>
      `Dạ giá ${words.treatment(facts.treatment, facts.area)} từ ${words.money(facts.min)}/${facts.unit}, mỗi vùng một giá ạ.`,
  ],
  'price.fromPerformer': [
    (facts, words) =>
      `Dạ ${words.treatment(facts.treatment, facts.area)} bên ${words.me} từ ${words.money(facts.min)}/${facts.unit}, tùy người thực hiện ạ.`,
    (facts, words) =>
      `Dạ giá ${words.treatment(facts.treatment, facts.area)} từ ${words.money(facts.min)}/${facts.unit}, chọn người làm rồi ${words.me} báo giá chính xác ạ.`,
  ],
  'price.range': [
    (facts, words) =>
      `Dạ ${words.treatment(facts.treatment, facts.area)} bên ${words.me} từ ${words.money(facts.min)} đến ${words.money(facts.max)}/${facts.unit}, bác sĩ xem tình trạng rồi báo ${words.you} giá chính xác ạ.`,
    (facts, words) =>
      `Dạ giá ${words.treatment(facts.treatment, facts.area)} trong khoảng ${words.money(facts.min)} đến ${words.money(facts.max)}/${facts.unit}, tùy tình trạng khi bác sĩ xem trực tiếp ạ.`,
  ],
  'price.free': [
    (facts, words) => `Dạ ${words.treatment(facts.treatment)} bên ${words.me} miễn phí ạ.`,
    (facts, words) => `Dạ ${words.treatment(facts.treatment)} không mất phí ạ.`,
  ],
  'price.package': [
    (facts, words) =>
      `Gói ${facts.sessions} buổi ${words.treatment(facts.treatment)} là ${words.money(facts.amount)} ạ.`,
    (facts, words) =>
      `Nếu đi gói ${facts.sessions} buổi ${words.treatment(facts.treatment)} thì giá ${words.money(facts.amount)} ạ.`,
  ],
  'price.areas': [
    (facts, words) =>
      `Dạ ${words.treatment(facts.treatment)} bên ${words.me} tính theo vùng, từ ${words.money(facts.min)}/${facts.unit} (${words.area(facts.minArea)}) đến ${words.money(facts.max)}/${facts.unit} (${words.area(facts.maxArea)}) ạ.`,
    (facts, words) =>
      `Dạ giá ${words.treatment(facts.treatment)} mỗi vùng một mức ạ: ${words.area(facts.minArea)} từ ${words.money(facts.min)}/${facts.unit}, cao đến ${words.money(facts.max)}/${facts.unit} ở vùng ${words.area(facts.maxArea)}.`,
  ],
  'price.list': [
    ({ lines }, words) =>
      `Dạ ${words.me} gửi ${words.you} bảng giá ạ:\n${lines.map((line) => priceLine(line, words)).join('\n')}\nGiá theo bảng giá hiện tại của phòng khám ạ.`,
    ({ lines }, words) =>
      `Dạ giá từng dịch vụ đây ạ:\n${lines.map((line) => priceLine(line, words)).join('\n')}\nGiá theo bảng giá hiện tại của phòng khám ạ.`,
  ],
  'price.which': [
    (_, { me, you }) => `Dạ ${you} hỏi giá dịch vụ nào để ${me} báo đúng cho ${you} ạ?`,
    (_, { me, you }) => `Dạ ${you} cho ${me} xin tên dịch vụ hoặc tình trạng da, ${me} báo giá liền ạ.`,
  ],
  'objection.heard': [
    (_, { me, you }) =>
      `Dạ ${me} hiểu ${you} cân nhắc chi phí ạ. Giá theo bảng giá của phòng khám nên ${me} không tự giảm được, mong ${you} thông cảm.`,
    (_, { me, you }) =>
      `Dạ ${me} hiểu ý ${you} ạ. Phần giá ${me} không được tự bớt, để ${me} gợi ý cách phù hợp hơn nhé.`,
  ],
  'objection.included': [
    (facts, words) =>
      `Dạ giá ${words.treatment(facts.treatment)} tính theo ${unit(facts.treatment, words)}, thời gian làm khoảng ${words.duration(facts.treatment, null)} phút ạ.`,
    (facts, words) =>
      `Dạ mức này tính theo ${unit(facts.treatment, words)} ạ, ${words.treatment(facts.treatment)} làm khoảng ${words.duration(facts.treatment, null)} phút.`,
  ],
  'objection.package': [
    (facts, words) =>
      `Nếu đi gói ${facts.sessions} buổi ${words.treatment(facts.treatment)} là ${words.money(facts.amount)}, tính ra ${words.money(facts.perSession)}/buổi ạ.`,
    (facts, words) =>
      `${words.You} tham khảo gói ${facts.sessions} buổi ${words.treatment(facts.treatment)} giá ${words.money(facts.amount)}, tức ${words.money(facts.perSession)}/buổi ạ.`,
  ],
  'objection.cheaper': [
    (facts, words) =>
      `Nhẹ chi phí hơn thì bên ${words.me} có ${words.treatment(facts.treatment, facts.area)}, giá ${words.money(facts.amount)}/${facts.unit} ạ.`,
    (facts, words) =>
      `${words.You} có thể cân nhắc ${words.treatment(facts.treatment, facts.area)} giá ${words.money(facts.amount)}/${facts.unit}, nhẹ chi phí hơn ạ.`,
  ],
  'objection.freeConsultation': [
    (facts, words) =>
      `${words.You} qua ${words.treatment(facts.treatment)} trước cũng được ạ, phần này miễn phí, bác sĩ xem rồi tư vấn theo ngân sách của ${words.you}.`,
    (facts, words) =>
      `Bên ${words.me} có ${words.treatment(facts.treatment)} miễn phí, ${words.you} qua gặp bác sĩ rồi quyết định sau cũng được ạ.`,
  ],
};

function unit(key: Key, words: Words): string {
  return words.clinic.treatments.find((treatment) => treatment.key === key)?.price.unit ?? '';
}

type Line = z.infer<(typeof priceFacts)['price.list']>['lines'][number];

function priceLine({ treatment, area, unit: per, min, max }: Line, words: Words): string {
  const name = words.treatment(treatment, area);
  if (max === 0) return `• ${name}: miễn phí`;
  if (max === null) return `• ${name}: từ ${words.money(min)}/${per}, tùy vùng`;
  return max === min
    ? `• ${name}: ${words.money(min)}/${per}`
    : `• ${name}: từ ${words.money(min)} đến ${words.money(max)}/${per}`;
}
