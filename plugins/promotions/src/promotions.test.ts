import type { Clinic, Promotion, SkillFacts, SkillTurn } from '@glowbot/core';
import { describe, expect, test } from 'vitest';
import { PromotionSettings, promotions } from './promotions.ts';

const treatment = (key: string, amount: number) => ({
  key,
  name: key,
  aliases: [],
  price: { kind: 'fixed', amount, unit: 'buổi' },
  variants: [],
});

const promotion = (key: string, more: Partial<Promotion> = {}): Promotion => ({
  key,
  title: `Ưu đãi ${key}`,
  treatments: ['peel'],
  validFrom: '2026-11-01',
  validTo: '2026-11-30',
  offer: { kind: 'percent', percent: 20 },
  conditions: '',
  ...more,
});

function ask(
  words: string,
  {
    records = [] as Promotion[],
    intent = 'ask_promotion' as 'ask_promotion' | 'ask_price',
    treatments = [] as string[],
    facts = {} as Partial<SkillFacts>,
    when = {},
    settings = {},
  },
) {
  const turn: SkillTurn = {
    understanding: {
      intents: [{ intent, confidence: 1 }],
      entities: treatments.length > 0 ? { treatments } : {},
      language: 'vi',
      evidence: [],
    },
    words: [words],
    wish: { when },
    clinic: {
      treatments: [treatment('peel', 600_000), treatment('meso', 1_800_000)],
      promotions: records,
    } as unknown as Clinic,
    now: { date: '2026-11-25', time: '10:00' },
  };
  const loaded = { customer: { visits: 0, birthday: null }, book: { customer: {}, clinic: {} }, ...facts };
  return promotions
    .consider(turn, loaded, PromotionSettings.parse(settings))
    .map((one) =>
      'key' in one
        ? { key: one.key, ...one.facts, ...(one.beside === undefined ? {} : { beside: one.beside }) }
        : one,
    );
}

describe('asked for promotions in general', () => {
  test('lists what runs, and nothing that does not', () => {
    const records = [
      promotion('a'),
      promotion('old', { validTo: '2026-11-24' }),
      promotion('new', { validFrom: '2026-11-26' }),
    ];
    expect(ask('có ưu đãi gì không', { records })).toEqual([
      { key: 'promotion.running', promotion: 'a', daysLeft: null },
    ]);
  });

  test('says that there is none, and what comes soon', () => {
    const records = [
      promotion('soon', { validFrom: '2026-12-01', validTo: '2026-12-31' }),
      promotion('far', { validFrom: '2027-06-01', validTo: '2027-06-30' }),
    ];
    expect(ask('có ưu đãi gì không', { records })).toEqual([
      { key: 'promotion.none', treatment: null },
      { key: 'promotion.coming', promotion: 'soon' },
    ]);
  });

  test('in the last days says that it ends', () => {
    const records = [promotion('a', { validTo: '2026-11-27' })];
    expect(ask('có ưu đãi gì không', { records })).toMatchObject([{ daysLeft: 2 }]);
    expect(ask('có ưu đãi gì không', { records, settings: { warnedDays: 1 } })).toMatchObject([
      { daysLeft: null },
    ]);
  });
});

test('asked for one by its occasion says how it stands, also when it is over or still to come', () => {
  const records = [
    promotion('noel', { title: 'Giáng sinh giảm 20%', validFrom: '2026-12-15', validTo: '2026-12-26' }),
    promotion('women', { title: 'Mừng 20/10', validFrom: '2026-10-10', validTo: '2026-10-31' }),
  ];
  expect(ask('noel có giảm không', { records })).toEqual([{ key: 'promotion.coming', promotion: 'noel' }]);
  expect(ask('ưu đãi 20/10 còn không em', { records })).toEqual([
    { key: 'promotion.over', promotion: 'women' },
  ]);
  expect(ask('khuyến mãi 20/11 còn không', { records })).toMatchObject([
    { key: 'promotion.notKnown' },
    { key: 'promotion.coming' },
  ]);
});

describe('a price', () => {
  const records = [promotion('a'), promotion('b', { offer: { kind: 'fixed_price', amount: 450_000 } })];

  test('comes with the promotion that lowers it most, beside the price itself', () => {
    expect(ask('giá peel', { records, intent: 'ask_price', treatments: ['peel'] })).toEqual([
      {
        key: 'promotion.price',
        beside: 'price peel',
        promotion: 'b',
        treatment: 'peel',
        area: null,
        unit: 'buổi',
        usual: 600_000,
        amount: 450_000,
      },
    ]);
  });

  test('comes alone where the clinic wishes it, and where the visit is after the promotion', () => {
    const asked = { records, intent: 'ask_price' as const, treatments: ['peel'] };
    expect(ask('giá peel', { ...asked, settings: { toldWithPrices: false } })).toEqual([]);
    expect(ask('giá peel', { ...asked, when: { date: '2026-12-01' } })).toEqual([]);
  });
});

test('what is known to speak against it is said', () => {
  const facts = { customer: { visits: 3, birthday: null } };
  const records = [promotion('new', { title: 'Khách mới giảm 20%', terms: { newCustomers: true } })];
  expect(ask('khách mới giảm gì', { records, facts })).toEqual([
    { key: 'promotion.notMet', promotion: 'new', why: 'new-customer' },
  ]);
  const used = { book: { clinic: { 'used:few': 10 }, customer: {} } };
  const few = [promotion('few', { title: 'Noel', terms: { quantity: 10 } })];
  expect(ask('noel còn không', { records: few, facts: used })).toMatchObject([{ why: 'quantity' }]);
});

test('a code is told about only to whoever has it', () => {
  const records = [promotion('code', { terms: { code: 'GLOW20' } })];
  expect(ask('giá peel', { records, intent: 'ask_price', treatments: ['peel'] })).toEqual([]);
  expect(ask('có ưu đãi gì không', { records })).toEqual([{ key: 'promotion.none', treatment: null }]);
  expect(ask('mã glow 20 còn dùng được không', { records })).toMatchObject([
    { key: 'promotion.running', promotion: 'code' },
  ]);
  expect(ask('mã GLOW21 dùng được không', { records })).toEqual([{ key: 'promotion.codeUnknown' }]);
});
