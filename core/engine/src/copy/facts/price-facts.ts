import { z } from 'zod';
import { Key } from '../../domain/clinic.ts';
import { Vnd } from '../../domain/money.ts';
import { nothing, treatment } from './shared-facts.ts';

const priced = z.object({ treatment: Key, area: Key.nullable(), unit: z.string() });
const sessions = z.number().int().positive();

export const priceFacts = {
  'price.fixed': priced.extend({ amount: Vnd }),
  'price.from': priced.extend({ min: Vnd }),
  /** Before it is known who performs it. */
  'price.fromPerformer': priced.extend({ min: Vnd }),
  'price.range': priced.extend({ min: Vnd, max: Vnd }),
  'price.free': treatment,
  'price.package': treatment.extend({ sessions, amount: Vnd }),
  /** It differs by area: the cheapest and the dearest, each with its area. */
  'price.areas': treatment.extend({ unit: z.string(), min: Vnd, minArea: Key, max: Vnd, maxArea: Key }),
  /** Several treatments, a line for each; without `max` the price begins at `min`. */
  'price.list': z.object({
    lines: z.array(priced.extend({ min: Vnd, max: Vnd.nullable() })).min(1),
  }),
  'price.which': nothing,
  /** Too dear: heard, and why no discount is invented. The next three say what there is instead. */
  'objection.heard': nothing,
  'objection.included': treatment,
  'objection.package': treatment.extend({ sessions, amount: Vnd, perSession: Vnd }),
  'objection.cheaper': priced.extend({ amount: Vnd }),
  'objection.freeConsultation': treatment,
} as const satisfies Record<string, z.ZodObject>;
