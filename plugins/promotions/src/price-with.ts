import type { Key, Promotion, Treatment, Vnd } from '@glowbot/core';
import { type Purchase, unmetIn } from './eligibility.ts';

/** One reduction: what it was taken of, what it took, what is left. */
export type Step = { promotion: Key; before: Vnd; off: Vnd; after: Vnd };

/** How a price comes about, from the list price to what is paid. */
export type Derivation = { usual: Vnd; steps: readonly Step[]; final: Vnd };

/** What one session, or the package, costs by the record; undefined where the record names no single price. */
function listPrice(
  { price, variants, package: offer, levelPrices }: Treatment,
  { area, isPackage }: { area?: Key | undefined; isPackage?: boolean | undefined },
): Vnd | undefined {
  if (isPackage === true) return offer?.amount;
  const variant = variants.find((candidate) => candidate.area === area);
  if (variant) return variant.amount;
  const isOne = price.kind === 'fixed' && variants.length === 0 && (levelPrices ?? []).length === 0;
  return isOne ? price.amount : undefined;
}

/**
 * The cheapest price this purchase can have of these promotions: one that stands alone, or all that may be had together. Nothing
 * that is known not to apply takes part; an unknown condition is for the customer to meet.
 */
export function priceWith(
  treatment: Treatment,
  purchase: Purchase,
  promotions: readonly Promotion[],
): Derivation | undefined {
  const usual = listPrice(treatment, purchase);
  if (usual === undefined) return undefined;
  const asked = { ...purchase, treatment: treatment.key };
  const fitting = promotions.filter(
    (promotion) => promotion.offer.kind !== 'combo' && unmetIn(promotion, asked).length === 0,
  );
  const together = fitting.filter(({ terms }) => terms?.stacks === true);
  const ways = [[], ...fitting.map((promotion) => [promotion]), ...(together.length > 1 ? [together] : [])];
  return ways
    .map((way) => derive(usual, way))
    .reduce((best, next) => (next.final < best.final ? next : best));
}

/** A fixed price comes first, then percentages, the larger first, each of what is left. */
function derive(usual: Vnd, promotions: readonly Promotion[]): Derivation {
  const ordered = promotions.toSorted((one, other) => rank(one) - rank(other));
  const steps: Step[] = [];
  let left = usual;
  for (const { key, offer } of ordered) {
    const off = offer.kind === 'percent' ? Math.round((left * offer.percent) / 100) : left - offer.amount;
    /** A "special price" above what is left is no reduction. */
    if (off <= 0) continue;
    steps.push({ promotion: key, before: left, off, after: left - off });
    left -= off;
  }
  return { usual, steps, final: left };
}

const rank = ({ offer }: Promotion) => (offer.kind === 'percent' ? 100 - offer.percent : -1);

/** What the parts of a combo cost one by one; undefined where one of them has no single price. */
export function comboParts({ treatments }: Promotion, all: readonly Treatment[]): Vnd | undefined {
  let sum = 0;
  for (const key of treatments) {
    const record = all.find((treatment) => treatment.key === key);
    const amount = record && listPrice(record, {});
    if (amount === undefined) return undefined;
    sum += amount;
  }
  return sum;
}
