import { dayMs, type Instant } from '@glowbot/core';
import { z } from 'zod';

const Stamp = z.union([
  z.number(),
  z
    .string()
    .regex(/^\d{1,16}$/)
    .transform(Number),
]);

/**
 * The first stamp that can be an instant. Vendors send milliseconds or seconds, numbers or digits, zero or nothing
 * (Messenger webhook captures); a stamp from the future would hold a reply window open, so it does not count.
 */
export function vendorTime(stamps: readonly unknown[], receivedAt: Instant): Instant {
  for (const stamp of stamps) {
    const parsed = Stamp.safeParse(stamp);
    if (!parsed.success || !Number.isFinite(parsed.data) || parsed.data <= 0) continue;
    const at = Math.trunc(parsed.data < 1e11 ? parsed.data * 1000 : parsed.data);
    if (at <= receivedAt + dayMs) return at;
  }
  return receivedAt;
}
