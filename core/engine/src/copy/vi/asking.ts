import type { askingFacts } from '../facts/asking-facts.ts';
import type { Key } from '../../domain/clinic.ts';
import type { Sentences } from '../catalogue.ts';
import { offeredTimes, type Words } from '../words.ts';
import { appointmentLines, appointmentsLines, and, bulleted, either } from './lines.ts';

export const asking: Sentences<typeof askingFacts> = {
  'ask.treatment': {
    first: [
      (_, { You }) => `${You} muốn làm dịch vụ nào ạ?`,
      (_, { You, me }) => `${You} muốn ${me} xếp lịch dịch vụ nào ạ?`,
    ],
    again: [
      (_, { You, me }) => `${You} cho ${me} xin tên dịch vụ hoặc tình trạng da cần xử lý nhé ạ.`,
      (_, { You, you, me }) =>
        `${You} đang muốn cải thiện điều gì ạ, ví dụ mụn, nám, nếp nhăn? Chưa rõ thì ${you} cứ tả tình trạng da, ${me} gợi ý dịch vụ nhé.`,
    ],
  },
  'ask.area': {
    first: [
      (facts, words) =>
        `${words.You} muốn làm vùng nào ạ? Bên ${words.me} có ${and(areaNames(facts.treatment, words))}.`,
      (facts, words) =>
        `${words.You} làm vùng nào để ${words.me} xếp lịch ạ: ${areas(facts.treatment, words)}?`,
    ],
    again: [
      (facts, words) =>
        `Dạ ${words.you} chọn giúp ${words.me} vùng muốn làm nhé: ${areas(facts.treatment, words)} ạ?`,
      (facts, words) =>
        `Dạ ${words.me} cần biết vùng để báo đúng giá và thời gian ạ. ${words.You} nhắn một trong các vùng này nhé: ${areas(facts.treatment, words)}.`,
    ],
  },
  'ask.screening': {
    first: [
      (facts, words) =>
        `Để an toàn, ${words.me} xin hỏi trước: ${words.you} không thuộc trường hợp nào dưới đây, đúng không ạ?\n${conditions(facts.treatment, words)}`,
      (facts, words) =>
        `Trước khi xếp lịch ${words.me} xin hỏi để an toàn: các trường hợp dưới đây ${words.you} không có, đúng không ạ?\n${conditions(facts.treatment, words)}`,
    ],
    again: [
      (facts, words) =>
        `Dạ ${words.me} cần biết điều này rồi mới xếp lịch được ạ. ${words.You} có thuộc trường hợp nào dưới đây không, nhắn ${words.me} “có” hoặc “không” nhé:\n${conditions(facts.treatment, words)}`,
      (facts, words) =>
        `Dạ câu này để biết dịch vụ có hợp với ${words.you} không ạ. Nếu không có trường hợp nào dưới đây, ${words.you} nhắn “không có”; nếu có hoặc chưa chắc, ${words.you} nhắn “có” để bác sĩ xem trước:\n${conditions(facts.treatment, words)}`,
    ],
  },
  'ask.branch': {
    first: [
      (facts, words) => `${words.You} tiện ghé cơ sở nào ạ?\n${branches(facts.branches, words)}`,
      (facts, words) => `${words.You} muốn làm ở cơ sở nào ạ?\n${branches(facts.branches, words)}`,
    ],
    again: [
      (facts, words) =>
        `Dạ ${words.you} chọn giúp ${words.me} cơ sở nhé:\n${branches(facts.branches, words)}`,
      (facts, words) =>
        `Dạ ${words.you} ở gần cơ sở nào hơn ạ? Nhắn ${words.me} tên hoặc số thứ tự cơ sở là được:\n${branches(facts.branches, words)}`,
    ],
  },
  'ask.time': {
    first: [
      (_, { You }) => `${You} muốn hẹn ngày nào, mấy giờ ạ?`,
      ({ treatment }, words) =>
        `${words.You} tiện qua làm ${words.treatment(treatment)} ngày nào, khoảng mấy giờ ạ?`,
    ],
    again: [
      (_, { You, me }) => `${You} cho ${me} xin ngày và giờ cụ thể nhé, ví dụ “10h sáng thứ Bảy”.`,
      (_, { You, me }) =>
        `${You} tiện buổi sáng, chiều hay tối ạ? ${You} nhắn ví dụ “chiều thứ Sáu”, ${me} xem giờ trống cho nhé.`,
    ],
  },
  'ask.timeChoices': {
    first: [
      (facts, words) =>
        `Bên ${words.me} còn các khung giờ này, ${words.you} chọn giúp ${words.me} nhé ạ:\n${offeredTimes(facts.times, words)}`,
      (facts, words) =>
        `Các giờ còn trống đây ạ, ${words.you} xem giờ nào tiện nhé:\n${offeredTimes(facts.times, words)}`,
    ],
    again: [
      (facts, words) =>
        `${words.You} xem giúp ${words.me} giờ nào tiện trong các giờ còn trống này ạ:\n${offeredTimes(facts.times, words)}`,
      (facts, words) =>
        `${words.You} chọn một giờ dưới đây, hoặc nhắn ngày khác để ${words.me} xem thêm nhé ạ:\n${offeredTimes(facts.times, words)}`,
    ],
  },
  'ask.name': {
    first: [
      (_, { You, me }) => `${You} cho ${me} xin tên để ${me} giữ chỗ ạ?`,
      (_, { You, me }) => `${You} cho ${me} xin tên để ghi lịch hẹn nhé ạ.`,
    ],
    again: [
      (_, { you, me }) => `Dạ ${you} tên gì để ${me} ghi vào lịch hẹn ạ?`,
      (_, { you, me }) =>
        `Dạ ${me} cần tên để lễ tân tìm lịch khi ${you} đến ạ, ${you} nhắn tên gọi thôi cũng được nhé.`,
    ],
  },
  'ask.nameAndPhone': {
    first: [
      (_, { You, me }) => `${You} cho ${me} xin tên và số điện thoại để giữ chỗ nhé ạ.`,
      (_, { You, me }) => `${You} nhắn giúp ${me} tên và số điện thoại để ${me} ghi lịch hẹn nhé ạ.`,
    ],
    again: [
      (_, { me, you }) =>
        `Dạ ${me} cần tên và số điện thoại của ${you} để ghi lịch hẹn ạ, ${you} nhắn giúp ${me} nhé.`,
      (_, { me }) =>
        `Dạ tên để lễ tân tìm lịch, còn số điện thoại để báo khi lịch có thay đổi ạ. Nhắn chung một tin cho ${me} cũng được nhé.`,
    ],
  },
  'ask.phone': {
    first: [
      ({ name }, words) =>
        `${name === null ? '' : `Dạ ${words.me} cảm ơn ${words.called(name)}. `}${words.You} cho ${words.me} xin số điện thoại để bên ${words.me} liên hệ khi cần ạ?`,
      ({ name }, words) =>
        `${name === null ? '' : `Dạ ${words.me} ghi tên ${words.called(name)} rồi ạ. `}${words.You} cho ${words.me} xin thêm số điện thoại nhé ạ.`,
    ],
    again: [
      (_, { me, you }) => `Dạ số điện thoại di động gồm 10 số ạ, ${you} nhắn lại giúp ${me} nhé.`,
      (_, { me, You }) =>
        `Dạ ${me} cần số điện thoại để báo ngay khi lịch có thay đổi ạ. ${You} nhắn đủ 10 số, ví dụ bắt đầu bằng 09, giúp ${me} nhé.`,
    ],
  },
  'ask.agreement': {
    first: [
      (facts, words) =>
        `Dạ ${words.me} xin phép đọc lại lịch hẹn ạ:\n${appointmentLines(facts, words)}\n${words.Me} chốt lịch này cho ${words.you} nhé ạ?`,
      (facts, words) =>
        `Dạ ${words.you} xem lại lịch hẹn giúp ${words.me} ạ:\n${appointmentLines(facts, words)}\nĐúng rồi thì ${words.me} chốt cho ${words.you} nhé?`,
    ],
    again: [
      (facts, words) =>
        `Dạ ${words.you} muốn đổi dịch vụ, ngày giờ hay cơ sở thì nhắn ${words.me} nhé. Lịch ${words.me} đang giữ cho ${words.you}:\n${appointmentLines(facts, words)}\nNếu đúng rồi, ${words.you} nhắn “ok” để ${words.me} chốt ạ.`,
      (facts, words) =>
        `Dạ lịch này ${words.me} mới giữ chỗ, chưa chốt ạ:\n${appointmentLines(facts, words)}\n${words.You} nhắn “ok” để chốt, “đổi giờ” để chọn giờ khác, hoặc “gặp nhân viên” để có người hỗ trợ nhé.`,
    ],
  },
  'ask.agreementSeveral': {
    first: [
      (facts, words) =>
        `Dạ ${words.me} xin phép đọc lại các lịch hẹn ạ:\n${appointmentsLines(facts, words)}\n${words.Me} chốt tất cả cho ${words.you} nhé ạ?`,
      (facts, words) =>
        `Dạ ${words.you} xem lại giúp ${words.me} các lịch này ạ:\n${appointmentsLines(facts, words)}\nĐúng hết rồi thì ${words.me} chốt nhé?`,
    ],
    again: [
      (facts, words) =>
        `Dạ ${words.you} muốn đổi lịch nào thì nhắn ${words.me} số thứ tự nhé:\n${appointmentsLines(facts, words)}\nNếu đúng hết, ${words.you} nhắn “ok” để ${words.me} chốt ạ.`,
      (facts, words) =>
        `Dạ các lịch này ${words.me} mới giữ chỗ, chưa chốt ạ:\n${appointmentsLines(facts, words)}\n${words.You} nhắn “ok” để chốt, nhắn phần cần đổi, hoặc “gặp nhân viên” nhé.`,
    ],
  },
  'ask.invite': {
    first: [
      (_, { You, me }) => `${You} muốn ${me} xem lịch trống ngày nào ạ?`,
      (_, { You, me }) => `${You} có muốn ${me} xem giờ trống để qua làm không ạ?`,
    ],
    again: [
      (_, { you, me }) => `Khi nào muốn qua, ${you} nhắn ${me} ngày giờ là ${me} giữ chỗ ngay ạ.`,
      (_, { You, me }) =>
        `${You} cần hỏi thêm thì cứ nhắn, còn muốn qua thì nhắn ngày giờ, ví dụ “chiều thứ Bảy”, ${me} xem chỗ cho nhé ạ.`,
    ],
  },
};

function areaNames(key: Key, words: Words): string[] {
  const treatment = words.clinic.treatments.find((candidate) => candidate.key === key);
  return treatment?.variants.map(({ area }) => words.area(area)) ?? [];
}

function areas(key: Key, words: Words): string {
  return either(areaNames(key, words));
}

function conditions(key: Key, words: Words): string {
  return bulleted(words.contraindications(key));
}

function branches(keys: string, words: Words): string {
  return bulleted(keys.split(' ').map((key) => `${words.branch(key)}: ${words.address(key)}`));
}
