import { type Promotion, toLocal } from '@glowbot/core';
import { demoClinic } from '@glowbot/demo-clinic';
import { conditionsOf, priceWith, type Purchase, validityOf } from '@glowbot/promotions';
import { describe, expect, test } from 'vitest';

const clinic = demoClinic();

/** What the clinic's own four promotions do not have: every other term, on its treatments. Worked out by hand. */
const invented: Record<string, Promotion> = Object.fromEntries(
  (
    [
      {
        key: 'q7',
        treatments: ['peel'],
        offer: { kind: 'percent', percent: 15 },
        terms: { branches: ['cs2'] },
      },
      {
        key: 'midweek',
        treatments: ['meso'],
        offer: { kind: 'percent', percent: 25 },
        terms: { weekdays: ['tue', 'wed'] },
      },
      {
        key: 'morning',
        treatments: ['rf'],
        offer: { kind: 'fixed_price', amount: 790_000 },
        terms: { hours: { from: '09:00', to: '12:00' } },
      },
      {
        key: 'birthday',
        treatments: ['cham_soc_da'],
        offer: { kind: 'percent', percent: 50 },
        terms: { birthday: 'month', stacks: true },
      },
      {
        key: 'the-day',
        treatments: ['cham_soc_da'],
        offer: { kind: 'fixed_price', amount: 99_000 },
        terms: { birthday: 'day' },
      },
      {
        key: 'big-bill',
        treatments: ['hifu'],
        offer: { kind: 'percent', percent: 10 },
        terms: { minSpend: 5_000_000 },
      },
      {
        key: 'first50',
        treatments: ['lan_kim'],
        offer: { kind: 'fixed_price', amount: 899_000 },
        terms: { quantity: 50 },
      },
      {
        key: 'code',
        treatments: ['tri_mun'],
        offer: { kind: 'percent', percent: 12 },
        terms: { code: 'GLOW12' },
      },
      {
        key: 'packs',
        treatments: ['tri_mun', 'tri_nam'],
        offer: { kind: 'percent', percent: 5 },
        terms: { packages: true },
      },
      {
        key: 'member',
        treatments: ['cham_soc_da', 'peel'],
        offer: { kind: 'percent', percent: 10 },
        terms: { stacks: true },
      },
      { key: 'odd', treatments: ['triet_long'], area: 'mep', offer: { kind: 'percent', percent: 33 } },
      { key: 'dearer', treatments: ['tam_trang'], offer: { kind: 'fixed_price', amount: 700_000 } },
    ] satisfies (Pick<Promotion, 'key' | 'treatments' | 'offer'> & Partial<Promotion>)[]
  ).map((part) => [
    part.key,
    { title: part.key, validFrom: '2026-11-01', validTo: '2026-12-31', conditions: '', ...part },
  ]),
);
const own = Object.fromEntries(clinic.promotions.map((promotion) => [promotion.key, promotion]));
const all = { ...own, ...invented };

type Row = [what: string, treatment: string, purchase: Purchase, promotions: string, final: number | null];

