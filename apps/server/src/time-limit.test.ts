import {
  consultSkills,
  createSkillWatch,
  installSkill,
  type Notice,
  openSkills,
  type Proposal,
} from '@glowbot/core';
import { demoClinic } from '@glowbot/demo-clinic';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { createTimeLimit } from './time-limit.ts';

const skillOf = (name: string, consider: () => readonly Proposal[]) =>
  installSkill({ name, settingsSchema: z.object({}), settingsVersion: 1, needs: [], consider });

const answer = (text: string): Proposal[] => [{ answers: text, key: 'faq.answer', facts: { answer: text } }];

const loopFor = (ms: number) => {
  for (const end = performance.now() + ms; performance.now() < end; );
};

function consult(...skills: ReturnType<typeof skillOf>[]) {
  const notices: Notice[] = [];
  const { says } = consultSkills(
    openSkills(skills, [], () => {}),
    {
      understanding: { intents: [], entities: {}, language: 'vi', evidence: [] },
      words: [],
      wish: { when: {} },
      clinic: demoClinic(),
      now: { date: '2026-11-25', time: '10:00' },
    },
    { customer: { visits: 0, birthday: null }, books: {} },
    {
      notice: (notice) => notices.push(notice),
      clinicId: 'x',
      now: 0,
      watch: createSkillWatch(),
      timeLimit: createTimeLimit(),
    },
  );
  return { texts: says.map(({ facts }) => facts['answer']), notices };
}

test.each([
  ['loops for 200 ms', () => loopFor(200)],
  ['never comes back', () => loopFor(Number.POSITIVE_INFINITY)],
  [
    'never comes back and catches everything',
    () => {
      for (;;) {
        try {
          loopFor(Number.POSITIVE_INFINITY);
        } catch {
          /* goes on */
        }
      }
    },
  ],
  ['reads words with a pattern that explodes', () => void /^(a+)+$/.test(`${'a'.repeat(48)}b`)],
])('a skill that %s is cut off and reported, and the skills before and after it are heard', (_, think) => {
  const slow = skillOf('slow', () => {
    think();
    return answer('too late');
  });
  const { texts, notices } = consult(
    skillOf('first', () => answer('A')),
    slow,
    skillOf('last', () => answer('B')),
  );
  expect(texts).toEqual(['A', 'B']);
  expect(notices).toMatchObject([{ ids: { skill: 'slow', why: 'too slow' } }]);
});

test('what fails inside fails outside as itself', () => {
  const limit = createTimeLimit();
  expect(() =>
    limit(1_000, () => {
      throw new RangeError('own');
    }),
  ).toThrow(RangeError);
  expect(limit(1_000, () => {})).toBe('finished');
});
