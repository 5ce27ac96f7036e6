import { z } from 'zod';
import { Key } from '../../domain/clinic.ts';
import { Vnd } from '../../domain/money.ts';
import { nothing, treatment } from './shared-facts.ts';

const priced = z.object({ treatment: Key, area: Key.nullable(), unit: z.string() });

export const priceFacts = {
  'price.fixed': priced.extend({ amount: Vnd }),
  'price.from': priced.extend({ min: Vnd }),
  'price.range': priced.extend({ min: Vnd, max: Vnd }),
  'price.free': treatment,
  'price.package': treatment.extend({ sessions: z.number().int().positive(), amount: Vnd }),
  'price.which': nothing,
} as const satisfies Record<string, z.ZodObject>;
