import type { Treatment } from '../../../domain/clinic.ts';
import type { Quantity } from '../reading/quantities.ts';
import type { Ground } from '../scope.ts';
import { priceEnds, unitPrices } from './prices.ts';

/** The record that holds this amount as the treatment's usual price, or one that follows from it. */
export function usualPrice(
  ground: Ground,
  quantity: Quantity,
  treatment: Treatment,
  area: string | undefined,
): string | undefined {
  const { reply } = ground;
  const { low, high, from } = quantity;
  const clause = reply.clauseOf(from);
  const units = unitPrices(treatment, area);
  const { lowest, highest } = priceEnds(treatment);
  const backing = `price of ${treatment.key}`;
  if (!hasRightUnit(ground, quantity, treatment)) return undefined;
  if (low !== high) return low === lowest && high === highest ? backing : undefined;
  const isPerOne =
    reply.cues.in({ from: quantity.to, to: Math.min(clause.to, quantity.to + 2) }, 'perOne') !== undefined ||
    isSlashed(ground, quantity);
  const counts = countsAround(ground, quantity);
  const times = isPerOne ? [1] : counts.length > 0 ? counts : [1];
  if (reply.cues.in(clause, 'discount', 'favour') && !reply.cues.in(clause, 'left')) {
    // "giảm 200k" is no price, even where the number is one.
    const isAmountOff =
      reply.cues.in({ from: Math.max(clause.from, from - 4), to: from }, 'discount', 'favour') !== undefined;
    const isStill =
      reply.cues.in({ from: Math.max(clause.from, from - 3), to: from }, 'promotionWord') === undefined;
    if (isAmountOff && !isStill) return undefined;
  }
  if (times.some((count) => units.some((unit) => unit * count === low))) return backing;
  if (!isPerOne && reply.cues.in(clause, 'perOne') && units.includes(low)) return backing;
  const pack = treatment.package;
  const isPackage = reply.cues.in(clause, 'package', 'total') !== undefined || counts.length > 0;
  if (
    pack &&
    low === pack.amount &&
    isPackage &&
    !isPerOne &&
    counts.every((count) => count === pack.sessions || count === 1)
  )
    return `package of ${treatment.key}`;
  if (pack && low === Math.round(pack.amount / pack.sessions)) return `package of ${treatment.key}`;
  if (
    pack &&
    reply.cues.in(reply.sentenceOf(from), 'saving') &&
    units.some((unit) => unit * pack.sessions - pack.amount === low)
  )
    return `package of ${treatment.key}`;
  if (
    treatment.deposit > 0 &&
    reply.cues.in(reply.sentenceOf(from), 'left', 'deposit') &&
    units.includes(low + treatment.deposit)
  )
    return backing;
  const around = { from: Math.max(clause.from, from - 3), to: from };
  const isBeginning =
    reply.cues.in(around, 'fromPrice') !== undefined ||
    reply.cues.in(clause, 'fromPrice', 'depends') !== undefined;
  if (isBeginning && low === lowest && (area === undefined || units.includes(low))) return backing;
  const isEnd = reply.cues.in(around, 'upTo') !== undefined;
  return isEnd && low === highest ? backing : undefined;
}

/** Sessions, people or cc that are counted beside an amount. */
export function countsAround({ reply }: Ground, quantity: Quantity): number[] {
  const clause = reply.clauseOf(quantity.from);
  return reply.quantities
    .filter(
      ({ unit, from, low, high }) =>
        (unit === 'session' || unit === 'person' || unit === 'cc' || unit === 'time' || unit === 'spot') &&
        low === high &&
        from >= clause.from &&
        from < clause.to,
    )
    .map(({ low }) => low);
}

function isSlashed({ reply }: Ground, { to }: Quantity): boolean {
  return reply.tokens.list[to]?.before.trim() === '/';
}

const perUnits: readonly (readonly [word: string, units: readonly string[]])[] = [
  ['cc', ['cc', 'ml']],
  ['ml', ['cc', 'ml']],
  ['vùng', ['vùng']],
  ['nốt', ['nốt']],
  ['tháng', ['tháng']],
  ['năm', ['năm']],
  ['gói', ['gói']],
];

/** "/vùng" for what is sold by the cc is another price, though the number is the same. */
function hasRightUnit(ground: Ground, quantity: Quantity, { price: recorded, variants }: Treatment): boolean {
  if (!isSlashed(ground, quantity)) return true;
  const word = ground.reply.tokens.list[quantity.to]?.word ?? '';
  const strict = perUnits.find(([said]) => said === word)?.[1];
  if (!strict) return true;
  return (
    strict.some((unit) => recorded.unit.startsWith(unit)) ||
    (word === 'vùng' && variants.length > 0 && recorded.unit !== 'cc')
  );
}
