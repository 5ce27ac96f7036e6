import { has, type Clinic, type Intent, type SkillTurn, type Understanding } from '@glowbot/core';
import { describe, expect, test } from 'vitest';
import { PricingFaqSettings, pricingFaq } from './pricing-faq.ts';

const treatment = (
  key: string,
  more: Partial<Clinic['treatments'][number]>,
): Clinic['treatments'][number] => ({
  key,
  name: key,
  category: '',
  durationMin: 60,
  price: { kind: 'fixed', amount: 600_000, unit: 'buổi' },
  variants: [],
  aliases: [],
  concerns: [],
  branches: [],
  rooms: [],
  contraindications: [],
  minAge: 0,
  deposit: 0,
  rebookIntervalDays: 0,
  aftercare: [],
  ...more,
});

/** Only what the skill may look at. */
const clinic = {
  treatments: [
    treatment('peel', {}),
    treatment('lifting', { deposit: 200_000 }),
    treatment('visit', { price: { kind: 'fixed', amount: 0, unit: 'lần' } }),
    treatment('acne', { package: { sessions: 5, amount: 1_990_000 } }),
    treatment('mole', { price: { kind: 'range', min: 100_000, max: 300_000, unit: 'nốt' } }),
    treatment('laser', {
      price: { kind: 'from', min: 99_000, unit: 'buổi' },
      variants: [
        { area: 'body', name: 'toàn thân', amount: 2_490_000 },
        { area: 'lip', name: 'mép', amount: 99_000 },
        { area: 'arm', name: 'tay', amount: 490_000 },
      ],
    }),
    treatment('levels', {
      price: { kind: 'fixed', amount: 2_500_000, unit: 'lần' },
      levelPrices: [
        { level: 'junior', amount: 2_200_000 },
        { level: 'head', amount: 3_000_000 },
      ],
    }),
    treatment('filler', {
      price: { kind: 'from', min: 3_500_000, unit: 'cc' },
      variants: [{ area: 'lips', name: 'môi', amount: 3_500_000 }],
    }),
  ],
  notOffered: [{ name: 'Phẫu thuật', aliases: ['nâng mũi'], say: 'Bên em không phẫu thuật ạ.' }],
  faqs: [
    { key: 'f1', question: 'Có phải đặt cọc không?', answer: 'Chỉ HIFU cần cọc ạ.' },
    { key: 'f2', question: 'Mấy giờ mở cửa?', answer: '9h đến 20h ạ.' },
  ],
} as unknown as Clinic;

function ask(
  intents: Intent[],
  entities: Understanding['entities'] = {},
  words: string[] = [],
  settings: Partial<PricingFaqSettings> = {},
) {
  const understanding: Understanding = {
    intents: intents.map((intent) => ({ intent, confidence: 1 })),
    entities,
    language: 'vi',
    evidence: words.map((text) => ({ of: intents[0] ?? '', words: text })),
  };
  expect(intents.every((intent) => has(understanding, intent))).toBe(true);
  const turn: SkillTurn = {
    understanding,
    words,
    wish: { when: {} },
    clinic,
    now: { date: '2026-11-23', time: '10:00' },
  };
  return pricingFaq.consider(turn, {}, PricingFaqSettings.parse(settings));
}

