import type { SkillTurn } from '../contracts/skill.ts';
import { copyFacts } from '../copy/copy-key.ts';
import type { Say } from '../machines/effects.ts';
import type { EnabledSkill, EngineParts } from './engine-parts.ts';

/**
 * What the skills would say, each question answered once: the first skill in the list wins.
 * A skill that throws, or proposes a sentence without its facts, is reported and left out; the turn goes on.
 */
export function consultSkills(
  skills: readonly EnabledSkill[],
  turn: SkillTurn,
  notice: EngineParts['notice'],
): Say[] {
  const answers = new Map<string, Say>();
  for (const skill of skills) {
    try {
      for (const { answers: question, key, facts } of skill.consider(turn)) {
        copyFacts[key].parse(facts);
        if (!answers.has(question)) answers.set(question, { type: 'say', key, facts });
      }
    } catch (error) {
      notice({ level: 'error', what: 'skill left out', ids: { skill: skill.name }, error });
    }
  }
  return [...answers.values()];
}
