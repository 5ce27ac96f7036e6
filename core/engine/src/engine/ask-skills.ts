import { z } from 'zod';
import { Answer, Proposal, type SkillTurn } from '../contracts/skill.ts';
import type { LoadedSkillFacts } from '../contracts/skill-store.ts';
import { sentencesOf } from '../copy/word.ts';
import { type Instant, toInstant } from '../domain/clinic-time.ts';
import type { EngineParts } from './engine-parts.ts';
import type { EnabledSkill } from './install-skill.ts';
import { skillBudgetMs, type SkillWatch } from './skill-watch.ts';

/** More than any turn asks. */
const Proposals = z.array(Proposal).max(24);

export type SkillDesk = Pick<EngineParts, 'notice' | 'timeLimit'> & {
  clinicId: string;
  now: Instant;
  watch: SkillWatch;
};

/** A skill, and what it would say. */
export type Heard = { skill: string; proposals: readonly Proposal[] };

/**
 * Asks every skill, each for itself. One that throws, does not come back in time, or answers nonsense is reported and left out,
 * and the others are heard; nothing it did can reach the turn.
 */
export function askSkills(
  skills: readonly EnabledSkill[],
  turn: SkillTurn,
  loaded: LoadedSkillFacts,
  desk: SkillDesk,
): Heard[] {
  const { clinicId, now, watch, notice } = desk;
  const due = skills.filter(({ name }) => watch.mayRun(clinicId, name, now));
  const heard: Heard[] = [];
  const leftOut = (name: string, why: string, error?: unknown) => {
    const rests = watch.failed(clinicId, name, now);
    notice({
      level: 'error',
      what: rests ? 'skill left alone for a while' : 'skill left out',
      ids: { skill: name, why },
      error,
    });
  };

  let next = 0;
  const askTheRest = () => {
    for (; next < due.length; next += 1) {
      const skill = due[next];
      if (!skill) return;
      try {
        const proposals = Proposals.safeParse(skill.consider(turn, factsFor(skill, loaded)));
        if (proposals.success && proposals.data.every((one) => canBeSaid(one, turn))) {
          watch.wentWell(clinicId, skill.name);
          heard.push({ skill: skill.name, proposals: proposals.data });
        } else leftOut(skill.name, 'nonsense');
      } catch (error) {
        leftOut(skill.name, 'threw', error);
      }
    }
  };
  /** One limit for all of them is cheaper than one each; who was cut off is whose turn it was. */
  const limit = desk.timeLimit ?? unlimited;
  while (next < due.length && limit(skillBudgetMs, askTheRest) === 'stopped') {
    leftOut(due[next]?.name ?? '', 'too slow');
    next += 1;
  }
  return heard;
}

const unlimited = (_ms: number, run: () => void) => {
  run();
  return 'finished' as const;
};

const unknown = { customer: { visits: 0, birthday: null }, book: { customer: {}, clinic: {} } };

/** Only what it said it needs; the rest is the same to everybody. */
function factsFor({ name, needs }: EnabledSkill, { customer, books }: LoadedSkillFacts) {
  return {
    customer: needs.includes('customer') ? customer : unknown.customer,
    book: needs.includes('book') ? (books[name] ?? unknown.book) : unknown.book,
  };
}

/** Worded once for nobody: a sentence without its facts, or about a record the clinic does not have, fails here and not at the customer's. */
function canBeSaid(proposal: Proposal, { clinic, now }: SkillTurn): boolean {
  const answer = Answer.safeParse(proposal);
  if (!answer.success) return true;
  const { key, facts } = answer.data;
  const plan = {
    language: 'vi' as const,
    address: null,
    turn: 0,
    introduce: false,
    says: [{ type: 'say' as const, key, facts }],
    ask: null,
  };
  try {
    sentencesOf(plan, clinic, toInstant(now, clinic.zone));
    return true;
  } catch {
    return false;
  }
}