describe('a price', () => {
  test.each([
    ['peel', 'price.fixed', { amount: 600_000, unit: 'buổi' }],
    ['visit', 'price.free', {}],
    ['mole', 'price.range', { min: 100_000, max: 300_000 }],
    ['filler', 'price.from', { min: 3_500_000 }],
    ['laser', 'price.areas', { min: 99_000, minArea: 'lip', max: 2_490_000, maxArea: 'body' }],
    ['levels', 'price.fromPerformer', { min: 2_200_000 }],
  ])('of %s is answered as its record states it', (key, copy, facts) => {
    expect(ask(['ask_price'], { treatments: [key] })).toMatchObject([
      { key: copy, facts: { treatment: key, ...facts } },
    ]);
  });

  test('of a named area is that area’s', () => {
    expect(ask(['ask_price'], { treatments: ['filler'], area: 'lips' })).toMatchObject([
      { key: 'price.fixed', facts: { area: 'lips', amount: 3_500_000 } },
    ]);
  });

  test('comes with the package, where there is one', () => {
    expect(ask(['ask_price'], { treatments: ['acne'] }).map((one) => 'key' in one && one.key)).toEqual([
      'price.fixed',
      'price.package',
    ]);
  });

  test('of several treatments is answered for each', () => {
    expect(ask(['ask_price'], { treatments: ['peel', 'mole'] })).toHaveLength(2);
  });

  test('of more treatments than anybody reads about one by one is a list, and none is left out', () => {
    const [list, ...others] = ask(['ask_price'], { treatments: ['peel', 'visit', 'mole', 'filler', 'acne'] });
    expect(others).toEqual([]);
    expect(list).toMatchObject({
      key: 'price.list',
      facts: {
        lines: [
          { treatment: 'peel', min: 600_000, max: 600_000 },
          { treatment: 'visit', min: 0, max: 0 },
          { treatment: 'acne', min: 600_000, max: 600_000 },
          { treatment: 'mole', min: 100_000, max: 300_000 },
          { treatment: 'filler', min: 3_500_000, max: null },
        ],
      },
    });
  });

  test('of nothing in particular is asked back', () => {
    expect(ask(['ask_price'])).toMatchObject([{ key: 'price.which' }]);
  });

  test('of what the clinic does not do is its own sentence about that', () => {
    expect(ask(['ask_price'], { notOffered: 'Phẫu thuật' })).toMatchObject([
      { facts: { say: 'Bên em không phẫu thuật ạ.' } },
    ]);
  });
});

describe('a frequent question', () => {
  test('is answered with the record’s own words', () => {
    expect(ask(['ask_policy'], {}, ['đặt cọc'])).toMatchObject([
      { key: 'faq.answer', facts: { faq: 'f1', answer: 'Chỉ HIFU cần cọc ạ.' } },
    ]);
    expect(ask(['ask_hours'], {}, ['mấy giờ'])).toMatchObject([{ facts: { answer: '9h đến 20h ạ.' } }]);
  });

  test('without a record gets no answer rather than an invented one, and is kept for the clinic’s people', () => {
    expect(ask(['ask_location'], {}, ['địa chỉ ở đâu'])).toEqual([
      { answers: 'open ask_location', open: 'địa chỉ ở đâu' },
    ]);
  });
});

test('a frequent question that was recognised by its key is answered with its record, and no other', () => {
  expect(ask(['ask_policy'], { faqs: ['f2', 'unknown'] })).toEqual([
    { answers: 'faq f2', key: 'faq.answer', facts: { faq: 'f2', answer: '9h đến 20h ạ.' } },
  ]);
});

describe('a deposit', () => {
  test('is what the treatment’s own record says, also that there is none', () => {
    const asked = (key: string) => ask(['ask_policy'], { treatments: [key] }, ['có cần cọc không em']);
    expect(asked('peel')).toEqual([
      { answers: 'deposit', key: 'deposit.none', facts: { treatment: 'peel' } },
    ]);
    expect(asked('lifting')).toEqual([
      { answers: 'deposit', key: 'deposit.stated', facts: { treatment: 'lifting', amount: 200_000 } },
    ]);
  });
});

test('two treatments that are compared stand side by side', () => {
  expect(
    ask(['ask_treatment_info'], { treatments: ['peel', 'acne'] }, ['peel với trị mụn khác nhau sao em']),
  ).toEqual([{ answers: 'comparison', key: 'treatment.compare', facts: { one: 'peel', other: 'acne' } }]);
});

test('what no record speaks of is kept for the clinic’s people, beside what the record does say', () => {
  expect(ask(['ask_treatment_info'], { treatments: ['peel'] }, ['peel xong tập gym được không'])).toEqual([
    { answers: 'information peel', key: 'treatment.info', facts: { treatment: 'peel' } },
    { answers: 'open ask_treatment_info', open: 'peel xong tập gym được không' },
  ]);
  expect(ask(['ask_treatment_info'], { treatments: ['peel'] }, ['peel mấy buổi'])).toHaveLength(1);
});

test('a clinic may do without its questions being collected, or its frequent questions being answered', () => {
  const settings = { collectsQuestions: false, answersFaqs: false };
  expect(ask(['ask_location'], {}, ['địa chỉ ở đâu'], settings)).toEqual([]);
  expect(ask(['ask_policy'], {}, ['có phải đặt cọc không'], settings)).toEqual([]);
});
