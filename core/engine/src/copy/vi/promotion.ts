import type { promotionFacts, Unmet } from '../facts/promotion-facts.ts';
import type { Sentences } from '../catalogue.ts';
import type { Words } from '../words.ts';

export const promotion: Sentences<typeof promotionFacts> = {
  'promotion.running': [
    ({ promotion: key, daysLeft }, words) =>
      `Dạ bên ${words.me} đang có ưu đãi “${words.promotion(key).title}”${scope(key, words)}, ${until(key, daysLeft, words)} ạ.${conditions(key, words)}`,
    ({ promotion: key, daysLeft }, words) =>
      `Dạ ưu đãi “${words.promotion(key).title}”${scope(key, words)} đang áp dụng, ${until(key, daysLeft, words)} ạ.${conditions(key, words)}`,
  ],
  'promotion.price': [
    (facts, words) =>
      `Với ưu đãi “${words.promotion(facts.promotion).title}” thì ${words.treatment(facts.treatment, facts.area)} còn ${words.money(facts.amount)}/${facts.unit} (giá thường ${words.money(facts.usual)}), áp dụng đến hết ${words.day(words.promotion(facts.promotion).validTo)} ạ.${conditions(facts.promotion, words)}`,
    (facts, words) =>
      `Theo ưu đãi “${words.promotion(facts.promotion).title}”, ${words.treatment(facts.treatment, facts.area)} là ${words.money(facts.amount)}/${facts.unit} thay vì ${words.money(facts.usual)}, đến hết ${words.day(words.promotion(facts.promotion).validTo)} ạ.${conditions(facts.promotion, words)}`,
  ],
  'promotion.combo': [
    (facts, words) =>
      `Ưu đãi ${parts(facts.promotion, words)} trọn combo ${words.money(facts.amount)}, mua lẻ tổng là ${words.money(facts.usual)} ạ.`,
    (facts, words) =>
      `Tính lẻ tổng ${parts(facts.promotion, words)} là ${words.money(facts.usual)}, đi combo ưu đãi còn ${words.money(facts.amount)} ạ.`,
  ],
  'promotion.coming': [
    ({ promotion: key }, words) =>
      `Dạ ưu đãi “${words.promotion(key).title}”${scope(key, words)} chưa áp dụng ạ, sắp tới từ ${words.day(words.promotion(key).validFrom)} đến hết ${words.day(words.promotion(key).validTo)} mới bắt đầu.${conditions(key, words)}`,
    ({ promotion: key }, words) =>
      `Dạ sắp tới bên ${words.me} có ưu đãi “${words.promotion(key).title}”${scope(key, words)}, từ ${words.day(words.promotion(key).validFrom)} đến hết ${words.day(words.promotion(key).validTo)} ạ, giờ thì chưa áp dụng.${conditions(key, words)}`,
  ],
  'promotion.over': [
    ({ promotion: key }, words) =>
      `Dạ ưu đãi “${words.promotion(key).title}” đã hết hạn từ ${words.day(words.promotion(key).validTo)} rồi ạ.`,
    ({ promotion: key }, words) =>
      `Dạ tiếc quá, ưu đãi “${words.promotion(key).title}” đã kết thúc hôm ${words.day(words.promotion(key).validTo)} ạ.`,
  ],
  'promotion.notMet': [
    ({ promotion: key, why }, words) =>
      `Dạ ưu đãi “${words.promotion(key).title}” lần này ${words.you} chưa dùng được ạ, vì ${reason(why, key, words)}.`,
    ({ promotion: key, why }, words) =>
      `Dạ với ưu đãi “${words.promotion(key).title}” thì ${reason(why, key, words)}, nên lần này chưa áp dụng cho ${words.you} được ạ.`,
  ],
  'promotion.none': [
    ({ treatment }, words) => `Dạ hiện ${subject(treatment, words)} chưa có ưu đãi nào ạ.`,
    ({ treatment }, words) =>
      `Dạ ${words.me} kiểm tra thì hiện không có ưu đãi cho ${subject(treatment, words)} ạ.`,
  ],
  'promotion.notKnown': [
    (_, { me, you }) =>
      `Dạ chương trình ${you} hỏi ${me} không thấy trong danh sách ưu đãi của phòng khám ạ.`,
    (_, { me }) => `Dạ bên ${me} hiện không có chương trình đó ạ.`,
  ],
  'promotion.codeUnknown': [
    (_, { me, you }) => `Dạ mã này ${me} không tìm thấy ạ, ${you} xem lại giúp ${me} có gõ nhầm không nhé.`,
    (_, { me, you }) =>
      `Dạ ${me} chưa thấy mã này trong danh sách của phòng khám, ${you} gửi lại mã giúp ${me} ạ.`,
  ],
};

function scope(key: string, words: Words): string {
  const treatments = words.promoted(key);
  return treatments === '' ? '' : ` cho ${treatments}`;
}

function until(key: string, daysLeft: number | null, words: Words): string {
  const last = `đến hết ${words.day(words.promotion(key).validTo)}`;
  return daysLeft === null ? last : `sắp kết thúc, chỉ ${last}`;
}

function conditions(key: string, words: Words): string {
  const text = words.promotion(key).conditions.trim().replace(/\.$/, '');
  return text === '' ? '' : ` Điều kiện: ${text}.`;
}

function parts(key: string, words: Words): string {
  return words
    .promotion(key)
    .treatments.map((treatment) => words.treatment(treatment))
    .join(' + ');
}

function subject(treatment: string | null, words: Words): string {
  return treatment === null ? `bên ${words.me}` : words.treatment(treatment);
}

function reason(why: Unmet, key: string, words: Words): string {
  const { terms = {}, area, treatments } = words.promotion(key);
  switch (why) {
    case 'treatment':
      return `chỉ áp dụng cho ${treatments.map((treatment) => words.treatment(treatment)).join(', ')}`;
    case 'area':
      return area === undefined ? 'chỉ áp dụng cho một số vùng' : `chỉ áp dụng cho vùng ${words.area(area)}`;
    case 'date':
      return `chỉ áp dụng từ ${words.day(words.promotion(key).validFrom)} đến hết ${words.day(words.promotion(key).validTo)}`;
    case 'branch':
      return `chỉ áp dụng tại ${(terms.branches ?? []).map((branch) => words.branch(branch)).join(', ')}`;
    case 'weekday':
      return 'ngày đó không nằm trong các ngày áp dụng';
    case 'hours':
      return terms.hours
        ? `chỉ áp dụng ${words.wished({ date: null, time: null, part: null, ...terms.hours })}`
        : 'giờ đó không áp dụng';
    case 'new-customer':
      return 'chỉ dành cho khách mới';
    case 'birthday':
      return 'chỉ dành cho khách có sinh nhật dịp này';
    case 'min-spend':
      return `chỉ áp dụng cho hóa đơn từ ${words.money(terms.minSpend ?? 0)}`;
    case 'quantity':
      return 'đã hết suất';
    case 'once':
      return 'mỗi khách chỉ dùng một lần';
    case 'people':
      return `cần đi cùng nhau từ ${terms.people ?? 2} người`;
    case 'package':
      return 'không áp dụng cho gói';
    case 'code':
      return 'cần đúng mã ưu đãi';
  }
}
