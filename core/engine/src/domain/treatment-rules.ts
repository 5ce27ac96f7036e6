import type { Clinic, Key, Price, Staff, Treatment } from './clinic.ts';
import type { TreatmentRules } from './treatment-graph.ts';

/**
 * The rules of a treatment; where the clinic wrote none, cautious ones: no course, nothing kept apart, and a doctor decides
 * about pregnancy.
 */
export function rulesOf(treatment: Treatment): TreatmentRules {
  return (
    treatment.rules ?? {
      prerequisites: [],
      apart: [],
      sessions: { min: 1, max: treatment.package?.sessions ?? 1 },
      interval: { minDays: 0, bestDays: treatment.rebookIntervalDays },
      downtimeDays: 0,
      pregnancy: 'doctor',
      breastfeeding: 'doctor',
    }
  );
}

/** Who may perform a treatment. */
export function performersOf(clinic: Pick<Clinic, 'staff'>, treatment: Key): readonly Staff[] {
  return clinic.staff.filter(({ skills }) => skills.includes(treatment));
}

/**
 * What a treatment costs, as far as it is known. While the person is open and their levels have different prices, it is a price
 * from the lowest on, and has to be said as one.
 */
export function priceOf(
  clinic: Pick<Clinic, 'staff'>,
  treatment: Treatment,
  wish: { area?: Key | undefined; staff?: Key | undefined },
): Price {
  const { unit } = treatment.price;
  const variant = treatment.variants.find(({ area }) => area === wish.area);
  const listed: Price = variant ? { kind: 'fixed', amount: variant.amount, unit } : treatment.price;
  const levels = treatment.levelPrices ?? [];
  if (levels.length === 0) return listed;
  const people = performersOf(clinic, treatment.key).filter(
    ({ key }) => wish.staff === undefined || key === wish.staff,
  );
  const prices = people.map(({ level }): Price => {
    const own = levels.find((candidate) => candidate.level === level);
    return own ? { kind: 'fixed', amount: own.amount, unit } : listed;
  });
  const [first = listed, ...others] = prices;
  const isOne = others.every((price) => lowest(price) === lowest(first) && price.kind === first.kind);
  return isOne ? first : { kind: 'from', min: Math.min(...prices.map(lowest)), unit };
}

function lowest(price: Price): number {
  return price.kind === 'fixed' ? price.amount : price.min;
}
