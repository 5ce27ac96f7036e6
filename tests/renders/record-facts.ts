import { type Clinic, type CopyKey, type Instant, toLocal, type Treatment } from '@glowbot/core';

/** Promotions are spoken of as their days allow: what a sentence about one says at each of these times; null: nothing. */
export function promotionFacts(key: CopyKey, clinic: Clinic, now: Instant): Record<string, unknown> | null {
  const { date } = toLocal(now, clinic.zone);
  const isSaid = ({ validFrom, validTo }: Clinic['promotions'][number]) => {
    if (key === 'promotion.coming') return date < validFrom;
    if (key === 'promotion.over') return date > validTo;
    return date >= validFrom && date <= validTo;
  };
  if (key === 'promotion.combo') return null;
  if (!key.startsWith('promotion.')) return {};
  const said = clinic.promotions
    .filter(isSaid)
    .filter(({ offer }) => key !== 'promotion.price' || offer.kind !== 'combo');
  const promotion = said.at(-1);
  if (!promotion) return null;
  const treatment = clinic.treatments.find((one) => one.key === promotion.treatments.at(-1));
  if (!treatment || treatment.price.kind !== 'fixed' || promotion.offer.kind !== 'percent')
    return { promotion: promotion.key, daysLeft: 2, why: 'package' };
  const { amount, unit } = treatment.price;
  return {
    promotion: promotion.key,
    daysLeft: null,
    why: 'package',
    treatment: treatment.key,
    area: null,
    unit,
    usual: amount,
    amount: (amount * (100 - promotion.offer.percent)) / 100,
  };
}

/** The cheapest and the dearest area of a treatment. */
export function areaEnds({ variants }: Treatment): Record<string, unknown> {
  const sorted = variants.toSorted((one, other) => one.amount - other.amount);
  const [cheapest, dearest] = [sorted[0], sorted.at(-1)];
  return cheapest && dearest
    ? { minArea: cheapest.area, maxArea: dearest.area, areaMin: cheapest.amount, areaMax: dearest.amount }
    : {};
}

/** A treatment as a line of a price list. */
export function listed({ key, price }: Treatment) {
  const min = price.kind === 'fixed' ? price.amount : price.min;
  const max = price.kind === 'fixed' ? price.amount : price.kind === 'range' ? price.max : null;
  return { treatment: key, area: null, unit: price.unit, min, max };
}
