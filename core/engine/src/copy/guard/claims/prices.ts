import type { Key, Promotion, Treatment } from '../../../domain/clinic.ts';
import type { Vnd } from '../../../domain/money.ts';

/** What one session of a treatment costs by its record; with an area, what it costs there. */
export function unitPrices(treatment: Treatment, area: Key | undefined): Vnd[] {
  const { price, variants, levelPrices } = treatment;
  const ofArea = variants.filter((variant) => variant.area === area).map(({ amount }) => amount);
  if (ofArea.length > 0) return ofArea;
  // An area the treatment is not offered for has no price.
  if (area !== undefined && variants.length > 0) return [];
  if (variants.length > 0) return variants.map(({ amount }) => amount);
  const byLevel = levelPrices?.map(({ amount }) => amount) ?? [];
  return price.kind === 'fixed' ? [price.amount, ...byLevel] : byLevel;
}

/** Where prices begin, and where they end: may be said only as such. */
export function priceEnds({ price, variants }: Treatment): { lowest: Vnd; highest: Vnd | undefined } {
  const amounts = variants.map(({ amount }) => amount);
  switch (price.kind) {
    case 'fixed':
      return { lowest: price.amount, highest: price.amount };
    case 'from':
      return { lowest: price.min, highest: amounts.length > 0 ? Math.max(...amounts) : undefined };
    case 'range':
      return { lowest: price.min, highest: price.max };
  }
}

/** Prices a promotion makes out of the usual ones, and what it saves. */
export function promoted(
  { offer, area: ofArea, treatments }: Promotion,
  treatment: Treatment,
  area: Key | undefined,
  all: readonly Treatment[],
): { prices: Vnd[]; savings: Vnd[] } {
  if (!treatments.includes(treatment.key)) return { prices: [], savings: [] };
  switch (offer.kind) {
    case 'percent': {
      const usual = [...unitPrices(treatment, area), priceEnds(treatment).lowest];
      const savings = usual.map((amount) => Math.round((amount * offer.percent) / 100));
      return { prices: usual.map((amount, at) => amount - (savings[at] ?? 0)), savings };
    }
    case 'fixed_price': {
      if (ofArea !== undefined && area !== undefined && ofArea !== area) return { prices: [], savings: [] };
      const usual = unitPrices(treatment, ofArea ?? area);
      return { prices: [offer.amount], savings: usual.map((amount) => amount - offer.amount) };
    }
    case 'combo': {
      const parts = all.filter(({ key }) => treatments.includes(key));
      const sum = parts.reduce((total, part) => total + (unitPrices(part, undefined)[0] ?? 0), 0);
      return { prices: [offer.amount], savings: [sum - offer.amount] };
    }
  }
}
