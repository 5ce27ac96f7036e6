import {
  has,
  type Key,
  type Promotion,
  type Proposal,
  type Skill,
  type SkillFacts,
  type SkillTurn,
  type Treatment,
} from '@glowbot/core';
import { z } from 'zod';
import { type Condition, type Purchase, unmetIn } from './eligibility.ts';
import { meantBy } from './meant.ts';
import { comboParts, priceWith } from './price-with.ts';
import { validityOf } from './validity.ts';

export const PromotionSettings = z.strictObject({
  /** Whoever asks a price is told the promotion that lowers it. */
  toldWithPrices: z.boolean().default(true),
  /** Promotions still to come are told so many days ahead. */
  toldAheadDays: z.number().int().min(0).max(90).default(30),
  /** In its last days a promotion is said to end. */
  warnedDays: z.number().int().min(0).max(14).default(3),
  /** More running promotions than this are not listed at once. */
  mostListed: z.number().int().min(1).max(6).default(4),
});
export type PromotionSettings = z.infer<typeof PromotionSettings>;

type Facts = Pick<SkillFacts, 'customer' | 'book'>;

/** One turn, as its promotions are judged. */
type Asked = SkillTurn & { facts: Facts; settings: PromotionSettings; about: readonly Key[] };

/** Says what a clinic's promotions are worth to this customer, from its records alone; outside its days none is offered. */
export const promotions: Skill<PromotionSettings, 'customer' | 'book'> = {
  name: 'promotions',
  settingsSchema: PromotionSettings,
  settingsVersion: 1,
  needs: ['customer', 'book'],
  consider(turn, facts, settings) {
    const { understanding, wish } = turn;
    const about = understanding.entities.treatments ?? (wish.treatment === undefined ? [] : [wish.treatment]);
    const asked: Asked = { ...turn, facts, settings, about };
    if (has(understanding, 'ask_promotion')) return aboutPromotions(asked);
    const isPriceAsked = has(understanding, 'ask_price') || has(understanding, 'price_objection');
    return isPriceAsked && settings.toldWithPrices ? besidePrices(asked) : [];
  },
};

function aboutPromotions(asked: Asked): Proposal[] {
  const { clinic, words, about, now, settings } = asked;
  const { named, asksUnknown, unknownCode } = meantBy(
    words,
    clinic,
    asked.understanding.entities.treatments ?? [],
  );
  if (unknownCode) return [{ answers: 'promotion code', key: 'promotion.codeUnknown', facts: {} }];
  if (named.length > 0)
    return named.slice(0, settings.mostListed).flatMap((promotion) => told(promotion, asked));

  const fitting = clinic.promotions.filter(
    ({ treatments }) => about.length === 0 || treatments.some((key) => about.includes(key)),
  );
  const running = fitting.filter((promotion) => validityOf(promotion, now.date).kind === 'running');
  const open = running.filter(
    (promotion) => unmetNow(promotion, asked).length === 0 && hasNoSecretCode(promotion, asked),
  );
  const lead: Proposal[] = asksUnknown
    ? [{ answers: 'promotion asked', key: 'promotion.notKnown', facts: {} }]
    : open.length > 0
      ? []
      : [{ answers: 'promotion asked', key: 'promotion.none', facts: { treatment: about[0] ?? null } }];
  const soon = fitting.filter((promotion) => isSoon(promotion, asked));
  return [
    ...lead,
    ...[...open, ...(open.length > 0 ? [] : soon)]
      .slice(0, settings.mostListed)
      .flatMap((one) => told(one, asked)),
  ];
}

/** One promotion, as it stands today. */
function told(promotion: Promotion, asked: Asked): Proposal[] {
  const { now, clinic, settings, about } = asked;
  const { key } = promotion;
  const answers = `promotion ${key}`;
  const validity = validityOf(promotion, now.date);
  if (validity.kind === 'coming') return [{ answers, key: 'promotion.coming', facts: { promotion: key } }];
  if (validity.kind === 'over') return [{ answers, key: 'promotion.over', facts: { promotion: key } }];
  const [unmet] = unmetNow(promotion, asked);
  if (unmet !== undefined)
    return [{ answers, key: 'promotion.notMet', facts: { promotion: key, why: unmet } }];
  const daysLeft = validity.daysLeft <= settings.warnedDays ? validity.daysLeft : null;
  const running: Proposal = { answers, key: 'promotion.running', facts: { promotion: key, daysLeft } };
  if (promotion.offer.kind === 'combo') {
    const usual = comboParts(promotion, clinic.treatments);
    return [
      running,
      ...(usual === undefined
        ? []
        : [
            {
              answers,
              key: 'promotion.combo' as const,
              facts: { promotion: key, usual, amount: promotion.offer.amount },
            },
          ]),
    ];
  }
  const priced = clinic.treatments.filter(
    (treatment) => about.includes(treatment.key) && promotion.treatments.includes(treatment.key),
  );
  return [running, ...priced.flatMap((treatment) => pricedWith(treatment, [promotion], asked, answers))];
}

