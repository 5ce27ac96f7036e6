import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Address } from '../../domain/voice.ts';
import { addressOf } from './address-of.ts';

describe('what a customer calls themself is what they are called', () => {
  test.each([
    ['chị muốn đặt lịch peel da', 'chị'],
    ['cho chị hỏi giá meso', 'chị'],
    ['cho c hoi gia meso voi', 'chị'],
    ['Em ơi chị bị nám lâu năm', 'chị'],
    ['em tư vấn giúp chị với', 'chị'],
    ['em gửi cho chị bảng giá nhé', 'chị'],
    ['tên chị là Lan, 0912345678', 'chị'],
    ['để chị hỏi chồng chị đã', 'chị'],
    ['da của chị bị mụn ẩn em ạ', 'chị'],
    ['anh muốn hỏi triệt râu', 'anh'],
    ['a muon dat lich t7', 'anh'],
    ['cho anh đặt 3h chiều mai nha em', 'anh'],
    ['vợ anh muốn làm môi, báo giá cho anh nhé', 'anh'],
    ['cô đau lưng, cô đặt lịch sáng mai nhé con', 'cô'],
    ['cho cô hỏi trị nám mấy buổi con', 'cô'],
    ['cho co hoi gia tri nam', 'cô'],
    ['chú muốn tẩy nốt ruồi', 'chú'],
    ['bác bị đồi mồi, cháu tư vấn cho bác', 'bác'],
    ['cháu ơi cho bác hỏi', 'bác'],
    ['dì muốn làm chân mày', 'dì'],
    ['bạn ơi cho mình hỏi giá', 'bạn'],
  ] as const)('%s', (text, address) => {
    expect(addressOf([text], null)).toBe(address);
  });
});

describe('nothing is shown, and nothing is guessed,', () => {
  test.each([
    'em muốn đặt lịch',
    'chị ơi cho em hỏi giá peel',
    'chị tư vấn giúp em với ạ',
    'chị báo giá em nha',
    'em bị mụn, chị xem giúp em',
    'dạ em cảm ơn chị',
    'giá bao nhiêu vậy chị',
    'còn lịch chiều nay không anh',
    'shop ơi giá sao',
    'mình muốn đặt lịch',
    'em ơi giá sao',
    'em tên Nam',
    'Lan 0912345678',
    'tôi muốn đặt lịch',
    'chi phí bao nhiêu',
    'chi phi sao vay',
    'cho chi tiết giá nhé',
    'co dau khong',
    'c đau k shop',
    'có đau không em',
    'bác sĩ nào làm vậy em',
    'cho em gặp bác sĩ',
    'đặt cho chị gái em nhé',
    'đặt cho chị Hoa 3h',
    'cô dâu nên làm gì trước cưới',
    'chị ấy muốn hủy',
    'em bị mụn, chị em bị nám',
    'cho con hỏi với cô',
    'chi nhánh nào gần quận 7',
    'gửi ảnh qua đây nhé',
    'gui anh qua day',
    'hello, how much is a peel?',
    '',
  ])('by “%s”', (text) => {
    expect(addressOf([text], null)).toBeNull();
    expect(addressOf([text], 'chị')).toBe('chị');
  });
});

test('the later of two speakers on one account is addressed', () => {
  expect(addressOf(['chị muốn hỏi giá'], null)).toBe('chị');
  expect(addressOf(['ok em', 'anh muốn đặt cho vợ anh'], 'chị')).toBe('anh');
});

test('a friendly "bạn" does not take away a known address', () => {
  expect(addressOf(['bạn ơi còn chỗ không'], 'cô')).toBe('cô');
});

test('anything may be said: the answer is a known address or none', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 80 }), { maxLength: 4 }), (said) => {
      const address = addressOf(said, null);
      expect(address === null || Address.options.includes(address)).toBe(true);
    }),
  );
});
