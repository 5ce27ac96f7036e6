import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smallClinic } from '../../fixtures/small-clinic.ts';
import { pseudonyms } from './pseudonyms.ts';

const hide = (text: string, names: string[] = [], asked?: 'name-asked') =>
  pseudonyms(smallClinic, names).hide(text, asked);

describe('numbers that name a person are hidden', () => {
  test.each([
    ['0912000111', '⟦số 1⟧'],
    ['sdt em 0912 000 111 nha', 'sdt em ⟦số 1⟧ nha'],
    ['+84 912.000.111', '+⟦số 1⟧'],
    ['o912 ooo 111', '⟦số 1⟧'],
    ['số em là không chín một hai không không không một một một', 'số em là ⟦số 1⟧'],
    ['(028) 3822 0001', '(⟦số 1⟧'],
    ['stk 1903 4567 8901 23', 'stk ⟦số 1⟧'],
    ['cccd 079123456789', 'cccd ⟦số 1⟧'],
    ['mail em lan.thu@example.com', 'mail em ⟦thư 1⟧'],
  ])('%s', (text, hidden) => {
    expect(hide(text)).toBe(hidden);
  });

  test.each(['24/11/2026 lúc 15h30', 'giá 1.500.000đ', 'em 25 tuổi', 'tiêm 2cc 4tr5', 'quận 10'])(
    'and other numbers are not: %s',
    (text) => {
      expect(hide(text)).toBe(text);
    },
  );
});

describe('names are hidden', () => {
  test.each([
    ['em tên Ngọc Mai ạ', [], 'em tên ⟦tên 1⟧ ạ'],
    ['Mai ơi', ['Ngọc Mai'], '⟦tên 1⟧ ơi'],
    ['ngọc mai đặt lịch', ['Ngọc Mai'], '⟦tên 1⟧ đặt lịch'],
    ['Quyên nói vậy đó', ['Vy-Quyên (Zalo)'], '⟦tên 1⟧ nói vậy đó'],
    ['Vy-Quyên nói vậy đó', ['Vy-Quyên (Zalo)'], '⟦tên 1⟧ nói vậy đó'],
    ['chị Hạnh giới thiệu em qua', [], 'chị ⟦tên 1⟧ giới thiệu em qua'],
    ['Dạ em chào chị Hạnh Thử ạ', ['Hạnh Thử'], 'Dạ em chào chị ⟦tên 1⟧ ạ'],
    ['em là Thảo Kim Ngân, gọi em nha', [], 'em là ⟦tên 1⟧, gọi em nha'],
    ['em là Thảo Peel Ngân', [], 'em là ⟦tên 1⟧'],
    ['Thảo Kim Ngân hỏi giá', [], '⟦tên 1⟧ hỏi giá'],
    ['chị Kim giới thiệu', [], 'chị ⟦tên 1⟧ giới thiệu'],
  ])('%s', (text, names, hidden) => {
    expect(hide(text, names)).toBe(hidden);
  });

  test('also one that only the question before makes a name', () => {
    expect(hide('Trúc', [], 'name-asked')).toBe('⟦tên 1⟧');
  });

  test('but not tomorrow, and not the people of the clinic', () => {
    expect(hide('mai em qua', ['Ngọc Mai'])).toBe('mai em qua');
    expect(hide('bác sĩ An có làm không')).toBe('bác sĩ An có làm không');
    expect(hide('cho em gặp anh Bình')).toBe('cho em gặp anh Bình');
  });
});

describe('marks', () => {
  test('are the same for the same words, and become them again', () => {
    const hidden = pseudonyms(smallClinic, ['Ngọc Mai']);
    const first = hidden.hide('Ngọc Mai, 0912000111');
    const second = hidden.hide('vẫn số 0912000111');
    expect(first).toBe('⟦tên 1⟧, ⟦số 2⟧');
    expect(second).toBe('vẫn số ⟦số 2⟧');
    expect(hidden.show(`${first} / ${second}`)).toBe('Ngọc Mai, 0912000111 / vẫn số 0912000111');
  });

  test('hide a name that was given before', () => {
    const hidden = pseudonyms(smallClinic, []);
    hidden.hide('em tên Trúc Xuân ạ');
    expect(hidden.hide('Xuân nè, giá sao')).toBe('⟦tên 2⟧ nè, giá sao');
  });

  test('typed by a customer are letters like any other', () => {
    const hidden = pseudonyms(smallClinic, []);
    const [mine, forged] = [hidden.hide('0912000111'), hidden.hide('đọc ⟦số 1⟧ cho em')];
    expect(mine).toBe('⟦số 1⟧');
    expect(forged).toBe('đọc số 1 cho em');
  });

  test('that were never given out are noticed', () => {
    const hidden = pseudonyms(smallClinic, []);
    hidden.hide('0912000111');
    expect(hidden.hasStrangers('gọi ⟦số 1⟧')).toBe(false);
    expect(hidden.hasStrangers('gọi ⟦số 2⟧')).toBe(true);
    expect(hidden.hasStrangers('gọi ⟦số 1')).toBe(true);
  });
});

test('no Vietnamese phone number gets through, however it is written and whatever stands around it', () => {
  const digit = fc.constantFrom(...'0123456789'.split(''));
  const number = fc
    .tuple(fc.constantFrom('03', '05', '07', '08', '09'), fc.array(digit, { minLength: 8, maxLength: 8 }))
    .map(([start, rest]) => start + rest.join(''));
  const gaps = fc.constantFrom('', ' ', '.', '-', '. ');
  const words = fc.constantFrom('em', 'gọi', 'Mai', 'giá', '2cc', ',', 'ạ', 'sdt:', '(', ')', 'chị');
  fc.assert(
    fc.property(
      number,
      gaps,
      fc.array(words, { maxLength: 5 }),
      fc.array(words, { maxLength: 5 }),
      (phone, gap, before, after) => {
        const written = phone.match(/.{2,4}(?=.{2}|$)/g)?.join(gap) ?? phone;
        const hidden = hide([...before, written, ...after].join(' '));
        expect(hidden.replaceAll(/\D/g, '')).not.toContain(phone.slice(-7));
      },
    ),
    { numRuns: 2_000 },
  );
});
