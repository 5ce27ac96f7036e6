import { buildLexicon, type Expectation, understandTurn, type Understanding } from '@glowbot/core';
import { demoClinic } from '@glowbot/demo-clinic';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const lexicon = buildLexicon(demoClinic());
/** Monday. */
const now = Date.parse('2026-11-23T10:00:00+07:00');

function read(text: string | string[], expecting?: Expectation, choices?: string[]): Understanding {
  const messages = (Array.isArray(text) ? text : [text]).map((one) => ({ text: one }));
  return understandTurn(messages, lexicon, now, expecting, choices);
}
const intents = (understanding: Understanding) => understanding.intents.map(({ intent }) => intent);

describe('what a customer wants', () => {
  test.each([
    ['Cho em hỏi giá peel da, mai 3h chiều còn chỗ không ạ?', ['ask_price', 'ask_availability']],
    ['tri mun gia sao vay', ['ask_price']],
    ['em muốn đặt lịch', ['book']],
    ['cho mình gặp nhân viên', ['request_human']],
    ['dừng nhắn tin đi', ['opt_out']],
    ['cảm ơn em', ['thanks_bye']],
    ['xin chào', ['greet']],
    ['bạn là bot à', ['ask_is_bot']],
    ['để chị suy nghĩ thêm', ['defer']],
    ['chị đang mang thai có làm được không', ['contraindication']],
    ['tiêm hôm qua giờ nhìn mờ quá', ['medical_red_flag']],
  ])('%s', (text, expected) => {
    expect(intents(read(text))).toEqual(expect.arrayContaining(expected));
  });

  test('fear of a side effect is not the side effect', () => {
    expect(intents(read('tiêm filler xong có sưng không em'))).not.toContain('medical_red_flag');
  });
});

describe('details', () => {
  test.each([
    ['peel da', { treatments: ['peel'] }],
    ['nam ma', { treatments: ['tri_nam'] }],
    ['cơ sở quận 7 ạ', { branch: 'cs2' }],
    ['0912.345.678 nha', { phone: '0912345678' }],
    ['+84 912 345 678', { phone: '0912345678' }],
    ['em tên Nguyễn Thị Thử ạ', { name: 'Nguyễn Thị Thử' }],
  ])('%s', (text, expected) => {
    expect(read(text).entities).toMatchObject(expected);
  });

  test('a written accent counts: năm is a number, not melasma', () => {
    expect(read('năm nay em hai lăm').entities.treatments).toBeUndefined();
  });
});

describe('when', () => {
  test.each([
    ['mai 3h chiều', { date: '2026-11-24', time: '15:00' }],
    ['chiều mai', { date: '2026-11-24', partOfDay: 'afternoon' }],
    ['10h sáng thứ 7', { date: '2026-11-28', time: '10:00' }],
    ['2h', { time: '14:00' }],
    ['9h', { time: '09:00' }],
    ['3 rưỡi chiều chủ nhật', { date: '2026-11-29', time: '15:30' }],
    ['thứ 3 tuần sau', { date: '2026-12-01' }],
    ['ngày 5/12 lúc 14:30', { date: '2026-12-05', time: '14:30' }],
    ['cuối tuần', { dateRange: ['2026-11-28', '2026-11-29'] }],
  ])('%s', (text, expected) => {
    expect(read(text).entities.when).toEqual(expected);
  });

  test.each(['31/2', 'giá 450k', '0912 345 678'])('%s is no time', (text) => {
    expect(read(text).entities.when).toBeUndefined();
  });
});

describe('answers to what was asked', () => {
  test.each([
    ['ok em', true],
    ['dạ đúng rồi', true],
    ['vâng ạ', true],
    ['không ạ', false],
    ['dạ không có', false],
    ['ko có', false],
  ])('%s', (text, yes) => {
    expect(intents(read(text, 'confirm'))).toContain(yes ? 'confirm_yes' : 'confirm_no');
  });

  test('a bare name is a name where one was asked', () => {
    expect(read('Lan', 'name').entities.name).toBe('Lan');
    expect(read('Nguyễn Thị Thử 0912345678', 'name').entities).toMatchObject({
      name: 'Nguyễn Thị Thử',
      phone: '0912345678',
    });
  });

  test.each([
    ['2', 2],
    ['cái đầu', 1],
    ['cái cuối nha', -1],
  ])('%s picks a choice', (text, option) => {
    expect(read(text, 'option', ['Cơ sở 1', 'Cơ sở 2']).entities.option).toBe(option);
  });
});

describe('a turn of several messages', () => {
  test('is one meaning, in which the correction holds', () => {
    const understanding = read(['đặt peel', 'mai 3h', 'à thôi 5h nha']);
    expect(understanding.entities).toMatchObject({
      treatments: ['peel'],
      when: { date: '2026-11-24', time: '17:00' },
    });
  });
});

describe('any input', () => {
  test('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        read(text);
      }),
      { numRuns: 500 },
    );
  });

  test('of a hundred thousand characters costs about as much as one of four thousand', () => {
    expect(read('giá peel '.repeat(12_000)).entities.treatments).toEqual(['peel']);
  });
});
