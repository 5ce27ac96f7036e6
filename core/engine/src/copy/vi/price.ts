import type { priceFacts } from '../facts/price-facts.ts';
import type { Sentences } from '../catalogue.ts';

export const price: Sentences<typeof priceFacts> = {
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
};
