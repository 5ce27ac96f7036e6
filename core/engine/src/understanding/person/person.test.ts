import { describe, expect, test } from 'vitest';
import { type Tokens, tokensOf } from '../text/tokens.ts';
import { findAge, findPeople } from './age-and-people.ts';
import { findBudget, findMoney } from './money.ts';
import { findName } from './name.ts';
import { findPhones, phoneGiven } from './phone.ts';

const findPhone = (tokens: Tokens) => phoneGiven(findPhones(tokens));

describe('phone numbers', () => {
  test.each([
    ['0911 000 222', '0911000222'],
    ['sdt: +84.902.000.333', '0902000333'],
    ['số mình 0 8 8 8 0 0 0 1 1 1', '0888000111'],
    ['o912 ooo 333', '0912000333'],
    ['không chín một hai ba bốn năm sáu bảy tám', '0912345678'],
  ])('%s', (text, phone) => {
    expect(findPhone(tokensOf(text))?.phone).toBe(phone);
  });

  test('an unfinished number is noticed and not completed', () => {
    expect(findPhone(tokensOf('0912 345 67'))).toEqual({ from: 0, to: 3 });
  });

  test('a price is no number', () => {
    expect(findPhone(tokensOf('1.500.000 với 990k'))).toBeUndefined();
  });
});

describe('names', () => {
  test.each([
    ['đặt 9h sáng thứ 3, Trang 0966000777', 'Trang'],
    ['Anna, 0906000777, district 3', 'Anna'],
    ['em la Nga', 'Nga'],
    ['tên em là nguyễn thị hoa', 'nguyễn thị hoa'],
    ['Mình tên Hoa, số 0911 000 222', 'Hoa'],
    ['em là khách cũ', undefined],
    ['bác sĩ tên gì vậy', undefined],
    ['gọi 0900888777', undefined],
  ])('%s', (text, name) => {
    const tokens = tokensOf(text);
    const found = findName(tokens, { phone: findPhone(tokens), isAskedFor: false, isTaken: () => false });
    expect(found?.name).toBe(name);
  });
});

describe('money', () => {
  test.each([
    ['1tr5', 1_500_000],
    ['1tr05', 1_050_000],
    ['1,5 triệu', 1_500_000],
    ['2 củ rưỡi', 2_500_000],
    ['990k', 990_000],
    ['1.500.000', 1_500_000],
    ['2-3 triệu', 3_000_000],
  ])('%s', (text, amount) => {
    expect(findMoney(tokensOf(text)).map((found) => found.amount)).toEqual([amount]);
  });

  test('a price that is talked about is no budget', () => {
    const budget = (text: string) => findBudget(tokensOf(text), findMoney(tokensOf(text)))?.amount;
    expect(budget('chị chỉ có 3 triệu thôi')).toBe(3_000_000);
    expect(budget('giá 500k phải không')).toBeUndefined();
  });
});

test('ages are of persons, and limits of age are not', () => {
  const age = (text: string) => findAge(tokensOf(text))?.value;
  expect(age('em 17 tuổi')).toBe(17);
  expect(age('I am 16 years old')).toBe(16);
  expect(age('từ 18 tuổi mới được làm hả')).toBeUndefined();
});

test('guests are counted, ordinals and districts are not', () => {
  const people = (text: string) => findPeople(tokensOf(text))?.value;
  expect(people('hai vợ chồng em')).toBe(2);
  expect(people('đi 3 người')).toBe(3);
  expect(people('người thứ 2')).toBeUndefined();
  expect(people('t6 có slot không')).toBeUndefined();
});
