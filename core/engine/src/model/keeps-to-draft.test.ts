import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smallClinic } from '../../fixtures/small-clinic.ts';
import { harmlessWords } from './harmless-words.ts';
import { objectionsTo } from './keeps-to-draft.ts';
import { markDraft, unmark } from './marked-draft.ts';

const sentences = [
  'Dạ Peel da bên em từ 600.000đ đến 900.000đ/buổi, tùy vùng ạ.',
  '15h ngày mai, thứ Ba 24/11 bên em còn chỗ ở Cơ sở Bắc ạ. Mình muốn em xem lịch trống ngày nào không ạ?',
];
const draft = markDraft(sentences.join('\n'), smallClinic, []);

describe('a draft', () => {
  test('has a mark for every fact, and becomes itself again', () => {
    expect(draft.text).toBe(
      'Dạ ⟦1⟧ bên em từ ⟦2⟧ đến ⟦3⟧, tùy vùng ạ.\n⟦4⟧ ⟦5⟧, ⟦6⟧ ⟦7⟧ bên em còn chỗ ở ⟦8⟧ ạ. Mình muốn em xem lịch trống ngày nào không ạ?',
    );
    expect(draft.marks.map(({ fact }) => fact)).toEqual([
      'Peel da',
      '600.000đ',
      '900.000đ/buổi',
      '15h',
      'ngày mai',
      'thứ Ba',
      '24/11',
      'Cơ sở Bắc',
    ]);
    expect(unmark(draft.text, draft)).toBe(sentences.join('\n'));
  });

  test('never shows what belongs to a person', () => {
    const named = markDraft('Dạ em cảm ơn Ngọc Mai. Số 0912000111 đúng không ạ?', smallClinic, [
      'Ngọc Mai',
      '0912000111',
    ]);
    expect(named.text).toBe('Dạ em cảm ơn ⟦1⟧. Số ⟦2⟧ đúng không ạ?');
    expect(named.marks).toEqual([
      { mark: '⟦1⟧', fact: 'Ngọc Mai', shown: null },
      { mark: '⟦2⟧', fact: '0912000111', shown: null },
    ]);
  });

  test('takes links, shares and free things for facts', () => {
    const text = 'Dạ khám da miễn phí, giảm 20% ạ. Mình xem https://thu.example/gia hoặc thu.example nhé.';
    expect(markDraft(text, smallClinic, []).marks.map(({ fact }) => fact)).toEqual([
      'miễn phí',
      '20%',
      'https://thu.example/gia',
      'thu.example',
    ]);
  });
});

describe('a wording may', () => {
  test.each([
    ['be the draft itself', draft.text],
    ['be warmer', `Dạ vâng ạ, ${draft.text.slice(3)}`],
    [
      'move and exchange little words',
      'Dạ vâng, dịch vụ ⟦1⟧ bên em từ ⟦2⟧ đến ⟦3⟧ mình nhé, tùy vùng đó ạ.\n⟦4⟧ ⟦5⟧, ⟦6⟧ ⟦7⟧ thì bên em còn chỗ tại ⟦8⟧ ạ. Mình muốn em xem giúp lịch trống ngày nào ạ?',
    ],
  ])('%s', (_how, text) => {
    expect(objectionsTo([text], draft)).toEqual([]);
  });

  test('come as two messages', () => {
    expect(objectionsTo(draft.text.split('\n'), draft)).toEqual([]);
  });
});

describe('a wording may not', () => {
  const spoil = (from: string | RegExp, to: string) => draft.text.replace(from, to);
  test.each([
    ['leave a fact out', spoil('⟦8⟧', 'bên em')],
    ['say one twice', `${draft.text} ⟦2⟧`],
    ['exchange two', spoil('⟦2⟧ đến ⟦3⟧', '⟦3⟧ đến ⟦2⟧')],
    ['invent a mark', `${draft.text} ⟦9⟧`],
    ['break a mark', spoil('⟦1⟧', '⟦ 1⟧')],
    ['write a number', spoil('⟦2⟧', '500.000đ')],
    ['write one in other digits', `${draft.text} Giá ５００ ạ.`],
    ['write one in words', `${draft.text} Giá năm trăm nghìn ạ.`],
    ['hide one behind invisible letters', `${draft.text} 9\u200b9 ạ.`],
    ['make "from" a price', spoil('từ ⟦2⟧ đến', '⟦2⟧ và')],
    ['turn yes into no', spoil('còn chỗ', 'không còn chỗ')],
    ['turn a question into a statement', spoil('ngày nào không ạ?', 'ngày nào ạ.')],
    ['promise', `${draft.text} Em giữ chỗ cho mình rồi nhé ạ.`],
    ['confirm', `${draft.text} Em đã đặt lịch xong cho mình ạ.`],
    ['give away', `${draft.text} Bên em tặng mình thêm một buổi ạ.`],
    ['permit', `${draft.text} Mình làm được ạ.`],
    ['praise', `${draft.text} Bên em tốt nhất ạ.`],
    ['heal', `${draft.text} Làm là khỏi hẳn ạ.`],
    ['name somebody', `${draft.text} Bác sĩ Hoàng làm ạ.`],
    ['name somebody with harmless syllables', `${draft.text} Bên em là Cho Ai ạ.`],
    ['call the customer otherwise', draft.text.replace('Mình', 'Ông')],
    ['link', `${draft.text} http://x.example`],
    ['speak another language', `${draft.text} Free today.`],
    ['show feelings in pictures', `${draft.text} 🌸`],
    ['be endless', `${draft.text} ${'Dạ vâng ạ. '.repeat(30)}`],
    ['be empty', ' '],
    ['stop half-way', draft.text.split('\n')[0] ?? ''],
  ])('%s', (_what, text) => {
    expect(objectionsTo([text], draft)).not.toEqual([]);
  });

  test('say more than its draft, whatever words are put between its own', () => {
    const anything = fc.oneof(
      fc.constantFrom(...harmlessWords),
      fc.constantFrom('đã', 'giảm', 'tặng', '99.000đ', 'Hoàng', 'free', 'khỏi', '⟦1⟧', '⟦2⟧', 'không', 'từ'),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(40), anything), { maxLength: 6 }), (additions) => {
        const words = draft.text.split(' ');
        for (const [at, word] of additions) words.splice(at % words.length, 0, word);
        const text = words.join(' ');
        if (objectionsTo([text], draft).length > 0) return;
        const original = sentences.join(' ').toLowerCase();
        const shown = unmark(text, draft);
        const added = shown.split(/\s+/).filter((word) => !original.includes(word.toLowerCase()));
        const letters = added.map((word) => word.toLowerCase().replaceAll(/[^\p{L}\p{M}]/gu, ''));
        expect(letters.filter((word) => word !== '' && !harmlessWords.has(word))).toEqual([]);
        expect(shown.match(/\d[\d.,/]*\d|\d/g)).toEqual(sentences.join('\n').match(/\d[\d.,/]*\d|\d/g));
      }),
      { numRuns: 2_000 },
    );
  });
});
