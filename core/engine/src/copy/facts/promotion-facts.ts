import { z } from 'zod';
import { Key } from '../../domain/clinic.ts';
import { Vnd } from '../../domain/money.ts';
import { nothing } from './shared-facts.ts';

const promotion = z.object({ promotion: Key });

export const promotionFacts = {
  /** `daysLeft` is set in its last days; 0 on the last. */
  'promotion.running': promotion.extend({
    daysLeft: z.number().int().nonnegative().nullable().default(null),
  }),
  /** What a treatment costs with it, and without. */
  'promotion.price': promotion.extend({
    treatment: Key,
    area: Key.nullable(),
    unit: z.string(),
    usual: Vnd,
    amount: Vnd,
  }),
  'promotion.combo': promotion.extend({ usual: Vnd, amount: Vnd }),
  'promotion.coming': promotion,
  'promotion.over': promotion,
  /** It runs, but something known speaks against it. */
  'promotion.notMet': promotion.extend({
    why: z.enum([
      'treatment',
      'area',
      'date',
      'branch',
      'weekday',
      'hours',
      'new-customer',
      'birthday',
      'min-spend',
      'quantity',
      'once',
      'people',
      'package',
      'code',
    ]),
  }),
  'promotion.none': z.object({ treatment: Key.nullable() }),
  /** Something particular was asked for that no record knows. */
  'promotion.notKnown': nothing,
  'promotion.codeUnknown': nothing,
} as const satisfies Record<string, z.ZodObject>;

export type Unmet = z.infer<(typeof promotionFacts)['promotion.notMet']>['why'];
