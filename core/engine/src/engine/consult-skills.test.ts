import { expect, test } from 'vitest';
import { smallClinic } from '../../fixtures/small-clinic.ts';
import type { SkillTurn } from '../contracts/skill.ts';
import type { Intent } from '../understanding/understanding.ts';
import { consultSkills } from './consult-skills.ts';
import type { EnabledSkill, Notice } from './engine-parts.ts';

const turn = (...intents: Intent[]): SkillTurn => ({
  understanding: {
    intents: intents.map((intent) => ({ intent, confidence: 1 })),
    entities: {},
    language: 'vi',
    evidence: [],
  },
  wish: { when: {} },
  clinic: smallClinic,
  now: { date: '2026-11-23', time: '10:00' },
});

const says = (name: string, answers: string, answer: string): EnabledSkill => ({
  name,
  consider: () => [{ answers, key: 'faq.answer', facts: { answer } }],
});

function consult(skills: EnabledSkill[], asked = turn('ask_price')) {
  const notices: Notice[] = [];
  return { says: consultSkills(skills, asked, (notice) => notices.push(notice)), notices };
}

test('each question is answered once, by the first skill that answers it', () => {
  const { says: answers } = consult([
    says('a', 'price', 'A'),
    says('b', 'price', 'B'),
    says('c', 'hours', 'C'),
  ]);
  expect(answers.map(({ facts }) => facts['answer'])).toEqual(['A', 'C']);
});

test('a skill that throws is reported and left out, and the others are heard', () => {
  const broken: EnabledSkill = {
    name: 'broken',
    consider: () => {
      throw new Error('0912345678 wrote something private');
    },
  };
  const { says: answers, notices } = consult([broken, says('b', 'price', 'B')]);
  expect(answers).toHaveLength(1);
  expect(notices).toMatchObject([{ level: 'error', ids: { skill: 'broken' } }]);
});

test('a sentence without its facts is not said', () => {
  const careless: EnabledSkill = {
    name: 'careless',
    consider: () => [{ answers: 'price', key: 'price.fixed', facts: {} }],
  };
  expect(consult([careless]).says).toEqual([]);
});
