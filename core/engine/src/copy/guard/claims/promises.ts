import type { Span } from '../../../understanding/text/span.ts';
import type { FoundClaim } from '../claim.ts';
import { plain } from '../guard-records.ts';
import type { Ground } from '../scope.ts';

/** Results that are vowed, boasts, and names of things no record uses. */
export function promiseClaims(ground: Ground): FoundClaim[] {
  return [...vows(ground), ...boasts(ground), ...foreignNames(ground)];
}

function refused({ reply }: Ground, { from, to }: Span, why: 'guarantee' | 'unsupported_claim'): FoundClaim {
  return { kind: 'promise', words: reply.words({ from, to }), from, to, refused: why };
}

/** Guarantees of a result; refusing to give one is none. */
function vows(ground: Ground): FoundClaim[] {
  const { reply } = ground;
  return reply.sentences.flatMap((sentence): FoundClaim[] => {
    if (reply.cues.in(sentence, 'refusesVow')) return [];
    const vowed = reply.cues.in(sentence, 'vowed');
    const vow = vowed && reply.cues.all(sentence, 'vows').find(({ from }) => !reply.isDenied(from));
    const results = reply.cues
      .all(sentence, 'forever', 'complete', 'moneyBack')
      .filter(
        ({ from, to }) => !reply.isDenied(from) && !isRecorded(ground, sentence) && !isPrice(ground, to),
      );
    const place = vow ?? results[0];
    if (!place || reply.isAsked(place.from) || isElsewhere(ground, sentence)) return [];
    return [refused(ground, place, 'guarantee')];
  });
}

/** "3 buổi hết 3tr6" says what it costs. */
function isPrice({ reply }: Ground, at: number): boolean {
  return reply.quantities.some(({ unit, from }) => unit === 'vnd' && (from === at || from === at + 1));
}

/** Words of a record itself, said back. */
function isRecorded({ reply, records }: Ground, sentence: Span): boolean {
  const said = plain(reply.words(sentence));
  return records.said.results.some((text) => said.includes(text));
}

/** A deadline or a rule may be certain: "chắc chắn đến đúng giờ", "đảm bảo vệ sinh" promise no result. */
function isElsewhere({ reply }: Ground, sentence: Span): boolean {
  return (
    reply.cues.in(sentence, 'refund') !== undefined &&
    reply.cues.in(sentence, 'vows', 'forever', 'complete', 'moneyBack') === undefined
  );
}

function boasts(ground: Ground): FoundClaim[] {
  const { reply } = ground;
  return reply.cues
    .all({ from: 0, to: reply.tokens.list.length }, 'boast')
    .filter(
      ({ from, to }) =>
        !reply.isDenied(from) &&
        !reply.isAsked(from) &&
        !isInRecords(ground, { from, to }) &&
        !isLowestPrice(ground, from),
    )
    .map((place) => refused(ground, place, 'unsupported_claim'));
}

/** "rẻ nhất là mép 99k" compares prices of the clinic's own, and those are checked as prices. */
function isLowestPrice({ reply }: Ground, at: number): boolean {
  const { from, to } = reply.clauseOf(at);
  const isPriced = reply.quantities.some((one) => one.unit === 'vnd' && one.from >= from && one.from < to);
  return isPriced && /^(rẻ nhất|cheapest)/i.test(reply.words({ from: at, to: at + 2 }));
}

function isInRecords({ reply, records }: Ground, place: Span): boolean {
  const said = plain(reply.words(place));
  return records.said.rules.some((text) => text.includes(said));
}

/** Syllables of Vietnamese, without their marks. Everything else in a Vietnamese text is a foreign word. */
const syllable = /^(ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdghklmnprstvx])?[aeiouy]{1,3}(ch|ng|nh|[cmnpt])?$/;
const isCommonForeign = new Set(
  (
    'zalo facebook messenger email hotline website web app online inbox page fanpage shop spa clinic laser combo voucher sale vip ok okay free test size style ' +
    'hello hi dear bye thanks noel valentine tet mr ms dr vat spf uv internet video link form check book booking slot deal show like sms otp qr atm visa mastercard '
  ).split(' '),
);

/** An English sentence full of Vietnamese names begins with an English word. */
const isEnglishWord = new Set(
  'the is your you for with or and to of would shall which please we it about'.split(' '),
);

/** "Juvederm", "Thermage", "FDA": a name no record uses is an invention, whatever it names. */
function foreignNames(ground: Ground): FoundClaim[] {
  const { reply, records, known } = ground;
  const { list } = reply.tokens;
  const own = new Set(
    [...(known.names ?? []), ...[...(known.bookings ?? []), ...(known.held ?? [])].map(({ name }) => name)]
      .flatMap((name) => name?.split(/\s+/) ?? [])
      .map(plain),
  );
  const marked = list.filter(({ raw }) => /[^\p{ASCII}]/u.test(raw)).length;
  if (marked * 4 < list.length || reply.isEnglish) return [];
  const begins = new Set(
    list.some(({ raw }) => isEnglishWord.has(raw.toLowerCase()))
      ? reply.sentences.map(({ from }) => from)
      : [],
  );
  return list.flatMap((token, at): FoundClaim[] => {
    const isNamed = /^\p{Lu}/u.test(token.raw) && token.raw.length > 2;
    const word = plain(token.raw);
    const isKnown =
      own.has(word) ||
      records.vocabulary.has(word) ||
      isCommonForeign.has(word) ||
      syllable.test(word) ||
      known.notes?.includes(token.raw);
    const isPart =
      token.before === '' || /[@./]/.test(token.before) || /[@]/.test(list[at + 1]?.before ?? '');
    const isPersons = reply.names.some(({ from, to }) => at >= from && at < to && to - from > 1);
    if (
      begins.has(at) ||
      !isNamed ||
      isKnown ||
      isPart ||
      isPersons ||
      reply.isDenied(at) ||
      reply.isAsked(at)
    )
      return [];
    return [refused(ground, { from: at, to: at + 1 }, 'unsupported_claim')];
  });
}
