import type { ClinicScope } from './clinic-scope.ts';
import type { Faq } from '../domain/clinic.ts';
import type { Instant } from '../domain/clinic-time.ts';
import type { SkillFacts } from './skill.ts';

/** What a clinic wants of one skill, as it was stored; `version` is that of the skill's settings then. */
export type StoredSkill = { skill: string; isOn: boolean; version: number; settings: unknown };

/** What skills may be told of one customer; the books of all skills, by skill. */
export type LoadedSkillFacts = {
  customer: SkillFacts['customer'];
  books: Readonly<Record<string, SkillFacts['book']>>;
};

/** A question that no record answers, as a turn leaves it behind. */
export type AskedQuestion = {
  id: string;
  /** The same for questions that ask the same in nearly the same words. */
  signature: string;
  words: string;
  at: Instant;
};

/** All askings of one question, until it is answered or set aside. */
export type OpenQuestionRecord = {
  id: string;
  /** As it was asked first. */
  words: string;
  times: number;
  firstAskedAt: Instant;
  lastAskedAt: Instant;
  /** Whose customers still wait for an answer, the latest first. */
  conversations: readonly string[];
};

/** Questions that wait for the clinic's people, and what becomes of them. */
export interface QuestionStore {
  /** The most asked first. */
  openQuestions(scope: ClinicScope): Promise<readonly OpenQuestionRecord[]>;
  /** The answer becomes a frequent question of the clinic under `faq`; false when there is no such open question. */
  answerQuestion(
    scope: ClinicScope,
    id: string,
    answer: { by: string; faq: Faq; at: Instant },
  ): Promise<boolean>;
  /** Nothing is to be answered; asked again, it opens again. */
  setQuestionAside(scope: ClinicScope, id: string, by: string, at: Instant): Promise<boolean>;
}

/** What the engine reads for skills. A change of settings is a new version of the clinic. */
export interface SkillRecords {
  skillSettings(scope: ClinicScope): Promise<readonly StoredSkill[]>;
  setSkill(scope: ClinicScope, stored: StoredSkill): Promise<void>;
  /** Visits count that took place before the instant. */
  skillFacts(scope: ClinicScope, customerId: string, before: Instant): Promise<LoadedSkillFacts>;
}
