import type { Promotion, Treatment } from '../../../domain/clinic.ts';
import type { FoundClaim, RefusalWhy } from '../claim.ts';
import { covers } from '../reading/facts.ts';
import type { Quantity } from '../reading/quantities.ts';
import { recordsIn, type Ground, treatmentAt, treatmentsIn } from '../scope.ts';
import { promoted, unitPrices } from './prices.ts';
import { whyNotPromoted } from './promotion-terms.ts';
import { countsAround, usualPrice } from './usual-price.ts';

/** Every amount of a reply, held against prices, packages, valid promotions, deposits and rules, and what follows from them. */
export function moneyClaims(ground: Ground): FoundClaim[] {
  const { reply } = ground;
  return reply.quantities.flatMap((quantity): FoundClaim[] => {
    if (quantity.unit !== 'vnd' || isNotClaimed(ground, quantity)) return [];
    const { from, to } = quantity;
    const claim = { kind: 'money', words: reply.words({ from, to }), from, to } as const;
    const verdict = judge(ground, quantity);
    return ['backedBy' in verdict ? { ...claim, ...verdict } : { ...claim, ...verdict }];
  });
}

type Verdict = { backedBy: string } | { refused: RefusalWhy };

/** "không phải 900k", "ngân sách khoảng 5 triệu phải không ạ?" */
function isNotClaimed({ reply }: Ground, { from }: Quantity): boolean {
  const clause = reply.clauseOf(from);
  const isDenied = reply.cues.in({ from: Math.max(clause.from, from - 4), to: from }, 'denies') !== undefined;
  const isCustomers = reply.cues.in(clause, 'budget') !== undefined;
  return (isDenied && reply.cues.in(clause, 'free', 'noDeposit') === undefined) || isCustomers;
}

function judge(ground: Ground, quantity: Quantity): Verdict {
  const { reply, records } = ground;
  const clause = reply.clauseOf(quantity.from);
  const sentence = reply.sentenceOf(quantity.from);
  const rule = reply.cues.in(clause, 'deposit')
    ? ('deposit' as const)
    : reply.cues.in(sentence, 'installment', 'parking', 'surcharge')
      ? ('rule' as const)
      : undefined;
  if (rule === 'deposit') return deposit(ground, quantity);
  const byRule = records.ruleFacts().find((fact) => covers(fact, quantity) && fact.low === quantity.low);
  if (rule === 'rule') {
    const isPromotions = byRule?.source.startsWith('promotion') ?? false;
    return byRule && !isPromotions ? { backedBy: byRule.source } : { refused: 'wrong_policy' };
  }
  return price(ground, quantity);
}

function deposit(ground: Ground, quantity: Quantity): Verdict {
  const { clinic, reply, records } = ground;
  const about = treatmentsIn(ground, reply.sentenceOf(quantity.from));
  const list = about.length > 0 ? about : treatmentsIn(ground, { from: 0, to: quantity.from });
  const isRight = (list.length > 0 ? list : clinic.treatments.filter(({ deposit: due }) => due > 0)).every(
    (treatment) => treatment.deposit > 0 && isMultiple(quantity.low, treatment.deposit),
  );
  if (isRight && quantity.low === quantity.high)
    return { backedBy: `deposit of ${list[0]?.key ?? 'the clinic'}` };
  const isLeft = reply.cues.in(reply.clauseOf(quantity.from), 'left');
  if (isLeft) return price(ground, quantity);
  const isPriceBeside = unitsOf(ground, quantity).includes(quantity.low);
  const byRule = records.ruleFacts().find((fact) => fact.unit === 'vnd' && fact.low === quantity.low);
  return isPriceBeside && !byRule ? price(ground, quantity) : { refused: 'wrong_policy' };
}

function isMultiple(amount: number, unit: number): boolean {
  const times = amount / unit;
  return Number.isInteger(times) && times >= 1 && times <= 4;
}

function unitsOf(ground: Ground, quantity: Quantity): number[] {
  const { treatment, area } = treatmentAt(ground, quantity.from);
  return treatment ? unitPrices(treatment, area) : [];
}

function price(ground: Ground, quantity: Quantity): Verdict {
  const { reply, clinic, known } = ground;
  const { low, high, from } = quantity;
  if (known.amounts?.includes(low) === true && low === high) return { backedBy: 'a concession' };
  const clause = reply.clauseOf(from);
  const { treatment, area } = treatmentAt(ground, from);
  const candidates = treatment ? [treatment] : withArea(clinic.treatments, area);
  for (const candidate of candidates) {
    const backing = usualPrice(ground, quantity, candidate, area);
    if (backing !== undefined) return { backedBy: backing };
  }
  const total = reply.cues.in(reply.sentenceOf(from), 'total', 'saving') ? sums(ground, quantity) : undefined;
  if (total !== undefined) return { backedBy: total };
  const offers = low === high ? promotionsWith(ground, quantity, candidates, area) : [];
  const reasons = offers.map((promotion) => whyNotPromoted(ground, promotion, quantity));
  const at = reasons.indexOf(undefined);
  if (at >= 0) return { backedBy: `promotion ${offers[at]?.key ?? ''}` };
  const [reason] = reasons;
  if (reason !== undefined) return { refused: reason };
  return {
    refused: reply.cues.in(clause, 'discount', 'gift', 'favour') ? 'invented_discount' : 'wrong_price',
  };
}

/** An area without a treatment is one of those that are done there. */
function withArea(treatments: readonly Treatment[], area: string | undefined): readonly Treatment[] {
  return area === undefined
    ? treatments
    : treatments.filter(({ variants }) => variants.some((variant) => variant.area === area));
}

/** Several treatments together. */
function sums(ground: Ground, { low, from }: Quantity): string | undefined {
  const { reply } = ground;
  const parts = treatmentsIn(ground, reply.sentenceOf(from));
  if (parts.length < 2) return undefined;
  let totals = [0];
  for (const part of parts.slice(0, 4)) {
    const own = recordsIn(ground, reply.sentenceOf(from), 'treatment').find(
      ({ meaning }) => meaning.key === part.key,
    );
    const units = unitPrices(part, own?.meaning.area);
    totals = totals.flatMap((total) => units.slice(0, 8).map((unit) => total + unit));
  }
  return totals.includes(low) ? `prices of ${parts.map(({ key }) => key).join(', ')}` : undefined;
}

/** Promotions, of whatever time, out of which this amount would come. */
function promotionsWith(
  ground: Ground,
  quantity: Quantity,
  candidates: readonly Treatment[],
  area: string | undefined,
): Promotion[] {
  const { clinic } = ground;
  const counts = [1, ...countsAround(ground, quantity)];
  return clinic.promotions.filter((promotion) =>
    candidates.some((candidate) => {
      const { prices, savings } = promoted(promotion, candidate, area, clinic.treatments);
      return [...prices, ...savings].some((amount) =>
        counts.some((count) => amount * count === quantity.low),
      );
    }),
  );
}