/** The price of an asked treatment, with the promotion that lowers it most. */
function besidePrices(asked: Asked): Proposal[] {
  const { clinic, about, now } = asked;
  const running = clinic.promotions.filter((promotion) => validityOf(promotion, now.date).kind === 'running');
  return clinic.treatments
    .filter(({ key }) => about.includes(key))
    .flatMap((treatment) =>
      pricedWith(treatment, running, asked, `promotion price ${treatment.key}`, `price ${treatment.key}`),
    );
}

function pricedWith(
  treatment: Treatment,
  candidates: readonly Promotion[],
  asked: Asked,
  answers: string,
  beside?: string,
): Proposal[] {
  const [only] = candidates;
  const ofArea = candidates.length === 1 ? only?.area : undefined;
  const area = areaOf(treatment, asked) ?? ofArea;
  const open = candidates.filter(
    (promotion) => unmetNow(promotion, asked).length === 0 && hasNoSecretCode(promotion, asked),
  );
  const price = priceWith(treatment, purchaseOf(asked, treatment.key, area), open);
  const [step] = price?.steps ?? [];
  if (!price || !step || price.steps.length > 1) return [];
  return [
    {
      answers,
      ...(beside === undefined ? {} : { beside }),
      key: 'promotion.price',
      facts: {
        promotion: step.promotion,
        treatment: treatment.key,
        area: area ?? null,
        unit: treatment.price.unit,
        usual: price.usual,
        amount: price.final,
      },
    },
  ];
}

/** Whoever does not know a code is not told the price it makes. */
function hasNoSecretCode({ terms }: Promotion, { words }: Asked): boolean {
  return (
    terms?.code === undefined ||
    words.some((text) =>
      text
        .toUpperCase()
        .replace(/\s/g, '')
        .includes(terms.code ?? ''),
    )
  );
}

function areaOf({ variants }: Treatment, { understanding, wish }: Asked): Key | undefined {
  const named = understanding.entities.area ?? wish.area;
  return variants.some(({ area }) => area === named) ? named : undefined;
}

function purchaseOf(
  { wish, understanding, facts }: Asked,
  treatment: Key | undefined,
  area: Key | undefined,
): Purchase {
  const people = understanding.entities.people ?? wish.people;
  const { date, time } = wish.when;
  return {
    ...(treatment === undefined ? {} : { treatment }),
    ...(area === undefined ? {} : { area }),
    ...(wish.branch === undefined ? {} : { branch: wish.branch }),
    at: { ...(date === undefined ? {} : { date }), ...(time === undefined ? {} : { time }) },
    ...(people === undefined ? {} : { people }),
    /** Who has been here is not new. Who has not, as far as this chat knows, may have been here under another name. */
    customer: { ...(facts.customer.visits > 0 ? { isNew: false } : {}), birthday: facts.customer.birthday },
  };
}

function unmetNow(promotion: Promotion, asked: Asked): Condition[] {
  const { about, facts } = asked;
  const treatment = about.find((key) => promotion.treatments.includes(key));
  const used = {
    byAll:
      (facts.book.clinic[`used:${promotion.key}`] ?? 0) + (facts.book.customer[`used:${promotion.key}`] ?? 0),
    byCustomer: facts.book.customer[`used:${promotion.key}`] ?? 0,
  };
  return unmetIn(promotion, { ...purchaseOf(asked, treatment, undefined), used });
}

function isSoon({ validFrom }: Promotion, { now, settings }: Asked): boolean {
  const days = (Date.parse(`${validFrom}T00:00Z`) - Date.parse(`${now.date}T00:00Z`)) / 86_400_000;
  return days > 0 && days <= settings.toldAheadDays;
}
