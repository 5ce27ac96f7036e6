import { within } from '../../../understanding/text/span.ts';
import type { FoundClaim } from '../claim.ts';
import { covers } from '../reading/facts.ts';
import type { Quantity } from '../reading/quantities.ts';
import type { Ground } from '../scope.ts';

/** Numbers no other claim has read: a number that stands in no record at all is an invention. */
export function numberClaims(ground: Ground, claims: readonly FoundClaim[]): FoundClaim[] {
  const { reply, records, clinic } = ground;
  const isRead = within(...claims);
  const unread = reply.quantities.filter(
    (one) => !(isRead(one.from) || isHarmless(one) || reply.isAsked(one.from) || reply.isDenied(one.from)),
  );
  if (unread.length === 0) return [];
  const facts = [
    ...records.ruleFacts(),
    ...clinic.treatments.flatMap(({ key }) => records.treatmentFacts(key)),
  ];
  return unread.map((quantity): FoundClaim => {
    const { from, to } = quantity;
    const fact = facts.find((one) => covers(one, quantity));
    const claim = { kind: 'number', words: reply.words({ from, to }), from, to } as const;
    return fact
      ? { ...claim, backedBy: fact.source }
      : { ...claim, refused: quantity.unit === 'customer' ? 'unsupported_claim' : 'wrong_info' };
  });
}

const counted: ReadonlySet<Quantity['unit']> = new Set([
  'time',
  'session',
  'person',
  'spot',
  'cc',
  'vnd',
  'percent',
  'branch',
  'doctor',
]);

/** "một lần", "hai chị em": few of something is a way of speaking. */
function isHarmless({ unit, high }: Quantity): boolean {
  return counted.has(unit) && high <= 4;
}
