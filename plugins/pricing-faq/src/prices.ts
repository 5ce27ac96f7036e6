import type { Proposal, Treatment, Vnd } from '@glowbot/core';

/** More treatments than this are answered as one list: nobody reads four paragraphs of prices, and none is left out. */
export const mostTold = 3;

/** The price of a treatment as its record states it: for the area asked about, or for the treatment as a whole. */
export function priceOf(treatment: Treatment, area: string | undefined): Proposal[] {
  const answers = `price ${treatment.key}`;
  const variant = treatment.variants.find((candidate) => candidate.area === area);
  const named = { treatment: treatment.key, area: variant?.area ?? null, unit: treatment.price.unit };
  if (variant) return [{ answers, key: 'price.fixed', facts: { ...named, amount: variant.amount } }];
  return [{ answers, ...listPrice(treatment, named) }, ...packagePrice(treatment, answers)];
}

function listPrice(treatment: Treatment, named: { treatment: string; area: string | null; unit: string }) {
  const { price } = treatment;
  const ends = areaEnds(treatment);
  if (ends)
    return { key: 'price.areas' as const, facts: { treatment: treatment.key, unit: named.unit, ...ends } };
  if (price.kind === 'fixed' && price.amount === 0)
    return { key: 'price.free' as const, facts: { treatment: treatment.key } };
  const levels = (treatment.levelPrices ?? []).map(({ amount }) => amount);
  if (price.kind === 'fixed' && levels.length > 0)
    return {
      key: 'price.fromPerformer' as const,
      facts: { ...named, min: Math.min(price.amount, ...levels) },
    };
  switch (price.kind) {
    case 'fixed':
      return { key: 'price.fixed' as const, facts: { ...named, amount: price.amount } };
    case 'from':
      return { key: 'price.from' as const, facts: { ...named, min: price.min } };
    case 'range':
      return { key: 'price.range' as const, facts: { ...named, min: price.min, max: price.max } };
  }
}

/** "Từ … đến …" is honest only with what it is for at either end. */
function areaEnds({ price, variants }: Treatment) {
  const sorted = variants.toSorted((one, other) => one.amount - other.amount);
  const [cheapest, dearest] = [sorted[0], sorted.at(-1)];
  if (!cheapest || !dearest || cheapest.amount === dearest.amount) return undefined;
  const begins = price.kind === 'fixed' ? price.amount : price.min;
  if (begins !== cheapest.amount) return undefined;
  return { min: cheapest.amount, minArea: cheapest.area, max: dearest.amount, maxArea: dearest.area };
}

function packagePrice({ key: treatment, package: offer }: Treatment, answers: string): Proposal[] {
  return offer
    ? [
        {
          answers,
          key: 'price.package',
          facts: { treatment, sessions: offer.sessions, amount: offer.amount },
        },
      ]
    : [];
}

/** One line for each of many treatments. */
export function priceList(treatments: readonly Treatment[], area: string | undefined): Proposal[] {
  const lines = treatments.map((treatment) => {
    const { price, variants } = treatment;
    const variant = variants.find((candidate) => candidate.area === area);
    const [min, max]: [Vnd, Vnd | null] = variant
      ? [variant.amount, variant.amount]
      : price.kind === 'fixed'
        ? [price.amount, price.amount]
        : [price.min, price.kind === 'range' ? price.max : null];
    return { treatment: treatment.key, area: variant?.area ?? null, unit: price.unit, min, max };
  });
  return [{ answers: 'price', key: 'price.list', facts: { lines } }];
}
