import type { z } from 'zod';
import type { priceFacts } from '../facts/price-facts.ts';
import type { Key } from '../../domain/clinic.ts';
import type { Sentences } from '../catalogue.ts';
import type { Words } from '../words.ts';
import { unitName } from './unit-name.ts';

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
  'price.areas': [
    (facts, words) =>
      `${words.treatment(facts.treatment)} is priced by area: from ${words.money(facts.min)}/${unitName(facts.unit)} (${words.area(facts.minArea)}) to ${words.money(facts.max)}/${unitName(facts.unit)} (${words.area(facts.maxArea)}).`,
    (facts, words) =>
      `The price of ${words.treatment(facts.treatment)} depends on the area: from ${words.money(facts.min)}/${unitName(facts.unit)} for ${words.area(facts.minArea)} up to ${words.money(facts.max)}/${unitName(facts.unit)} for ${words.area(facts.maxArea)}.`,
  ],
  'price.list': [
    ({ lines }, words) =>
      `Here are the prices:\n${lines.map((line) => priceLine(line, words)).join('\n')}\nThese are the clinic’s current list prices.`,
    ({ lines }, words) =>
      `These are our prices:\n${lines.map((line) => priceLine(line, words)).join('\n')}\nThese are the clinic’s current list prices.`,
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

function unit(key: Key, words: Words): string {
  return unitName(words.clinic.treatments.find((treatment) => treatment.key === key)?.price.unit ?? '');
}

type Line = z.infer<(typeof priceFacts)['price.list']>['lines'][number];

function priceLine({ treatment, area, unit: recorded, min, max }: Line, words: Words): string {
  const name = words.treatment(treatment, area);
  const per = unitName(recorded);
  if (max === 0) return `• ${name}: free of charge`;
  if (max === null) return `• ${name}: from ${words.money(min)}/${per}, depending on the area`;
  return max === min
    ? `• ${name}: ${words.money(min)}/${per}`
    : `• ${name}: from ${words.money(min)} to ${words.money(max)}/${per}`;
}
