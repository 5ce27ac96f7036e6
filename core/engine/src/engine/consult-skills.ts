import type { LoadedSkillFacts } from '../contracts/skill-store.ts';
import type { Answer, OpenQuestion, SkillTurn } from '../contracts/skill.ts';
import type { Say } from '../machines/effects.ts';
import { askSkills, type Heard, type SkillDesk } from './ask-skills.ts';
import type { EnabledSkill } from './install-skill.ts';

/** What the skills make of a turn: what they would say, and what none of them can answer. */
export type Consultation = { says: Say[]; open: OpenQuestion[] };

/** More sentences than this are no answer but a lecture. */
const mostSentences = 8;

export function consultSkills(
  skills: readonly EnabledSkill[],
  turn: SkillTurn,
  loaded: LoadedSkillFacts,
  desk: SkillDesk,
): Consultation {
  const { answers, open } = merge(askSkills(skills, turn, loaded, desk));
  const says = inOrder(answers).map(({ key, facts }): Say => ({ type: 'say', key, facts }));
  if (says.length <= mostSentences) return { says, open };
  desk.notice({ level: 'warn', what: 'skills say too much', ids: { sentences: says.length } });
  return {
    says: [...says.slice(0, mostSentences - 1), { type: 'say', key: 'question.more', facts: {} }],
    open,
  };
}

/**
 * Each question is answered once, by the first skill in the clinic's order that answers it, however many sentences that takes;
 * the same sentence is never said twice; a question that anybody answers is not open.
 */
function merge(heard: readonly Heard[]): { answers: Answer[]; open: OpenQuestion[] } {
  const answeredBy = new Map<string, string>();
  const said = new Set<string>();
  const answers: Answer[] = [];
  const open = new Map<string, OpenQuestion>();
  for (const { skill, proposals } of heard) {
    for (const proposal of proposals) {
      if ('open' in proposal) {
        if (!open.has(proposal.answers)) open.set(proposal.answers, proposal);
        continue;
      }
      const by = answeredBy.get(proposal.answers) ?? skill;
      const sentence = JSON.stringify([proposal.key, proposal.facts]);
      if (by !== skill || said.has(sentence)) continue;
      answeredBy.set(proposal.answers, skill);
      said.add(sentence);
      answers.push(proposal);
    }
  }
  return { answers, open: [...open.values()].filter(({ answers: question }) => !answeredBy.has(question)) };
}

/** What belongs beside another answer stands right after it; what has no such answer keeps its own place. */
function inOrder(answers: readonly Answer[]): Answer[] {
  const isMet = ({ beside }: Answer) =>
    beside !== undefined && answers.some((other) => other.answers === beside && other.beside === undefined);
  const ordered: Answer[] = [];
  for (const [place, answer] of answers.entries()) {
    if (isMet(answer)) continue;
    ordered.push(answer);
    const isLast = !answers
      .slice(place + 1)
      .some((later) => later.answers === answer.answers && !isMet(later));
    if (answer.beside === undefined && isLast)
      ordered.push(...answers.filter((one) => isMet(one) && one.beside === answer.answers));
  }
  return ordered;
}
