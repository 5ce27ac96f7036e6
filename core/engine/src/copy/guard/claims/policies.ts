import type { Span } from '../../../understanding/text/span.ts';
import type { FoundClaim, RefusalWhy } from '../claim.ts';
import { plain } from '../guard-records.ts';
import { covers } from '../reading/facts.ts';
import type { Cue } from '../reading/cues.ts';
import type { Quantity } from '../reading/quantities.ts';
import { type Ground, treatmentsAbout, treatmentsIn } from '../scope.ts';

/** The clinic's rules: deposits, cancelling, changing, lateness, payment, refunds, minors. */
export function policyClaims(ground: Ground): FoundClaim[] {
  return [
    ...ruleNumbers(ground),
    ...boundless(ground),
    ...depositClaims(ground),
    ...methodClaims(ground),
    ...minorClaims(ground),
  ];
}

function claimOf(
  { reply }: Ground,
  { from, to }: Span,
  verdict: { backedBy: string } | { refused: RefusalWhy },
): FoundClaim {
  return { kind: 'policy', words: reply.words({ from, to }), from, to, ...verdict };
}

const wrong = { refused: 'wrong_policy' } as const;

/** Each subject with the words by which its rule is found among the records. */
const subjects: readonly (readonly [cue: Cue, recorded: RegExp])[] = [
  ['installment', /tra gop|installment/],
  ['refund', /hoan|refund/],
  ['late', /tre|muon|giu cho|late/],
  ['reschedule', /doi lich|doi|reschedul/],
  ['cancel', /huy|cancel/],
  ['invoice', /hoa don|vat|invoice/],
  ['warranty', /dam|bao hanh|tai kham|warranty/],
  ['lead', /dat truoc|bao truoc|truoc|advance/],
  ['callBack', /lien he|nhan lai|goi|phan hoi/],
  ['deposit', /coc|deposit/],
];

/** Subjects whose words also occur where a treatment is described. */
const loose: ReadonlySet<Cue> = new Set<Cue>(['late', 'warranty', 'lead', 'callBack', 'invoice']);

const ruleUnits: ReadonlySet<string> = new Set(['minutes', 'months', 'time']);
/** Of these also the share is a rule: how much comes back, how much it costs more. */
const shared: ReadonlySet<Cue> = new Set<Cue>(['refund', 'installment']);

/** Hours, days and counts in a rule. */
function ruleNumbers(ground: Ground): FoundClaim[] {
  const { reply, records } = ground;
  return reply.quantities.flatMap((quantity): FoundClaim[] => {
    if (reply.isAsked(quantity.from)) return [];
    const isShare = quantity.unit === 'percent' && !reply.isDenied(quantity.from);
    if (!ruleUnits.has(quantity.unit) && !isShare) return [];
    const said = subjectsOf(ground, quantity).filter(([cue]) => !isShare || shared.has(cue));
    if (said.length === 0) return [];
    const treatments = treatmentsAbout(ground, quantity.from);
    const facts = [
      ...records.ruleFacts().filter(({ words }) => said.some(([, recorded]) => recorded.test(words))),
      ...(said.some(([cue]) => cue === 'warranty')
        ? treatments.flatMap(({ key }) => records.treatmentFacts(key))
        : []),
    ];
    const isLoose = said.every(([cue]) => loose.has(cue));
    const ofTreatment = isLoose ? treatments.flatMap(({ key }) => records.treatmentFacts(key)) : [];
    const fact =
      facts.find((one) => covers(one, quantity) && one.low === quantity.low) ??
      ofTreatment.find((one) => covers(one, quantity));
    return [claimOf(ground, quantity, fact ? { backedBy: fact.source } : wrong)];
  });
}

function subjectsOf({ reply }: Ground, { from, unit, low }: Quantity): (typeof subjects)[number][] {
  const clause = reply.clauseOf(from);
  const sentence = reply.sentenceOf(from);
  const isOnce = unit === 'time' && low === 1;
  const within = (span: Span) => subjects.filter(([cue]) => reply.cues.in(span, cue) !== undefined);
  const own = within(clause);
  if (own.length > 0) return own.some(([cue]) => cue === 'warranty') || !isOnce ? own : [];
  return isOnce ? [] : within({ from: sentence.from, to: clause.from }).slice(-1);
}

