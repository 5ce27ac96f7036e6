import { expect, test } from 'vitest';
import { z } from 'zod';
import { smallClinic } from '../../fixtures/small-clinic.ts';
import type { Proposal, SkillTurn } from '../contracts/skill.ts';
import { consultSkills } from './consult-skills.ts';
import type { Notice } from './engine-parts.ts';
import { type EnabledSkill, installSkill, openSkills } from './install-skill.ts';
import { createSkillWatch } from './skill-watch.ts';

const turn: SkillTurn = {
  understanding: { intents: [], entities: {}, language: 'vi', evidence: [] },
  words: ['giá peel, mấy giờ mở cửa'],
  wish: { when: {} },
  clinic: smallClinic,
  now: { date: '2026-11-23', time: '10:00' },
};

const skillOf = (name: string, consider: () => readonly Proposal[]): EnabledSkill[] =>
  openSkills(
    [installSkill({ name, settingsSchema: z.object({}), settingsVersion: 1, needs: [], consider })],
    [],
    () => {},
  );

const answer = (answers: string, text: string, beside?: string): Proposal => ({
  answers,
  key: 'faq.answer',
  facts: { answer: text },
  ...(beside === undefined ? {} : { beside }),
});

const says = (name: string, ...proposals: Proposal[]) => skillOf(name, () => proposals);

function consult(skills: EnabledSkill[], { watch = createSkillWatch(), now = 0 } = {}) {
  const notices: Notice[] = [];
  const loaded = { customer: { visits: 0, birthday: null }, books: {} };
  const desk = { notice: (notice: Notice) => notices.push(notice), clinicId: 'x', now, watch };
  const consultation = consultSkills(skills, turn, loaded, desk);
  return { ...consultation, texts: consultation.says.map(({ facts }) => facts['answer']), notices };
}

test('each question is answered once, by the first skill that answers it', () => {
  const { texts } = consult([
    ...says('a', answer('price', 'A'), answer('price', 'A, in a second sentence')),
    ...says('b', answer('price', 'B')),
    ...says('c', answer('hours', 'C')),
  ]);
  expect(texts).toEqual(['A', 'A, in a second sentence', 'C']);
});

test('the same sentence is said once, whatever it answers', () => {
  expect(consult([...says('a', answer('price', 'A')), ...says('b', answer('hours', 'A'))]).texts).toEqual([
    'A',
  ]);
});

test('what belongs beside an answer stands right after all of it, and by itself where there is no such answer', () => {
  const beside = says('b', answer('offer', 'reduced', 'price'), answer('other', 'lonely', 'nobody'));
  expect(
    consult([...says('a', answer('price', 'A'), answer('price', 'A2'), answer('hours', 'H')), ...beside])
      .texts,
  ).toEqual(['A', 'A2', 'reduced', 'H', 'lonely']);
});

test('an open question is open only while no skill answers it', () => {
  const asks = says(
    'a',
    { answers: 'parking', open: 'gửi xe ở đâu' },
    { answers: 'pain', open: 'có đau không' },
  );
  const { open, texts } = consult([...asks, ...says('b', answer('parking', 'P'))]);
  expect(open).toEqual([{ answers: 'pain', open: 'có đau không' }]);
  expect(texts).toEqual(['P']);
});

test('more than a reply can hold is not dropped in silence: the customer is asked to repeat the rest', () => {
  const many = Array.from({ length: 12 }, (_, n) => answer(`q${n}`, `A${n}`));
  const { says: said, notices } = consult(says('a', ...many));
  expect(said).toHaveLength(8);
  expect(said.at(-1)?.key).toBe('question.more');
  expect(notices).toHaveLength(1);
});

test('a skill that throws is reported and left out, and the others are heard', () => {
  const broken = skillOf('broken', () => {
    throw new Error('0912345678 wrote something private');
  });
  const { texts, notices } = consult([...broken, ...says('b', answer('price', 'B'))]);
  expect(texts).toEqual(['B']);
  expect(notices).toMatchObject([{ level: 'error', ids: { skill: 'broken', why: 'threw' } }]);
});

test.each([
  ['not a list', 'giá 600k'],
  ['a sentence that does not exist', [{ answers: 'x', key: 'price.invented', facts: {} }]],
  ['a sentence without its facts', [{ answers: 'x', key: 'price.fixed', facts: {} }]],
  [
    'a record the clinic does not have',
    [{ answers: 'x', key: 'price.free', facts: { treatment: 'surgery' } }],
  ],
  ['a thousand answers', Array.from({ length: 1_000 }, (_, n) => answer(`q${n}`, 'A'))],
  ['nothing at all', undefined],
])('a skill that returns nonsense (%s) is reported and left out', (_, nonsense) => {
  const careless = skillOf('careless', () => JSON.parse(JSON.stringify(nonsense ?? null)));
  const { texts, notices } = consult([...careless, ...says('b', answer('price', 'B'))]);
  expect(texts).toEqual(['B']);
  expect(notices).toMatchObject([{ ids: { skill: 'careless', why: 'nonsense' } }]);
});

test('a skill that fails again and again is left alone for a while, in that clinic', () => {
  const watch = createSkillWatch();
  let asked = 0;
  const broken = skillOf('broken', () => {
    asked += 1;
    throw new Error('again');
  });
  for (let now = 0; now < 5; now += 1) consult(broken, { watch, now });
  expect(asked).toBe(3);
  consult(broken, { watch, now: 10 * 60_000 + 3 });
  expect(asked).toBe(4);
});
