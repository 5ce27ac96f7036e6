import type { Choice, ChoiceMeaning } from '../contracts/inbound-event.ts';
import type { Clinic } from '../domain/clinic.ts';
import { type Instant, toLocal } from '../domain/clinic-time.ts';
import type { ReplyPlan } from '../engine/reply-plan.ts';
import type { ChoiceSpec, CopyFacts, Question } from '../machines/effects.ts';
import type { Catalogue } from './catalogue.ts';
import { copyFacts, type CopyKey } from './copy-key.ts';
import { en } from './en/en.ts';
import type { Language } from './language.ts';
import { vi } from './vi/vi.ts';
import { type Moment, type Sentence, wordingOf } from './wording.ts';
import { type Words, wordsOf } from './words.ts';

export const catalogues: Record<Language, Catalogue> = { vi, en };

export type Worded = { text: string; choices: Choice[] };

/** Turns a reply plan into the exact words of one message. */
export function word(plan: ReplyPlan, clinic: Clinic, now: Instant): Worded {
  const texts = sentencesOf(plan, clinic, now).map(({ text }) => text);
  return { text: catalogues[plan.language].join(texts), choices: choicesOf(plan, clinic, now) };
}

/** The sentences of a plan, one for each thing it says, before they are joined. */
export function sentencesOf(plan: ReplyPlan, clinic: Clinic, now: Instant): { key: CopyKey; text: string }[] {
  const catalogue = catalogues[plan.language];
  const words = wordsOf(clinic, { language: plan.language, address: plan.address, now });
  const say = (key: CopyKey, facts: CopyFacts, times = 1) => ({
    key,
    text: sentence(catalogue, key, stillPromised(facts, now), words, { turn: plan.turn, times }),
  });
  return [
    ...(plan.introduce ? [say('intro.assistant', {})] : []),
    ...plan.says.map(({ key, facts }) => say(key, facts)),
    ...(plan.ask ? [say(plan.ask.key, plan.ask.facts, plan.ask.times)] : []),
  ];
}

/** A moment that passed before the words could leave is promised no more. */
function stillPromised(facts: CopyFacts, now: Instant): CopyFacts {
  const { expectedAt } = facts;
  return typeof expectedAt === 'number' && expectedAt <= now ? { ...facts, expectedAt: null } : facts;
}

function choicesOf({ ask, language, address }: ReplyPlan, clinic: Clinic, now: Instant): Choice[] {
  if (!ask) return [];
  const words = wordsOf(clinic, { language, address, now });
  return ask.choices.map((spec) => ({
    title: titleOf(spec, catalogues[language], words, ask.question),
    meaning: meaningOf(spec, clinic),
  }));
}

function sentence(
  catalogue: Catalogue,
  key: CopyKey,
  facts: CopyFacts,
  words: Words,
  moment: Moment,
): string {
  const checked = copyFacts[key].parse(facts);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the key's own schema has just checked the facts
  const said = catalogue.sentences[key] as Sentence<typeof checked>;
  return wordingOf(said, moment)(checked, words);
}

/** What stands on something to tap. */
export function titleOf(spec: ChoiceSpec, catalogue: Catalogue, words: Words, question: Question): string {
  switch (spec.kind) {
    case 'treatment':
      return words.treatment(spec.treatment);
    case 'area':
      return words.area(spec.area);
    case 'branch':
      return words.branch(spec.branch);
    case 'time':
      return words.momentShort(spec.start);
    case 'booking':
      return `${words.momentShort(spec.start)}, ${words.treatment(spec.treatment)}`;
    case 'wait':
      return catalogue.wait;
    case 'yes':
      return catalogue.yes(question);
    case 'no':
      return catalogue.no(question);
  }
}

/** What tapping a choice says. It carries its whole meaning, so a tap on an old message is still understood. */
export function meaningOf(spec: ChoiceSpec, clinic: Clinic): ChoiceMeaning {
  switch (spec.kind) {
    case 'treatment':
      return { entities: { treatments: [spec.treatment] } };
    case 'area':
      return { entities: { treatments: [spec.treatment], area: spec.area } };
    case 'branch':
      return { entities: { branch: spec.branch } };
    case 'time':
      return { entities: { branch: spec.branch, when: toLocal(spec.start, clinic.zone) } };
    case 'booking':
      return { entities: { booking: spec.booking } };
    case 'wait':
      return { entities: { waits: true } };
    case 'yes':
      return { entities: {}, confirm: true };
    case 'no':
      return { entities: {}, confirm: false };
  }
}
