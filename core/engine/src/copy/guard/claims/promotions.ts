import type { Promotion, Treatment } from '../../../domain/clinic.ts';
import type { Span } from '../../../understanding/text/span.ts';
import type { FoundClaim, RefusalWhy } from '../claim.ts';
import { plain } from '../guard-records.ts';
import { type Ground, treatmentsAbout, treatmentsIn } from '../scope.ts';
import { namesStart, whyNotPromoted } from './promotion-terms.ts';

/** What is said of promotions: shares, gifts, favours, running times and terms. Amounts are read with the money. */
export function promotionClaims(ground: Ground): FoundClaim[] {
  return [...percentClaims(ground), ...giftClaims(ground), ...runningClaims(ground), ...termClaims(ground)];
}

function claimOf(
  { reply }: Ground,
  { from, to }: Span,
  verdict: { backedBy: string } | { refused: RefusalWhy },
): FoundClaim {
  return { kind: 'promotion', words: reply.words({ from, to }), from, to, ...verdict };
}

function percentClaims(ground: Ground): FoundClaim[] {
  const { reply, records } = ground;
  return reply.quantities.flatMap((quantity): FoundClaim[] => {
    if (quantity.unit !== 'percent') return [];
    const { from } = quantity;
    const clause = reply.clauseOf(from);
    const sentence = reply.sentenceOf(from);
    const isDenied = reply.isDenied(from) || reply.cues.in(sentence, 'refusesVow') !== undefined;
    if (isDenied || isOver(ground, sentence)) return [];
    const rule = ruleOf(ground, sentence, clause);
    if (rule) {
      const fact = records
        .ruleFacts()
        .find(
          (one) =>
            one.unit === 'percent' &&
            one.low === quantity.low &&
            !one.source.startsWith('promotion') &&
            rule.test(one.words),
        );
      return [claimOf(ground, quantity, fact ? { backedBy: fact.source } : { refused: 'wrong_policy' })];
    }
    if (reply.cues.in(sentence, 'discount', 'promotionWord', 'favour')) return [share(ground, quantity)];
    return [
      claimOf(ground, quantity, {
        refused: reply.cues.in(sentence, 'vows', 'vowed') ? 'guarantee' : 'unsupported_claim',
      }),
    ];
  });
}

function ruleOf({ reply }: Ground, sentence: Span, clause: Span): RegExp | undefined {
  if (reply.cues.in(sentence, 'installment')) return /tra gop/;
  if (reply.cues.in(sentence, 'refund') && !reply.cues.in(clause, 'discount')) return /hoan/;
  if (reply.cues.in(clause, 'deposit')) return /coc/;
  return undefined;
}

function share(
  ground: Ground,
  quantity: { from: number; to: number; low: number; high: number },
): FoundClaim {
  const { clinic, reply } = ground;
  const sameShare = clinic.promotions.filter(
    ({ offer }) =>
      offer.kind === 'percent' && offer.percent === quantity.low && quantity.low === quantity.high,
  );
  const about = treatmentsAbout(ground, quantity.from);
  const all = about.length > 0 ? treatmentsIn(ground, reply.sentenceOf(quantity.from)) : about;
  const list = all.length > 0 ? all : about;
  const fitting = sameShare.filter(({ treatments }) => list.every(({ key }) => treatments.includes(key)));
  const reasons = fitting.map((promotion) => whyNotPromoted(ground, promotion, quantity));
  const at = reasons.indexOf(undefined);
  if (at >= 0) return claimOf(ground, quantity, { backedBy: `promotion ${fitting[at]?.key ?? ''}` });
  const why = reasons[0] ?? (sameShare.length > 0 ? 'wrong_promo_terms' : 'invented_discount');
  return claimOf(ground, quantity, { refused: why });
}

/** "đã hết hạn": what is over is not promised. */
function isOver({ reply }: Ground, sentence: Span): boolean {
  return reply.cues.in(sentence, 'past') !== undefined && reply.cues.in(sentence, 'running') === undefined;
}

function giftClaims(ground: Ground): FoundClaim[] {
  const { reply } = ground;
  return reply.cues
    .all({ from: 0, to: reply.tokens.list.length }, 'gift', 'favour', 'special')
    .flatMap((place): FoundClaim[] => {
      const sentence = reply.sentenceOf(place.from);
      const isSpecial = reply.cues.in(place, 'gift', 'favour') === undefined;
      if (isSpecial && !reply.cues.in(reply.clauseOf(place.from), 'discount', 'gift', 'promotionWord'))
        return [];
      if (reply.isDenied(place.from) || isDeniedInside(ground, place) || isOver(ground, sentence)) return [];
      return [claimOf(ground, place, { refused: 'invented_discount' })];
    });
}

