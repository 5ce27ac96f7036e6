import { z } from 'zod';

/** A Vietnamese mobile number as people write it at home: ten digits, leading 0 (0912345678). */
export const Phone = z.string().regex(/^0[35789]\d{8}$/);
export type Phone = z.infer<typeof Phone>;

/** Accepts 0912 345 678, 0912.345.678, +84 912 345 678 or 84912345678; anything else is not a phone. */
export function toPhone(written: string): Phone | undefined {
  const digits = written.replace(/[\s.\-()]/g, '').replace(/^\+?84(?=[35789]\d{8}$)/, '0');
  const parsed = Phone.safeParse(digits);
  return parsed.success ? parsed.data : undefined;
}
