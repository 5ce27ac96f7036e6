import { has, type Proposal, type Skill, type SkillTurn } from '@glowbot/core';
import { z } from 'zod';
import { faqFor } from './faqs.ts';
import { priceOf } from './prices.ts';

export const PricingFaqSettings = z.object({
  /** Questions answered by the clinic's FAQ records besides prices. */
  answersFaqs: z.boolean().default(true),
});
export type PricingFaqSettings = z.infer<typeof PricingFaqSettings>;

/** Answers what things cost and the clinic's frequently asked questions, from its records alone. */
export const pricingFaq: Skill<PricingFaqSettings> = {
  name: 'pricing-faq',
  settings: PricingFaqSettings,
  consider(turn, settings) {
    return [...prices(turn), ...(settings.answersFaqs ? faqs(turn) : [])];
  },
};

function prices({ understanding, wish, clinic }: SkillTurn): Proposal[] {
  const { notOffered, treatments } = understanding.entities;
  if (notOffered !== undefined) {
    const record = clinic.notOffered.find(
      (candidate) => candidate.name === notOffered || candidate.aliases.includes(notOffered),
    );
    return record ? [{ answers: 'not offered', key: 'notOffered.answer', facts: { say: record.say } }] : [];
  }
  if (!has(understanding, 'ask_price')) return [];
  const asked = treatments ?? (wish.treatment === undefined ? [] : [wish.treatment]);
  if (asked.length === 0) return [{ answers: 'price', key: 'price.which', facts: {} }];
  return clinic.treatments
    .filter((treatment) => asked.includes(treatment.key))
    .flatMap((treatment) => priceOf(treatment, understanding.entities.area ?? wish.area));
}

function faqs({ understanding, clinic }: SkillTurn): Proposal[] {
  return understanding.intents.flatMap(({ intent }) =>
    faqFor(
      clinic,
      intent,
      understanding.evidence.map((evidence) => evidence.words),
    ),
  );
}