/** "bao nhiêu lần cũng được", "không đến vẫn trả lại cọc" */
function boundless(ground: Ground): FoundClaim[] {
  const { reply } = ground;
  return reply.sentences.flatMap((sentence): FoundClaim[] => {
    const isRule =
      reply.cues.in(sentence, 'cancel', 'reschedule', 'late', 'deposit', 'refund', 'payment') !== undefined;
    const places = [
      ...(isRule ? reply.cues.all(sentence, 'unlimited') : []),
      ...reply.cues.all(sentence, 'keepsDeposit'),
    ];
    return places
      .filter((place) => !reply.isDenied(place.from) && !reply.isAsked(place.from) && !isLost(ground, place))
      .map((place) => claimOf(ground, place, wrong));
  });
}

/** "không đến thì mất cọc" says the rule. */
function isLost({ reply }: Ground, { from }: Span): boolean {
  const words = plain(reply.words(reply.clauseOf(from)));
  return /\bmat coc\b/.test(words) && !/khong (bi )?mat coc|khong mat/.test(words);
}

/** That a deposit is needed, or not. */
function depositClaims(ground: Ground): FoundClaim[] {
  const { reply } = ground;
  return reply.sentences.flatMap((sentence): FoundClaim[] =>
    sentence.clauses.flatMap((clause): FoundClaim[] => {
      const place = reply.cues.in(clause, 'deposit');
      if (!place || reply.isAsked(place.from)) return [];
      const treatments = treatmentsIn(ground, clause);
      const about = treatments.length > 0 ? treatments : treatmentsIn(ground, sentence).slice(-1);
      if (about.length === 0) return [];
      const none = reply.cues.in(clause, 'noDeposit');
      const isNone = none !== undefined;
      const needs = !isNone && /\b(can|phai|coc|requires?|needs?|dat)\b/.test(plain(reply.words(clause)));
      if (isNone)
        return [
          claimOf(
            ground,
            none,
            about.some(({ deposit }) => deposit > 0) ? wrong : { backedBy: 'no deposit' },
          ),
        ];
      return needs
        ? [
            claimOf(
              ground,
              place,
              about.every(({ deposit }) => deposit > 0) ? { backedBy: 'deposit' } : wrong,
            ),
          ]
        : [];
    }),
  );
}

/** Ways to pay that the clinic's rule does not name. */
function methodClaims(ground: Ground): FoundClaim[] {
  const { reply, records } = ground;
  return reply.cues
    .all({ from: 0, to: reply.tokens.list.length }, 'otherMethods')
    .filter(
      ({ from }) =>
        reply.cues.in(reply.sentenceOf(from), 'payment', 'deposit') !== undefined &&
        !reply.isDenied(from) &&
        !reply.isAsked(from),
    )
    .map((place) =>
      claimOf(
        ground,
        place,
        records.said.rules.some((text) => text.includes(plain(reply.words(place))))
          ? { backedBy: 'policy payment' }
          : wrong,
      ),
    );
}

const adult = 18;

/** What somebody under age may have, and with whom. */
function minorClaims(ground: Ground): FoundClaim[] {
  const { reply } = ground;
  return reply.sentences.flatMap((sentence): FoundClaim[] => {
    const ages = reply.quantities.filter(
      ({ unit, from }) => unit === 'age' && from >= sentence.from && from < sentence.to,
    );
    const place = reply.cues.in(sentence, 'minors');
    if (!place || reply.isAsked(place.from)) return [];
    const isUnder = /(duoi|chua du|under|minors?|vi thanh nien|underage)/.test(plain(reply.words(sentence)));
    const youngest = Math.min(...ages.map(({ low }) => low), isUnder ? adult - 1 : adult);
    const alone = reply.cues.in(sentence, 'noGuardian');
    if (alone && youngest < adult) return [claimOf(ground, alone, wrong)];
    const permit = reply.cues.all(sentence, 'permits').find(({ from }) => !reply.isDenied(from));
    const isRefused = reply.cues.in(sentence, 'denies') !== undefined;
    if (!permit || isRefused || youngest >= adult) return [];
    const treatments = treatmentsAbout(ground, place.from);
    const isAllowed =
      treatments.length > 0 &&
      treatments.every(({ minAge }) => minAge <= youngest) &&
      reply.cues.in({ from: 0, to: reply.tokens.list.length }, 'guardian') !== undefined;
    return [claimOf(ground, permit, isAllowed ? { backedBy: 'minimum age' } : wrong)];
  });
}
