import { describe, expect, test } from 'vitest';
import { dentalClinic } from '../../fixtures/dental-clinic.ts';
import { hairClinic } from '../../fixtures/hair-clinic.ts';
import { guard, guardRecords, type Known } from '../copy/guard/index.ts';
import { toInstant } from '../domain/clinic-time.ts';
import { buildLexicon, understand } from './index.ts';

/** A Wednesday morning. */
const now = toInstant({ date: '2026-11-25', time: '10:20' }, 'Asia/Ho_Chi_Minh');
const clinics = {
  dental: { clinic: dentalClinic, lexicon: buildLexicon(dentalClinic) },
  hair: { clinic: hairClinic, lexicon: buildLexicon(hairClinic) },
};
type Which = keyof typeof clinics;

const read = (which: Which, text: string) => {
  const { intents, entities, urgency } = understand({ text, now }, clinics[which].lexicon);
  return { intents: intents.map(({ intent }) => intent), entities, urgency };
};

describe('a clinic is understood from its own records', () => {
  test.each<[Which, string, string, object]>([
    ['dental', 'niềng răng nhiêu tiền z shop', 'ask_price', { treatments: ['nieng'] }],
    ['dental', 'boc su zirconia bao nhieu 1 rang', 'ask_price', { treatments: ['boc_su'], area: 'zirconia' }],
    ['dental', 'răng em hơi hô thì nên làm gì ạ', 'ask_treatment_info', { treatments: ['nieng'] }],
    [
      'dental',
      'mai 3h cho em lịch cạo vôi ở sơn trà',
      'book',
      { treatments: ['cao_voi'], branch: 'son_tra' },
    ],
    ['dental', 'có nhổ răng khôn không em', 'ask_treatment_info', { notOffered: 'Nhổ răng khôn' }],
    ['dental', 'bác sĩ Quyên làm ở hải châu hả', 'ask_doctor', { staff: 'bs_quyen' }],
    ['dental', 'không làm implant nữa, cho chị tẩy trắng', 'book', { treatments: ['tay_trang'] }],
    ['hair', 'cấy tóc bên mình giá sao', 'ask_price', { treatments: ['cay_toc'] }],
    ['hair', 'dạo này tóc rụng nhiều quá', 'describe_concern', { treatments: ['prp'] }],
    ['hair', 'đặt gội đầu 7h tối t7 nhé', 'book', { treatments: ['goi_dau'] }],
    ['hair', 'bên em có tiêm môi không', 'ask_treatment_info', { notOffered: 'tiêm môi' }],
    ['hair', 'how much is a hair transplant', 'ask_price', { treatments: ['cay_toc'] }],
  ])('%s: %s', (which, text, intent, entities) => {
    const understood = read(which, text);
    expect(understood.intents).toContain(intent);
    expect(understood.entities).toMatchObject(entities);
  });

  test('the words of one clinic mean nothing in the other', () => {
    expect(read('hair', 'niềng răng bao nhiêu').entities.treatments).toBeUndefined();
    expect(read('dental', 'gội đầu bao nhiêu').entities.treatments).toBeUndefined();
  });
});

describe('a clinic is spoken for from its own records', () => {
  const whys = (which: Which, text: string, known: Known = {}) => {
    const { clinic, lexicon } = clinics[which];
    const verdict = guard(text, { records: guardRecords(clinic, lexicon), now, known });
    return verdict.ok ? [] : verdict.refused.map(({ refused }) => refused);
  };

  test.each<[Which, string]>([
    ['dental', 'Dạ bọc răng sứ zirconia 4 triệu một răng ạ.'],
    ['dental', 'Tẩy trắng răng đang ưu đãi còn 900.000đ đến hết 30/11 ạ.'],
    ['dental', 'Bên em mở cửa từ 7h30 đến 19h30, nghỉ Chủ nhật ạ.'],
    ['dental', 'Cơ sở Hải Châu ở 27 đường Hoa Sữa ạ.'],
    ['dental', 'Bác sĩ Quyên có 11 năm kinh nghiệm ạ.'],
    ['dental', 'Niềng răng thường mất 18–24 tháng ạ.'],
    ['dental', 'Bên em không nhổ răng khôn ạ.'],
    ['hair', 'Cấy tóc tự thân giá từ 30 triệu ạ.'],
    ['hair', 'Gói 4 buổi PRP 16 triệu, rẻ hơn mua lẻ 2 triệu ạ.'],
    ['hair', 'Đi hai người gội đầu mỗi người giảm 15% ạ.'],
    ['hair', 'Thứ Hai bên em nghỉ ạ.'],
    ['hair', 'Massage cổ vai gáy 350k một lần ạ.'],
  ])('%s may say: %s', (which, text) => {
    expect(whys(which, text)).toEqual([]);
  });

  test.each<[Which, string, string]>([
    ['dental', 'Bọc răng sứ zirconia 3 triệu một răng ạ.', 'wrong_price'],
    ['dental', 'Tẩy trắng răng giảm 50% ạ.', 'invented_discount'],
    ['dental', 'Chủ nhật bên em vẫn mở cửa ạ.', 'wrong_hours'],
    ['dental', 'Bác sĩ Lạc sẽ làm răng cho mình ạ.', 'invented_staff'],
    ['dental', 'Mình gọi 0900 000 777 nhé ạ.', 'wrong_contact'],
    ['dental', 'Bên em có gội đầu dưỡng sinh nữa ạ.', 'invented_treatment'],
    ['hair', 'Gội đầu 150k thôi ạ.', 'wrong_price'],
    ['hair', 'Bạn Nương sẽ cấy tóc cho anh ạ.', 'wrong_staff_fact'],
    ['hair', 'Cấy tóc xong không cần nghỉ dưỡng ạ.', 'wrong_info'],
    ['hair', 'Bên em cam kết mọc tóc 100% ạ.', 'guarantee'],
    ['hair', 'Chiều nay 15h còn chỗ ạ.', 'unsupported_slot'],
  ])('%s may not say: %s', (which, text, why) => {
    expect(whys(which, text)).toContain(why);
  });
});