/** "ưu đãi riêng thì em không tự hứa được" gives none. */
function isDeniedInside({ reply }: Ground, place: Span): boolean {
  return reply.cues.in(reply.clauseOf(place.from), 'denies') !== undefined;
}

/** "đang có ưu đãi", "chương trình 20/10 vẫn áp dụng": a promotion without a number must be one that runs. */
function runningClaims(ground: Ground): FoundClaim[] {
  const { reply, clinic } = ground;
  const { today } = reply.times;
  return reply.sentences.flatMap((sentence): FoundClaim[] => {
    const place = reply.cues.in(sentence, 'promotionWord');
    if (!place || reply.isDenied(place.from) || isOver(ground, sentence) || reply.isAsked(place.from))
      return [];
    const hasNumber = reply.quantities.some(
      ({ unit, from }) =>
        (unit === 'vnd' || unit === 'percent') && from >= sentence.from && from < sentence.to,
    );
    if (hasNumber || reply.cues.in(sentence, 'denies')) return [];
    const byName = clinic.promotions.filter((promotion) => isNamed(ground, promotion, sentence));
    const treatments = treatmentsIn(ground, sentence);
    const meant =
      byName.length > 0 ? byName : clinic.promotions.filter((promotion) => fits(promotion, treatments));
    const isRunning = reply.cues.in(sentence, 'running') !== undefined || byName.length > 0;
    if (!isRunning) return [];
    if (meant.length === 0) return [claimOf(ground, place, { refused: 'invented_discount' })];
    const reasons = meant.map((promotion) =>
      today > promotion.validTo
        ? ('expired_promo' as const)
        : today < promotion.validFrom && !namesStart(ground, promotion, sentence)
          ? ('future_promo' as const)
          : undefined,
    );
    const at = reasons.indexOf(undefined);
    const why = reasons[0];
    return [
      claimOf(
        ground,
        place,
        at >= 0 || why === undefined
          ? { backedBy: `promotion ${meant[Math.max(at, 0)]?.key ?? ''}` }
          : { refused: why },
      ),
    ];
  });
}

function fits({ treatments }: Promotion, about: readonly Treatment[]): boolean {
  return about.length === 0 || about.some(({ key }) => treatments.includes(key));
}

/** "20/10", "Giáng sinh", "Tết": the words of a title that no other title has. */
function isNamed({ reply, clinic }: Ground, promotion: Promotion, sentence: Span): boolean {
  const said = ` ${plain(reply.words(sentence)).replace(/[^\p{L}\p{N}/]+/gu, ' ')} `;
  const wordsOf = ({ title, treatments }: Promotion) => {
    const names = clinic.treatments
      .filter(({ key }) => treatments.includes(key))
      .map(({ name }) => plain(name))
      .join(' ');
    return plain(title)
      .split(/[^\p{L}\p{N}/]+/u)
      .filter(
        (word) => (word.length > 2 || /\d\/\d/.test(word)) && !names.includes(word) && !/^\d+$/.test(word),
      );
  };
  const others = new Set(clinic.promotions.filter(({ key }) => key !== promotion.key).flatMap(wordsOf));
  const own = wordsOf(promotion).filter((word) => !others.has(word) && !common.has(word));
  return own.some((word) => said.includes(` ${word} `) || (word === 'giang' && said.includes(' noel ')));
}

const common: ReadonlySet<string> = new Set([
  'giam',
  'gia',
  'moi',
  'nguoi',
  'buoi',
  'dau',
  'mung',
  'don',
  'combo',
  '000d',
  'cho',
  'khach',
  'uu',
  'dai',
  'nach',
  'long',
]);

/** Terms said without a number: who may have a promotion, and whether two go together. */
function termClaims(ground: Ground): FoundClaim[] {
  const { reply } = ground;
  return reply.sentences.flatMap((sentence): FoundClaim[] => {
    const place = reply.cues.in(sentence, 'stacks');
    if (!place || reply.isDenied(place.from)) return [];
    return [claimOf(ground, place, { refused: 'wrong_promo_terms' })];
  });
}
