import type { priceFacts } from '../facts/price-facts.ts';
import type { Key } from '../../domain/clinic.ts';
import type { Sentences } from '../catalogue.ts';
import type { Words } from '../words.ts';

export const price: Sentences<typeof priceFacts> = {
  'price.fixed': [
    (facts, words) =>
      `${words.treatment(facts.treatment, facts.area)} is ${words.money(facts.amount)}/${unitName(facts.unit)}.`,
    (facts, words) =>
      `The price of ${words.treatment(facts.treatment, facts.area)} is ${words.money(facts.amount)}/${unitName(facts.unit)}.`,
  ],
  'price.from': [
    (facts, words) =>
      `${words.treatment(facts.treatment, facts.area)} starts at ${words.money(facts.min)}/${unitName(facts.unit)}, depending on the area.`,
    (facts, words) =>
      `${words.treatment(facts.treatment, facts.area)} is from ${words.money(facts.min)}/${unitName(facts.unit)}; each area has its own price.`,
  ],
  'price.fromPerformer': [
    (facts, words) =>
      `${words.treatment(facts.treatment, facts.area)} starts at ${words.money(facts.min)}/${unitName(facts.unit)}, depending on who performs it.`,
    (facts, words) =>
      `${words.treatment(facts.treatment, facts.area)} is from ${words.money(facts.min)}/${unitName(facts.unit)}; once you have chosen who does it, I can give the exact price.`,
  ],
  'price.range': [
    (facts, words) =>
      `${words.treatment(facts.treatment, facts.area)} is ${words.money(facts.min)} to ${words.money(facts.max)}/${unitName(facts.unit)}; the doctor gives the exact price after a look.`,
    (facts, words) =>
      `The price of ${words.treatment(facts.treatment, facts.area)} lies between ${words.money(facts.min)} and ${words.money(facts.max)}/${unitName(facts.unit)}, depending on what the doctor sees.`,
  ],
  'price.free': [
    (facts, words) => `${words.treatment(facts.treatment)} is free of charge.`,
    (facts, words) => `There is no charge for ${words.treatment(facts.treatment)}.`,
  ],
  'price.package': [
    (facts, words) =>
      `A package of ${facts.sessions} sessions of ${words.treatment(facts.treatment)} is ${words.money(facts.amount)}.`,
    (facts, words) =>
      `As a package, ${facts.sessions} sessions of ${words.treatment(facts.treatment)} come to ${words.money(facts.amount)}.`,
  ],
  'price.which': [
    () => 'Which treatment would you like the price of?',
    () => "Please tell me the treatment, or what you would like to improve, and I'll give you the price.",
  ],
  'objection.heard': [
    () => 'I understand that cost matters. Prices are set by the clinic, so I cannot reduce them myself.',
    () => 'I see what you mean. I may not lower the price, but let me suggest what might suit you better.',
  ],
  'objection.included': [
    (facts, words) =>
      `The price of ${words.treatment(facts.treatment)} is per ${unit(facts.treatment, words)}, and it takes about ${words.duration(facts.treatment, null)} minutes.`,
    (facts, words) =>
      `That is the price per ${unit(facts.treatment, words)} of ${words.treatment(facts.treatment)}, about ${words.duration(facts.treatment, null)} minutes.`,
  ],
  'objection.package': [
    (facts, words) =>
      `The package of ${facts.sessions} sessions of ${words.treatment(facts.treatment)} is ${words.money(facts.amount)}, which is ${words.money(facts.perSession)} a session.`,
    (facts, words) =>
      `With a package of ${facts.sessions} sessions of ${words.treatment(facts.treatment)} for ${words.money(facts.amount)}, one session comes to ${words.money(facts.perSession)}.`,
  ],
  'objection.cheaper': [
    (facts, words) =>
      `${words.treatment(facts.treatment, facts.area)} costs less: ${words.money(facts.amount)}/${unitName(facts.unit)}.`,
    (facts, words) =>
      `You could also consider ${words.treatment(facts.treatment, facts.area)} for ${words.money(facts.amount)}/${unitName(facts.unit)}.`,
  ],
  'objection.freeConsultation': [
    (facts, words) =>
      `You are welcome to come for ${words.treatment(facts.treatment)} first, which is free; the doctor then advises within your budget.`,
    (facts, words) =>
      `${words.treatment(facts.treatment)} is free here: you can see the doctor first and decide afterwards.`,
  ],
};

const unitNames: ReadonlyMap<string, string> = new Map([
  ['buổi', 'session'],
  ['lần', 'treatment'],
  ['vùng', 'area'],
  ['nốt', 'spot'],
  ['gói', 'package'],
]);

/** Units are recorded in Vietnamese; the usual ones have an English name. */
function unitName(recorded: string): string {
  return unitNames.get(recorded) ?? recorded;
}

function unit(key: Key, words: Words): string {
  return unitName(words.clinic.treatments.find((treatment) => treatment.key === key)?.price.unit ?? '');
}
