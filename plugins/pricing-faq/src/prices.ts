import type { Proposal, Treatment } from '@glowbot/core';

/** The price of a treatment as its record states it: for the area asked about, or for the treatment as a whole. */
export function priceOf(treatment: Treatment, area: string | undefined): Proposal[] {
  const answers = `price ${treatment.key}`;
  const variant = treatment.variants.find((candidate) => candidate.area === area);
  const named = { treatment: treatment.key, area: variant?.area ?? null, unit: treatment.price.unit };
  if (variant) return [{ answers, key: 'price.fixed', facts: { ...named, amount: variant.amount } }];
  return [{ answers, ...listPrice(treatment, named) }, ...packagePrice(treatment)];
}

function listPrice(treatment: Treatment, named: { treatment: string; area: string | null; unit: string }) {
  const { price } = treatment;
  switch (price.kind) {
    case 'fixed':
      return price.amount === 0
        ? { key: 'price.free' as const, facts: { treatment: treatment.key } }
        : { key: 'price.fixed' as const, facts: { ...named, amount: price.amount } };
    case 'from':
      return { key: 'price.from' as const, facts: { ...named, min: price.min } };
    case 'range':
      return { key: 'price.range' as const, facts: { ...named, min: price.min, max: price.max } };
  }
}

function packagePrice(treatment: Treatment): Proposal[] {
  const offer = treatment.package;
  return offer
    ? [
        {
          answers: `package ${treatment.key}`,
          key: 'price.package',
          facts: { treatment: treatment.key, sessions: offer.sessions, amount: offer.amount },
        },
      ]
    : [];
}
