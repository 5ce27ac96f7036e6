import type { promotionFacts, Unmet } from '../facts/promotion-facts.ts';
import type { Sentences } from '../catalogue.ts';
import type { Words } from '../words.ts';
import { unitName } from './unit-name.ts';

/** Titles and conditions stay in the clinic's own words: translated by a machine they would be other promises. */
export const promotion: Sentences<typeof promotionFacts> = {
  'promotion.running': [
    ({ promotion: key, daysLeft }, words) =>
      `The promotion “${words.promotion(key).title}”${scope(key, words)} is running ${until(key, daysLeft, words)}.${conditions(key, words)}`,
    ({ promotion: key, daysLeft }, words) =>
      `We have the promotion “${words.promotion(key).title}”${scope(key, words)} ${until(key, daysLeft, words)}.${conditions(key, words)}`,
  ],
  'promotion.price': [
    (facts, words) =>
      `With the promotion “${words.promotion(facts.promotion).title}”, ${words.treatment(facts.treatment, facts.area)} is ${words.money(facts.amount)}/${unitName(facts.unit)} instead of ${words.money(facts.usual)}, until ${words.day(words.promotion(facts.promotion).validTo)}.${conditions(facts.promotion, words)}`,
    (facts, words) =>
      `By the promotion “${words.promotion(facts.promotion).title}”, ${words.treatment(facts.treatment, facts.area)} comes to ${words.money(facts.amount)}/${unitName(facts.unit)}, usually ${words.money(facts.usual)}, until ${words.day(words.promotion(facts.promotion).validTo)}.${conditions(facts.promotion, words)}`,
  ],
  'promotion.combo': [
    (facts, words) =>
      `Together, ${parts(facts.promotion, words)} cost ${words.money(facts.amount)} as a combo promotion; one by one the total is ${words.money(facts.usual)}.`,
    (facts, words) =>
      `The total of ${parts(facts.promotion, words)} is ${words.money(facts.usual)}; as a combo promotion it is ${words.money(facts.amount)}.`,
  ],
  'promotion.coming': [
    ({ promotion: key }, words) =>
      `The promotion “${words.promotion(key).title}”${scope(key, words)} has not started yet and is coming soon, from ${words.day(words.promotion(key).validFrom)} to ${words.day(words.promotion(key).validTo)}.${conditions(key, words)}`,
    ({ promotion: key }, words) =>
      `Coming soon: the promotion “${words.promotion(key).title}”${scope(key, words)}, from ${words.day(words.promotion(key).validFrom)} to ${words.day(words.promotion(key).validTo)}; not yet today.${conditions(key, words)}`,
  ],
  'promotion.over': [
    ({ promotion: key }, words) =>
      `The promotion “${words.promotion(key).title}” has ended; its last day was ${words.day(words.promotion(key).validTo)}.`,
    ({ promotion: key }, words) =>
      `Sorry, the promotion “${words.promotion(key).title}” has expired; it ended on ${words.day(words.promotion(key).validTo)}.`,
  ],
  'promotion.notMet': [
    ({ promotion: key, why }, words) =>
      `The promotion “${words.promotion(key).title}” does not apply this time: ${reason(why, key, words)}.`,
    ({ promotion: key, why }, words) =>
      `You cannot use “${words.promotion(key).title}” this time, because ${reason(why, key, words)}.`,
  ],
  'promotion.none': [
    ({ treatment }, words) =>
      `There is no promotion${treatment === null ? '' : ` for ${words.treatment(treatment)}`} at the moment.`,
    ({ treatment }, words) =>
      `At the moment we have no promotion${treatment === null ? '' : ` for ${words.treatment(treatment)}`}.`,
  ],
  'promotion.notKnown': [
    () => 'I do not find such a promotion among those of the clinic.',
    () => 'We do not have a promotion like that at the moment.',
  ],
  'promotion.codeUnknown': [
    () => 'I cannot find this code; could you check whether it is spelled right?',
    () => 'This code is not among those of the clinic. Please send it to me once more.',
  ],
};

function scope(key: string, words: Words): string {
  const treatments = words.promoted(key);
  return treatments === '' ? '' : ` for ${treatments}`;
}

function until(key: string, daysLeft: number | null, words: Words): string {
  const last = `until ${words.day(words.promotion(key).validTo)}`;
  return daysLeft === null ? last : `only ${last}`;
}

function conditions(key: string, words: Words): string {
  const text = words.promotion(key).conditions.trim().replace(/\.$/, '');
  return text === '' ? '' : ` Conditions: ${text}.`;
}

function parts(key: string, words: Words): string {
  return words
    .promotion(key)
    .treatments.map((treatment) => words.treatment(treatment))
    .join(' + ');
}

function reason(why: Unmet, key: string, words: Words): string {
  const { terms = {}, area, treatments, validFrom, validTo } = words.promotion(key);
  switch (why) {
    case 'treatment':
      return `it is only for ${treatments.map((treatment) => words.treatment(treatment)).join(', ')}`;
    case 'area':
      return area === undefined ? 'it is only for some areas' : `it is only for ${words.area(area)}`;
    case 'date':
      return `it only runs from ${words.day(validFrom)} to ${words.day(validTo)}`;
    case 'branch':
      return `it is only at ${(terms.branches ?? []).map((branch) => words.branch(branch)).join(', ')}`;
    case 'weekday':
      return 'it does not apply on that day of the week';
    case 'hours':
      return 'it does not apply at that hour';
    case 'new-customer':
      return 'it is for new customers only';
    case 'birthday':
      return 'it is for customers around their birthday';
    case 'min-spend':
      return `it is for bills from ${words.money(terms.minSpend ?? 0)}`;
    case 'quantity':
      return 'all places have been taken';
    case 'once':
      return 'each customer can have it once';
    case 'people':
      return `it is for ${terms.people ?? 2} people who come together`;
    case 'package':
      return 'it is not for packages';
    case 'code':
      return 'it needs the right code';
  }
}
