import type { FoundClaim } from '../claim.ts';
import type { Ground } from '../scope.ts';

/** An assistant that says it is a person. */
export function identityClaims(ground: Ground): FoundClaim[] {
  const { reply } = ground;
  return reply.cues
    .all({ from: 0, to: reply.tokens.list.length }, 'human')
    .filter((place) => {
      const clause = reply.sentenceOf(place.from);
      const isTurned =
        reply.isDenied(place.from) && !/bot|robot|máy|phần mềm|ảo/.test(reply.words(place).toLowerCase());
      const isAssistant = reply.cues
        .all(clause, 'assistant')
        .some(({ from, to }) => !(from >= place.from && to <= place.to) && !reply.isDenied(from));
      return !isTurned && !isAssistant && !reply.isAsked(place.from);
    })
    .slice(0, 1)
    .map(
      ({ from, to }) =>
        ({ kind: 'identity', words: reply.words({ from, to }), from, to, refused: 'claims_human' }) as const,
    );
}