/** `null`: the record names no single price. */
const rows: Row[] = [
  // The usual price, where nothing is offered.
  ['a fixed price', 'peel', {}, '', 600_000],
  ['a free treatment', 'kham_soi_da', {}, '', 0],
  ['a price by area', 'filler', { area: 'cam' }, '', 4_000_000],
  ['the dearest area', 'triet_long', { area: 'toan_than' }, '', 2_490_000],
  ['no area named', 'filler', {}, '', null],
  ['a range', 'tri_seo', {}, '', null],
  ['a package', 'tri_mun', { isPackage: true }, '', 1_990_000],
  ['a package where there is none', 'peel', { isPackage: true }, '', null],
  // Christmas: 20 % of single sessions of three treatments.
  ['Christmas, skin care', 'cham_soc_da', { at: { date: '2026-12-20' } }, 'km_noel', 280_000],
  ['Christmas, acne', 'tri_mun', { at: { date: '2026-12-20' } }, 'km_noel', 360_000],
  ['Christmas, peel', 'peel', { at: { date: '2026-12-20' } }, 'km_noel', 480_000],
  [
    'Christmas, not for packages',
    'tri_mun',
    { at: { date: '2026-12-20' }, isPackage: true },
    'km_noel',
    1_990_000,
  ],
  ['Christmas, not for others', 'meso', { at: { date: '2026-12-20' } }, 'km_noel', 1_800_000],
  ['the day before it begins', 'peel', { at: { date: '2026-12-14' } }, 'km_noel', 600_000],
  ['its first day', 'peel', { at: { date: '2026-12-15' } }, 'km_noel', 480_000],
  ['its last day', 'peel', { at: { date: '2026-12-26' } }, 'km_noel', 480_000],
  ['the day after', 'peel', { at: { date: '2026-12-27' } }, 'km_noel', 600_000],
  // Under-arm hair removal at 99.000đ for new customers, once.
  ['new customer, under-arm', 'triet_long', { area: 'nach', customer: { isNew: true } }, 'km_nach99', 99_000],
  ['not known to be new', 'triet_long', { area: 'nach' }, 'km_nach99', 99_000],
  ['known customer', 'triet_long', { area: 'nach', customer: { isNew: false } }, 'km_nach99', 199_000],
  ['another area', 'triet_long', { area: 'chan', customer: { isNew: true } }, 'km_nach99', 690_000],
  ['had it before', 'triet_long', { area: 'nach', used: { byCustomer: 1 } }, 'km_nach99', 199_000],
  // Two together.
  ['alone', 'meso', { people: 1 }, 'km_di2', 1_800_000],
  ['two together', 'meso', { people: 2 }, 'km_di2', 1_620_000],
  ['three together', 'tri_nam', { people: 3 }, 'km_di2', 1_350_000],
  ['two, for what is not in it', 'peel', { people: 2 }, 'km_di2', 600_000],
  // What is over stays over.
  ['30 % of filler, over', 'filler', { area: 'moi', at: { date: '2026-11-25' } }, 'km_2010', 3_500_000],
  [
    '30 % of filler, on its last day',
    'filler',
    { area: 'moi', at: { date: '2026-10-31' } },
    'km_2010',
    2_450_000,
  ],
  // A combo is a price of several and lowers none of them.
  ['a combo changes no single price', 'meso', { at: { date: '2027-01-10' } }, 'km_tet', 1_800_000],
  // Branch.
  ['the right branch', 'peel', { branch: 'cs2' }, 'q7', 510_000],
  ['the other branch', 'peel', { branch: 'cs1' }, 'q7', 600_000],
  // Weekdays: 24 November 2026 is a Tuesday.
  ['a Tuesday', 'meso', { at: { date: '2026-11-24' } }, 'midweek', 1_350_000],
  ['a Thursday', 'meso', { at: { date: '2026-11-26' } }, 'midweek', 1_800_000],
  // Hours: the last minute does not belong.
  ['nine sharp', 'rf', { at: { time: '09:00' } }, 'morning', 790_000],
  ['a minute before noon', 'rf', { at: { time: '11:59' } }, 'morning', 790_000],
  ['noon', 'rf', { at: { time: '12:00' } }, 'morning', 990_000],
  ['a minute to nine', 'rf', { at: { time: '08:59' } }, 'morning', 990_000],
  // Birthdays.
  [
    'in the month',
    'cham_soc_da',
    { at: { date: '2026-11-30' }, customer: { birthday: '11-02' } },
    'birthday',
    175_000,
  ],
  [
    'in another month',
    'cham_soc_da',
    { at: { date: '2026-12-01' }, customer: { birthday: '11-02' } },
    'birthday',
    350_000,
  ],
  [
    'on the day',
    'cham_soc_da',
    { at: { date: '2026-11-02' }, customer: { birthday: '11-02' } },
    'the-day',
    99_000,
  ],
  [
    'the day after',
    'cham_soc_da',
    { at: { date: '2026-11-03' }, customer: { birthday: '11-02' } },
    'the-day',
    350_000,
  ],
  // A bill of at least five million.
  ['one đồng short', 'hifu', { area: 'mat', spend: 4_999_999 }, 'big-bill', 4_990_000],
  ['exactly', 'hifu', { area: 'mat', spend: 5_000_000 }, 'big-bill', 4_491_000],
  ['above', 'hifu', { area: 'mat_co', spend: 7_500_000 }, 'big-bill', 6_750_000],
  // Fifty in all.
  ['the fiftieth', 'lan_kim', { used: { byAll: 49 } }, 'first50', 899_000],
  ['the fifty-first', 'lan_kim', { used: { byAll: 50 } }, 'first50', 1_200_000],
  // A code.
  ['the right code', 'tri_mun', { code: 'GLOW12' }, 'code', 396_000],
  ['a wrong code', 'tri_mun', { code: 'GLOW21' }, 'code', 450_000],
  // Packages, where a promotion says so.
  ['a package with its promotion', 'tri_nam', { isPackage: true }, 'packs', 6_175_000],
  ['a single session with it', 'tri_nam', {}, 'packs', 1_425_000],
  // Stacking: only what allows it goes together, the larger share first, each of what is left.
  [
    'two that stack',
    'cham_soc_da',
    { at: { date: '2026-11-10' }, customer: { birthday: '11-02' } },
    'birthday member',
    157_500,
  ],
  [
    'one that stacks and one that does not: the cheaper alone',
    'peel',
    { at: { date: '2026-12-20' } },
    'km_noel member',
    480_000,
  ],
  [
    'three, of which two stack',
    'cham_soc_da',
    { at: { date: '2026-11-02' }, customer: { birthday: '11-02' } },
    'birthday member the-day',
    99_000,
  ],
  [
    'the better of two that stand alone',
    'tri_mun',
    { at: { date: '2026-12-20' }, code: 'GLOW12' },
    'km_noel code',
    360_000,
  ],
  // Rounding and what is no reduction.
  ['a third of an odd price, in whole đồng', 'triet_long', { area: 'mep' }, 'odd', 66_330],
  ['a special price above the usual one is none', 'tam_trang', {}, 'dearer', 650_000],
];

