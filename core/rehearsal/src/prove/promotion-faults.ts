import type { Clinic, Promotion } from '@glowbot/core';
import type { RecordFault } from './finding.ts';

/** What makes a promotion one that can never be offered, or not as it is written. */
export function promotionFaults({
  promotions,
  treatments,
}: Clinic): (RecordFault & { promotion: Promotion })[] {
  return promotions.flatMap((promotion) => {
    const { key, validFrom, validTo, area } = promotion;
    const meant = treatments.filter((one) => promotion.treatments.includes(one.key));
    const unknown = promotion.treatments.filter((wanted) => !meant.some((one) => one.key === wanted));
    const hasArea =
      area === undefined || meant.some(({ variants }) => variants.some((variant) => variant.area === area));
    const whys = [
      ...(validFrom > validTo ? [`it ends on ${validTo}, before it begins on ${validFrom}`] : []),
      ...unknown.map((wanted) => `it is for ${wanted}, which is no treatment`),
      ...(hasArea ? [] : [`it is for the area ${area}, which none of its treatments has`]),
    ];
    return whys.map((why) => ({ kind: 'promotion' as const, about: key, why, promotion }));
  });
}
