import { minuteMs, toInstant } from '../../../domain/clinic-time.ts';
import { wordSet } from '../../../understanding/text/numbers.ts';
import type { FoundClaim } from '../claim.ts';
import type { Quantity } from '../reading/quantities.ts';
import type { Ground } from '../scope.ts';

const isAhead = wordSet('nữa tới from');
const isWithin = wordSet('trong sau khoảng in within about');
/** A stretch of time may be said rounded. */
const roundedMs = 5 * minuteMs;

/**
 * A reply in the light of what the engine decided to speak of. "trong 60 phút nữa" leads to such a moment: the number is no
 * rule's and no treatment's. And the "7h" of one who writes "15h" in the afternoon is in the morning.
 */
export function asTold(unread: Ground): { ground: Ground; claims: FoundClaim[] } {
  const ground = { ...unread, reply: withHoursAsWritten(unread) };
  const { reply } = ground;
  const told = reply.quantities.filter((quantity) => isTold(ground, quantity));
  if (told.length === 0) return { ground, claims: [] };
  return {
    ground: {
      ...ground,
      reply: { ...reply, quantities: reply.quantities.filter((quantity) => !told.includes(quantity)) },
    },
    claims: told.map(({ from, to }) => ({
      kind: 'calendar',
      words: reply.words({ from, to }),
      from,
      to,
      backedBy: 'the plan',
    })),
  };
}

function withHoursAsWritten({ reply, records, known }: Ground): Ground['reply'] {
  const told = new Set([
    ...(known.moments ?? []).map(({ time }) => time),
    ...(known.offered ?? []).flatMap(({ times }) => times),
    ...[...(known.bookings ?? []), ...(known.held ?? [])].map(({ time }) => time),
  ]);
  const clocks = reply.times.clocks.map((clock) => {
    const { start, asWritten } = clock;
    if (!asWritten || told.has(start)) return clock;
    const isMeant =
      told.has(asWritten.start) || (!records.hours.has(start) && records.hours.has(asWritten.start));
    return isMeant ? { ...clock, ...asWritten } : clock;
  });
  return { ...reply, times: { ...reply.times, clocks } };
}

function isTold({ reply, known, clinic, now }: Ground, { unit, low, high, from, to }: Quantity): boolean {
  const { tokens } = reply;
  if (unit !== 'minutes' || low !== high || !(isAhead(tokens, to) || isWithin(tokens, from - 1)))
    return false;
  const then = now + high * minuteMs;
  return (known.moments ?? []).some((moment) => Math.abs(toInstant(moment, clinic.zone) - then) <= roundedMs);
}
