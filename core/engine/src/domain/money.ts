import { z } from 'zod';

/** An amount of money in whole Vietnamese đồng. Fractions of a đồng do not exist. */
export const Vnd = z.number().int().nonnegative().max(1_000_000_000_000);
export type Vnd = z.infer<typeof Vnd>;

/** 600000 → "600.000đ", the way price lists in Vietnam print it. */
export function formatVnd(amount: Vnd): string {
  return `${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')}đ`;
}