describe('the price of', () => {
  test.each(rows)('%s: %s', (_, key, purchase, names, final) => {
    const treatment = clinic.treatments.find((record) => record.key === key);
    if (!treatment) throw new RangeError(`no treatment ${key}`);
    const promotions = names.split(' ').flatMap((name) => all[name] ?? []);
    const price = priceWith(treatment, purchase, promotions);
    expect(price?.final ?? null).toBe(final);
    /** The derivation leads from the usual price to the final one, without a gap. */
    const off = price?.steps.reduce((sum, step) => sum + step.off, 0) ?? 0;
    if (price) expect(price.usual - off).toBe(price.final);
  });
});

/** Midnight belongs to the clinic, wherever the server stands: 17:00 UTC is the next day in Vietnam. */
describe('a promotion from 15 to 26 December', () => {
  test.each([
    ['2026-12-14T23:59:59+07:00', 'coming'],
    ['2026-12-15T00:00:00+07:00', 'running'],
    ['2026-12-14T16:59:59Z', 'coming'],
    ['2026-12-14T17:00:00Z', 'running'],
    ['2026-12-26T23:59:59+07:00', 'running'],
    ['2026-12-27T00:00:00+07:00', 'over'],
    ['2026-12-26T16:59:59Z', 'running'],
    ['2026-12-26T17:00:00Z', 'over'],
    ['2026-12-26T09:00:00-08:00', 'over'],
    ['2026-12-26T00:00:00-07:00', 'running'],
  ] as const)('at %s is %s', (at, kind) => {
    const noel = own['km_noel'];
    if (!noel) throw new RangeError('the demo clinic has no Christmas');
    expect(validityOf(noel, toLocal(Date.parse(at), clinic.zone).date).kind).toBe(kind);
  });

  test('counts the days that are left, and none on the last', () => {
    const left = (date: string) => own['km_noel'] && validityOf(own['km_noel'], date);
    expect(left('2026-12-24')).toEqual({ kind: 'running', daysLeft: 2 });
    expect(left('2026-12-26')).toEqual({ kind: 'running', daysLeft: 0 });
  });
});

test('what is not known is neither met nor held against the customer', () => {
  const judged = (purchase: Purchase) =>
    own['km_nach99'] && Object.fromEntries(conditionsOf(own['km_nach99'], purchase));
  expect(judged({})).toEqual({
    treatment: 'unknown',
    area: 'unknown',
    date: 'unknown',
    'new-customer': 'unknown',
    once: 'unknown',
  });
  expect(judged({ treatment: 'peel', customer: { isNew: false } })).toMatchObject({
    treatment: 'unmet',
    'new-customer': 'unmet',
  });
});

test('who was born on 29 February has a birthday every year', () => {
  const promotion = invented['the-day'];
  const on = (date: string) =>
    promotion && conditionsOf(promotion, { at: { date }, customer: { birthday: '02-29' } }).get('birthday');
  expect([on('2027-02-28'), on('2028-02-28'), on('2028-02-29'), on('2027-03-01')]).toEqual([
    'met',
    'unmet',
    'met',
    'unmet',
  ]);
});
