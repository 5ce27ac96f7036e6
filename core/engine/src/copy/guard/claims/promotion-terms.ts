import type { Promotion } from '../../../domain/clinic.ts';
import type { Span } from '../../../understanding/text/span.ts';
import type { RefusalWhy } from '../claim.ts';
import { plain } from '../guard-records.ts';
import type { Cue } from '../reading/cues.ts';
import type { Ground } from '../scope.ts';

/** Why a promotion does not back what is said at this place; nothing when it does. */
export function whyNotPromoted(
  ground: Ground,
  promotion: Promotion,
  { from, to }: Span,
): RefusalWhy | undefined {
  const { reply } = ground;
  const { today } = reply.times;
  const sentence = reply.sentenceOf(from);
  const isComing = reply.cues.in(sentence, 'coming') !== undefined;
  const isPast = reply.cues.in(sentence, 'past') !== undefined;
  if (today > promotion.validTo && !isPast) return 'expired_promo';
  if (today < promotion.validFrom && !(isComing && namesStart(ground, promotion, sentence)))
    return 'future_promo';
  return whyAgainstTerms(ground, promotion, { from, to });
}

/** A promotion that has not begun may be told of with its first day, or as one to come. */
export function namesStart({ reply }: Ground, { validFrom }: Promotion, { from, to }: Span): boolean {
  const days = reply.times.days.filter((day) => day.from >= from && day.from < to);
  const isSoon = reply.cues.in({ from, to }, 'running') === undefined;
  return days.some(({ first }) => first === validFrom) || (days.length === 0 && isSoon);
}

type Terms = { people: number; newOnly: boolean; notPackages: boolean; notStacked: boolean };

/** The terms a record's own words set. */
function termsOf({ records }: Ground, { key }: Promotion): Terms {
  const text = records.said.promotions.get(key) ?? '';
  const people = /(\d+|hai|ba|bon) (nguoi|khach|ban)\b/.exec(text)?.[1];
  const counts: Readonly<Record<string, number>> = { hai: 2, ba: 3, bon: 4 };
  const count = people === undefined ? 1 : (counts[people] ?? Number(people));
  return {
    people: /moi khach|1 khach/.test(text) && count === 1 ? 1 : count,
    newOnly: /khach moi|lan dau|buoi dau/.test(text),
    notPackages: /khong ap dung cho goi|gia le/.test(text),
    notStacked: /khong cong don/.test(text),
  };
}

function whyAgainstTerms(ground: Ground, promotion: Promotion, { from }: Span): RefusalWhy | undefined {
  const { reply } = ground;
  const terms = termsOf(ground, promotion);
  const sentence = reply.sentenceOf(from);
  const whole = { from: 0, to: reply.tokens.list.length };
  const says = (...cues: Cue[]) =>
    reply.cues.all(sentence, ...cues).some((place) => !reply.isDenied(place.from));
  if (terms.people > 1 && (says('alone') || !reply.cues.in(whole, 'together'))) return 'wrong_promo_terms';
  if (terms.newOnly && (says('everyone') || !reply.cues.in(whole, 'newOnly', 'promotionWord')))
    return 'wrong_promo_terms';
  if (terms.notPackages && says('package') && hasPackage(ground, sentence)) return 'wrong_promo_terms';
  if (terms.notStacked && says('stacks')) return 'wrong_promo_terms';
  return whyWrongDates(ground, promotion, sentence);
}

function hasPackage({ reply }: Ground, sentence: Span): boolean {
  return reply.cues
    .all(sentence, 'package')
    .some(({ from }) => /^(gói|package|thẻ|trọn)$/.test(reply.tokens.list[from]?.word ?? ''));
}

function whyWrongDates(
  { reply }: Ground,
  { title, validFrom, validTo }: Promotion,
  { from, to }: Span,
): RefusalWhy | undefined {
  // The feast in its name, "Mừng 20/10", is no day on which it begins or ends.
  const isOfName = (day: Span) => plain(title).includes(plain(reply.words(day)));
  const days = reply.times.days.filter((day) => day.from >= from && day.from < to && !isOfName(day));
  if (reply.cues.in({ from, to }, 'onlyNow') && validTo !== reply.times.today) return 'wrong_promo_terms';
  for (const day of days) {
    const { first, last, kind } = day;
    const isOutside = [first, last].some((end) => end !== null && (end < validFrom || end > validTo));
    if (isOutside) return 'wrong_promo_terms';
    // A date given with a promotion is its first or last day; "hôm nay" and weekdays only lie within.
    const isEnd = [first, last].some((end) => end === validFrom || end === validTo);
    if (kind === 'date' && /\d/.test(reply.words(day)) && !isEnd) return 'wrong_promo_terms';
  }
  return undefined;
}
