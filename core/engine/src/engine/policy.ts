import type { Capabilities } from '../contracts/channel-adapter.ts';
import type { SendJob } from '../contracts/outbox-store.ts';
import { hourMs, type Instant, minuteMs, toLocal, toMinutes } from '../domain/clinic-time.ts';

export type PolicyVerdict =
  | { kind: 'allowed' }
  | { kind: 'withheld'; why: 'window-closed' | 'window-metered' | 'opted-out' }
  /** Not now, but later the same message may go. */
  | { kind: 'postponed'; afterMs: number; why: 'quiet-hours' };

/** Nobody is disturbed by what they did not ask for before 07:00 or from 22:00 (Decree 91/2020, held to as our own rule). */
const quiet = { from: 22 * 60, to: 7 * 60 };

/** May this be said now, on this channel, to this customer? Answers to the customer are always timely; the rest must ask. */
export function policy(
  job: Pick<SendJob, 'proactive' | 'optedOut' | 'customerSpokeAt'>,
  { replyWindow }: Pick<Capabilities, 'replyWindow'>,
  zone: string,
  now: Instant,
): PolicyVerdict {
  const silence = job.customerSpokeAt === null ? Number.POSITIVE_INFINITY : now - job.customerSpokeAt;
  if (silence > Math.max(replyWindow.freeMs, replyWindow.meteredMs)) {
    return { kind: 'withheld', why: 'window-closed' };
  }
  if (!job.proactive) return { kind: 'allowed' };
  if (job.optedOut) return { kind: 'withheld', why: 'opted-out' };
  if (silence > replyWindow.freeMs) return { kind: 'withheld', why: 'window-metered' };
  const minute = toMinutes(toLocal(now, zone).time);
  if (minute >= quiet.from || minute < quiet.to) {
    const untilMorning = (quiet.to - minute + 24 * 60) % (24 * 60);
    return { kind: 'postponed', afterMs: Math.min(untilMorning * minuteMs, 24 * hourMs), why: 'quiet-hours' };
  }
  return { kind: 'allowed' };
}
