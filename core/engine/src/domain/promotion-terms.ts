import { z } from 'zod';
import { LocalTime, weekdays } from './clinic-time.ts';
import { Key } from './key.ts';
import { Vnd } from './money.ts';

/**
 * Who may have a promotion, and when, as arithmetic understands it. What a term leaves out is not asked for. The words of
 * `Promotion.conditions` stay what is said.
 */
export const PromotionTerms = z.strictObject({
  branches: z.array(Key).nonempty().optional(),
  weekdays: z.array(z.enum(weekdays)).nonempty().optional(),
  /** Within each of its days, the last minute excluded. */
  hours: z.strictObject({ from: LocalTime, to: LocalTime }).optional(),
  /** Only for somebody who has never been treated here. */
  newCustomers: z.boolean().optional(),
  /** Around the customer's birthday, in the clinic's time. */
  birthday: z.enum(['day', 'month']).optional(),
  /** Of the bill before any reduction. */
  minSpend: Vnd.optional(),
  /** How often it can be had in all. */
  quantity: z.number().int().positive().optional(),
  oncePerCustomer: z.boolean().optional(),
  /** So many people who come together. */
  people: z.number().int().min(2).max(20).optional(),
  /** Also on the price of a package; else on single sessions only. */
  packages: z.boolean().optional(),
  /** Said by the customer, in any spelling of case and spaces. */
  code: z
    .string()
    .regex(/^[A-Z0-9]{3,20}$/)
    .optional(),
  /** Whether it may be had together with others that allow it too; else it stands alone. */
  stacks: z.boolean().optional(),
});
export type PromotionTerms = z.infer<typeof PromotionTerms>;
