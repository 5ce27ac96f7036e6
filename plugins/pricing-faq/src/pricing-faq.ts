import { has, type Intent, type Proposal, type Skill, type SkillTurn, type Treatment } from '@glowbot/core';
import { z } from 'zod';
import { faqFor } from './faqs.ts';
import { likeness, matchFaq } from './match-faq.ts';
import { mostTold, priceList, priceOf } from './prices.ts';
import { compares, goesBeyondRecord, speaksOfDeposit } from './topics.ts';

export const PricingFaqSettings = z.strictObject({
  /** Questions answered by the clinic's FAQ records besides prices. */
  answersFaqs: z.boolean().default(true),
  /** Questions no record answers are kept for the clinic's people. */
  collectsQuestions: z.boolean().default(true),
});
export type PricingFaqSettings = z.infer<typeof PricingFaqSettings>;

/** Answers what things cost and the clinic's frequently asked questions, from its records alone. */
export const pricingFaq: Skill<PricingFaqSettings, never> = {
  name: 'pricing-faq',
  settingsSchema: PricingFaqSettings,
  settingsVersion: 1,
  needs: [],
  consider(turn, _facts, settings) {
    const faqs = settings.answersFaqs ? faqsFor(turn) : [];
    const told = [...prices(turn), ...deposits(turn), ...information(turn, faqs.length > 0), ...faqs];
    return settings.collectsQuestions ? [...told, ...unanswered(turn, told)] : told;
  },
};

/** With these intents alone, a treatment was named and nothing was asked: its price is the first thing people want to know. */
const saysNothingMore: ReadonlySet<Intent> = new Set(['describe_concern', 'greet', 'smalltalk']);

/** Intents that ask for something a frequent question may hold. */
const asksSomething: readonly Intent[] = [
  'ask_policy',
  'ask_hours',
  'ask_location',
  'ask_doctor',
  'ask_treatment_info',
];

const saidIn = ({ words }: SkillTurn) => words.join(' ');

function askedAbout({ understanding, wish, clinic }: SkillTurn): Treatment[] {
  const keys = understanding.entities.treatments ?? (wish.treatment === undefined ? [] : [wish.treatment]);
  return clinic.treatments.filter(({ key }) => keys.includes(key));
}

function prices(turn: SkillTurn): Proposal[] {
  const { understanding, wish, clinic } = turn;
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
  const asked = askedAbout(turn);
  if (asked.length === 0) return [{ answers: 'price', key: 'price.which', facts: {} }];
  const area = understanding.entities.area ?? wish.area;
  return asked.length > mostTold
    ? priceList(asked, area)
    : asked.flatMap((treatment) => priceOf(treatment, area));
}

/** Whether a treatment asks for a deposit, and how much: its own record says so more exactly than any general answer. */
function deposits(turn: SkillTurn): Proposal[] {
  if (!has(turn.understanding, 'ask_policy') || !speaksOfDeposit(saidIn(turn))) return [];
  return askedAbout(turn)
    .slice(0, mostTold)
    .map(({ key, deposit }) =>
      deposit > 0
        ? { answers: 'deposit', key: 'deposit.stated', facts: { treatment: key, amount: deposit } }
        : { answers: 'deposit', key: 'deposit.none', facts: { treatment: key } },
    );
}

/** What a treatment is like, in the words of its record; two of them side by side where they are compared. */
function information(turn: SkillTurn, isAnswered: boolean): Proposal[] {
  /** Whether it is over by a certain day is another question. */
  if (!has(turn.understanding, 'ask_treatment_info') || turn.understanding.entities.event !== undefined)
    return [];
  const asked = askedAbout(turn);
  const [one, other] = asked;
  if (one && other && compares(saidIn(turn)))
    return [{ answers: 'comparison', key: 'treatment.compare', facts: { one: one.key, other: other.key } }];
  /** A frequent question that was met says more exactly what was asked. */
  if (isAnswered) return [];
  return asked.map(({ key }) => ({
    answers: `information ${key}`,
    key: 'treatment.info',
    facts: { treatment: key },
  }));
}

function faqsFor(turn: SkillTurn): Proposal[] {
  const { understanding, clinic } = turn;
  const named = clinic.faqs.filter(({ key }) => understanding.entities.faqs?.includes(key));
  if (named.length > 0) return named.map(toAnswer);
  const asks = understanding.intents.filter(({ intent }) => asksSomething.includes(intent));
  const needed =
    asks.length > 0 ? likeness.asked : understanding.intents.length === 0 ? likeness.unasked : undefined;
  const about = askedAbout(turn).map(({ key }) => key);
  const isDeposit = speaksOfDeposit(saidIn(turn)) && about.length > 0;
  if (needed === undefined || isDeposit) return [];
  const likest = matchFaq(clinic, saidIn(turn), about);
  if (likest && likest.likeness >= needed) return [toAnswer(likest.faq)];
  return asks.flatMap(({ intent }) =>
    faqFor(
      clinic,
      intent,
      understanding.evidence.map((evidence) => evidence.words),
    ),
  );
}

const toAnswer = ({ key, answer }: { key: string; answer: string }): Proposal => ({
  answers: `faq ${key}`,
  key: 'faq.answer',
  facts: { faq: key, answer },
});

/** What was asked and no record answers. The usual lines of a treatment's record do not answer what they do not speak of. */
function unanswered(turn: SkillTurn, told: readonly Proposal[]): Proposal[] {
  const { understanding } = turn;
  const asks = asksSomething.find((intent) => has(understanding, intent));
  const { notOffered, event } = understanding.entities;
  if (asks === undefined || notOffered !== undefined || event !== undefined) return [];
  const said = saidIn(turn).trim().slice(0, 500);
  const isMet = told.some(
    (one) =>
      'key' in one &&
      (one.key === 'faq.answer' ||
        one.answers === 'deposit' ||
        one.answers === 'comparison' ||
        (one.key === 'treatment.info' && !goesBeyondRecord(said))),
  );
  return isMet || said === '' ? [] : [{ answers: `open ${asks}`, open: said }];
}
