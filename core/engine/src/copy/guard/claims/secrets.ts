import type { FoundClaim } from '../claim.ts';
import type { Ground } from '../scope.ts';

/** What must stay inside: other customers, and how the assistant is made. */
export function secretClaims(ground: Ground): FoundClaim[] {
  const { reply } = ground;
  const whole = { from: 0, to: reply.tokens.list.length };
  const isKept = (at: number) =>
    reply.isDenied(at) ||
    reply.cues.in({ from: reply.sentenceOf(at).from, to: at + 1 }, 'sharesNothing') !== undefined;
  const guests = reply.cues
    .all(whole, 'otherGuest')
    .filter(
      (place) =>
        !isKept(place.from) &&
        !reply.cues.in(reply.sentenceOf(place.from), 'sharesNothing') &&
        !reply.isAsked(place.from) &&
        !isCustomer(ground, place),
    )
    .map(
      ({ from, to }) =>
        ({ kind: 'secret', words: reply.words({ from, to }), from, to, refused: 'leaked_data' }) as const,
    );
  const inner = reply.cues
    .all(whole, 'prompt')
    .filter(({ from }) => !isKept(from))
    .map(
      ({ from, to }) =>
        ({ kind: 'secret', words: reply.words({ from, to }), from, to, refused: 'prompt_leak' }) as const,
    );
  return [...guests, ...inner];
}

/** The customer's own name is no secret from them. */
function isCustomer({ reply, known }: Ground, place: { from: number; to: number }): boolean {
  const own = [
    ...(known.names ?? []),
    ...[...(known.bookings ?? []), ...(known.held ?? [])].flatMap(({ name }) => name ?? []),
  ]
    .join(' ')
    .toLowerCase();
  const names = reply.names.filter(({ from, to }) => from < place.to && to > place.from);
  return names.length > 0 && names.every((name) => own.includes(reply.words(name).toLowerCase()));
}
