import type { priceFacts } from '../facts/price-facts.ts';
import type { Sentences } from '../catalogue.ts';

export const price: Sentences<typeof priceFacts> = {
  'price.fixed': (facts, words) =>
    `${words.treatment(facts.treatment, facts.area)} is ${words.money(facts.amount)}/${facts.unit}.`,
  'price.from': (facts, words) =>
    `${words.treatment(facts.treatment, facts.area)} starts at ${words.money(facts.min)}/${facts.unit}, depending on the area.`,
  'price.range': (facts, words) =>
    `${words.treatment(facts.treatment, facts.area)} is ${words.money(facts.min)} to ${words.money(facts.max)}/${facts.unit}; the doctor gives the exact price after a look.`,
  'price.free': (facts, words) => `${words.treatment(facts.treatment)} is free of charge.`,
  'price.package': (facts, words) =>
    `A package of ${facts.sessions} sessions of ${words.treatment(facts.treatment)} is ${words.money(facts.amount)}.`,
  'price.which': () => 'Which treatment would you like the price of?',
};
