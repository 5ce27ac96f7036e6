import { has, type Intent, type Proposal, type Skill, type SkillTurn } from '@glowbot/core';
import { z } from 'zod';
import { faqFor } from './faqs.ts';
import { priceOf } from './prices.ts';

export const PricingFaqSettings = z.object({
  /** Questions answered by the clinic's FAQ records besides prices. */
  answersFaqs: z.boolean().default(true),
});
export type PricingFaqSettings = z.infer<typeof PricingFaqSettings>;

/** Answers what things cost and the clinic's frequently asked questions, from its records alone. */
export const pricingFaq: Skill<PricingFaqSettings, never> = {
  name: 'pricing-faq',
  settingsSchema: PricingFaqSettings,
  settingsVersion: 1,
  needs: [],
  consider(turn, _facts, settings) {
    return [...prices(turn), ...information(turn), ...(settings.answersFaqs ? faqs(turn) : [])];
  },
};

/** With these intents alone, a treatment was named and nothing was asked: its price is the first thing people want to know. */
const saysNothingMore: ReadonlySet<Intent> = new Set(['describe_concern', 'greet', 'smalltalk']);

/** What a treatment is like, in the words of its record. */
function information({ understanding, wish, clinic }: SkillTurn): Proposal[] {
  if (!has(understanding, 'ask_treatment_info')) return [];
  const asked = understanding.entities.treatments ?? (wish.treatment === undefined ? [] : [wish.treatment]);
  return clinic.treatments
    .filter(({ key }) => asked.includes(key))
    .map(({ key }) => ({ answers: `information ${key}`, key: 'treatment.info', facts: { treatment: key } }));
}

function prices({ understanding, wish, clinic }: SkillTurn): Proposal[] {
  const { notOffered, treatments } = understanding.entities;
  if (notOffered !== undefined) {
    const record = clinic.notOffered.find(
      (candidate) => candidate.name === notOffered || candidate.aliases.includes(notOffered),
    );
    return record ? [{ answers: 'not offered', key: 'notOffered.answer', facts: { say: record.say } }] : [];
  }
  const isOnlyNamed =
    treatments !== undefined && understanding.intents.every(({ intent }) => saysNothingMore.has(intent));
  if (!has(understanding, 'ask_price') && !isOnlyNamed) return [];
  const asked = treatments ?? (wish.treatment === undefined ? [] : [wish.treatment]);
  if (asked.length === 0) return [{ answers: 'price', key: 'price.which', facts: {} }];
  return clinic.treatments
    .filter((treatment) => asked.includes(treatment.key))
    .flatMap((treatment) => priceOf(treatment, understanding.entities.area ?? wish.area));
}

function faqs({ understanding, clinic }: SkillTurn): Proposal[] {
  const named = clinic.faqs.filter(({ key }) => understanding.entities.faqs?.includes(key));
  if (named.length > 0) {
    return named.map(({ key, answer }) => ({ answers: `faq ${key}`, key: 'faq.answer', facts: { answer } }));
  }
  return understanding.intents.flatMap(({ intent }) =>
    faqFor(
      clinic,
      intent,
      understanding.evidence.map((evidence) => evidence.words),
    ),
  );
}
