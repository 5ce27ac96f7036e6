import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smallClinic } from '../../../fixtures/small-clinic.ts';
import { toInstant } from '../../domain/clinic-time.ts';
import { buildLexicon } from '../../understanding/index.ts';
import { guard, type Known } from './index.ts';
import { guardRecords } from './guard-records.ts';

const records = guardRecords(
  {
    ...smallClinic,
    promotions: [
      {
        key: 'autumn',
        title: 'Mùa thu: giảm 20% peel',
        treatments: ['peel'],
        validFrom: '2026-11-01',
        validTo: '2026-11-30',
        offer: { kind: 'percent', percent: 20 },
        conditions: 'Không áp dụng cho gói',
      },
    ],
  },
  buildLexicon(smallClinic),
);
const at = (date: string, time = '10:00') => toInstant({ date, time }, smallClinic.zone);
/** A Monday. */
const now = at('2026-11-23');

function whys(text: string, known: Known = {}, when = now): string[] {
  const verdict = guard(text, { records, now: when, known });
  return verdict.ok ? [] : verdict.refused.map(({ refused }) => refused);
}

const booking = {
  status: 'confirmed',
  treatment: 'peel',
  date: '2026-11-24',
  time: '15:00',
  branch: 'north',
  name: 'Lan',
  phone: '0912345678',
};

describe('an amount', () => {
  test.each(['600.000đ', '600k', '600 nghìn', 'sáu trăm nghìn', '0,6 triệu'])(
    'is a price in any spelling: %s',
    (price) => {
      expect(whys(`Dạ peel da ${price} một buổi ạ`)).toEqual([]);
    },
  );

  test('may follow from a record: sessions, people, a promotion that runs', () => {
    expect(whys('3 buổi peel da là 1tr8 ạ')).toEqual([]);
    expect(whys('Peel da giảm 20% còn 480k ạ')).toEqual([]);
  });

  test('that no record holds is refused', () => {
    expect(whys('Dạ peel da 500k một buổi ạ')).toEqual(['wrong_price']);
    expect(whys('Filler cằm 3tr5 ạ')).toEqual(['wrong_price']);
  });

  test('is not claimed when it is denied', () => {
    expect(whys('Dạ giá peel không phải 500k đâu ạ')).toEqual([]);
  });
});

describe('a promotion', () => {
  test('runs from the first minute of its first day to the last of its last, on the clinic’s clock', () => {
    const text = 'Peel da đang giảm 20% ạ';
    expect(whys(text, {}, at('2026-11-01', '00:00'))).toEqual([]);
    expect(whys(text, {}, at('2026-11-30', '23:59'))).toEqual([]);
    expect(whys(text, {}, at('2026-10-31', '23:59'))).toEqual(['future_promo']);
    expect(whys(text, {}, at('2026-12-01', '00:00'))).toEqual(['expired_promo']);
  });

  test('is not stretched and not made up', () => {
    expect(whys('Filler đang giảm 20% ạ')).toEqual(['wrong_promo_terms']);
    expect(whys('Em giảm thêm cho chị 100k nha')).not.toEqual([]);
  });
});

describe('an appointment', () => {
  test('may be said only when it stands, and only as it stands', () => {
    const said = 'Em đã đặt lịch peel da 15h ngày 24/11 cho chị Lan rồi ạ';
    expect(whys(said, { bookings: [booking] })).toEqual([]);
    expect(whys(said, { bookings: [] })).toEqual(['false_booking']);
    expect(whys(said)).toEqual(['false_booking']);
    expect(whys('Em đã đặt lịch peel da 16h ngày 24/11 cho chị rồi ạ', { bookings: [booking] })).toEqual([
      'wrong_booking_fact',
    ]);
  });

  test('that is asked about is not confirmed', () => {
    expect(whys('Em đặt lịch 15h ngày 24/11 cho chị nhé?')).toEqual([]);
  });
});

test('a free time may be said only when it was found free', () => {
  const offered = [{ date: '2026-11-24', branch: 'north', times: ['15:00'] }];
  expect(whys('Mai bên em còn 15h ạ', { offered })).toEqual([]);
  expect(whys('Mai bên em còn 16h ạ', { offered })).toEqual(['unsupported_slot']);
});

test('hours are those of the branch on that day, holidays included', () => {
  expect(whys('Cơ sở Bắc mở từ 9h đến 18h ạ')).toEqual([]);
  expect(whys('Ngày 24/12 cơ sở Bắc đóng cửa lúc 12h ạ')).toEqual([]);
  expect(whys('Ngày 24/12 cơ sở Bắc mở đến 18h ạ')).toEqual(['wrong_hours']);
});

test('a weekday must be that of its date', () => {
  expect(whys('Thứ Ba 24/11 bên em mở cửa ạ')).toEqual([]);
  expect(whys('Thứ Tư 24/11 bên em mở cửa ạ')).toContain('wrong_info');
});

test('only the clinic’s numbers and the customer’s own are given', () => {
  expect(whys('Mình gọi 0900 000 001 nhé ạ')).toEqual([]);
  expect(whys('Số của mình là 0912345678 đúng không ạ?', { phones: ['0912345678'] })).toEqual([]);
  expect(whys('Mình gọi 0900 000 003 nhé ạ')).toEqual(['wrong_contact']);
});

test('results are not vowed, illnesses not named, medicines not advised, dangers not made light of', () => {
  expect(whys('Bên em cam kết hết mụn 100% ạ')).toContain('guarantee');
  expect(whys('Kết quả tùy cơ địa nên bên em không cam kết 100% ạ')).toEqual([]);
  expect(whys('Da chị bị viêm da cơ địa rồi ạ')).toEqual(['diagnosis']);
  expect(whys('Chị uống kháng sinh 3 ngày nhé')).toContain('medication_advice');
  expect(whys('Sưng mủ là bình thường, chị đừng lo')).toEqual(['unsafe_reassurance']);
});

test('an assistant does not pretend to be a person', () => {
  expect(whys('Em là người thật mà chị')).toEqual(['claims_human']);
  expect(whys('Em là trợ lý tự động, không phải người thật ạ')).toEqual([]);
});

test('every refusal says in words what a second wording must leave out', () => {
  const verdict = guard('Peel da 500k ạ', { records, now, known: {} });
  expect(verdict.ok ? [] : verdict.reasons).toEqual(['“500k” is not a price of the records.']);
});

describe('any text', () => {
  test('is read to its end, however long it is', () => {
    const long = 'Dạ em chào mình ạ. '.repeat(2_000);
    expect(whys(`${long}Peel da 500k ạ`)).toContain('wrong_price');
  });

  test('gets an answer', () => {
    const words = fc.constantFrom(
      ...'dạ peel 600k 1tr5 giảm 20% 15h mai thứ 7 28/11 còn trống đã đặt lịch không cam kết bác sĩ An số 0912345678 188 đường , . ? – ( “ ” % tr k'.split(
        ' ',
      ),
    );
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(words, { maxLength: 60 }).map((list) => list.join(' ')),
    );
    fc.assert(
      fc.property(text, (said) => {
        expect(guard(said, { records, now, known: {} }).ok).toBeTypeOf('boolean');
      }),
      { numRuns: 300 },
    );
  });
});
