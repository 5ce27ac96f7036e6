import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Skill } from '../contracts/skill.ts';
import { installSkill, openSkills } from './install-skill.ts';

const Settings = z.strictObject({
  greeting: z.string().min(1).default('Chào'),
  most: z.number().int().positive().default(3),
});

/** Says its settings, so that a test can see under which it runs. */
const skill: Skill<z.infer<typeof Settings>, never> = {
  name: 'greeter',
  settingsSchema: Settings,
  settingsVersion: 2,
  needs: [],
  migrateSettings: (older) => ({ greeting: z.object({ word: z.string() }).parse(older).word }),
  consider: (_turn, _facts, { greeting, most }) => [
    { answers: 'greeting', key: 'faq.answer', facts: { answer: `${greeting} ${most}` } },
  ],
};
const installed = installSkill(skill);

function runsUnder(stored?: { isOn?: boolean; version: number; settings: unknown }) {
  const why: string[] = [];
  const rows = stored ? [{ skill: 'greeter', isOn: true, ...stored }] : [];
  const [enabled] = openSkills([installed], rows, (_, reason) => why.push(reason));
  return {
    said: enabled
      ?.consider({} as never, {} as never)
      .map((one) => JSON.stringify(one).match(/"answer":"(.*?)"/)?.[1]),
    why,
  };
}

test('a clinic that never said anything has the skill with its defaults', () => {
  expect(runsUnder().said).toEqual(['Chào 3']);
  expect(installed.settings(undefined)).toEqual({ isOn: true, settings: { greeting: 'Chào', most: 3 } });
});

test('what a clinic stored holds, and what it left out has its default', () => {
  expect(runsUnder({ version: 2, settings: { most: 7 } }).said).toEqual(['Chào 7']);
});

test('a skill that is switched off is not there', () => {
  expect(runsUnder({ isOn: false, version: 2, settings: {} })).toEqual({ said: undefined, why: [] });
});

test('settings of an older version are brought up to date as the skill says', () => {
  expect(runsUnder({ version: 1, settings: { word: 'Dạ' } }).said).toEqual(['Dạ 3']);
});

test.each([
  ['broken', { version: 2, settings: { most: -1 } }],
  ['of a version that is still to come', { version: 3, settings: {} }],
  ['such as the migration cannot read', { version: 1, settings: { nothing: true } }],
])('with settings that are %s the skill rests, and somebody is told', (_, stored) => {
  const { said, why } = runsUnder(stored);
  expect(said).toBeUndefined();
  expect(why).toHaveLength(1);
});

test('an owner’s wish is checked, and what is wrong is named', () => {
  expect(installed.check({ most: 5 })).toEqual({ ok: true, settings: { greeting: 'Chào', most: 5 } });
  expect(installed.check({ greeting: '', most: 2.5 })).toEqual({ ok: false, wrong: ['greeting', 'most'] });
  expect(installed.check({ colour: 'red' })).toMatchObject({ ok: false });
});

test('the form is the schema of the settings', () => {
  expect(installed.form).toMatchObject({
    type: 'object',
    properties: { greeting: { type: 'string', default: 'Chào' }, most: { type: 'integer' } },
  });
});

test('a skill without a name, or with a setting that has no default, cannot be installed', () => {
  expect(() => installSkill({ ...skill, name: 'No Name' })).toThrow(/SKILL_INVALID/);
  const demanding = { ...skill, settingsSchema: z.object({ token: z.string() }) } as never;
  expect(() => installSkill(demanding)).toThrow(/SKILL_INVALID.*token/);
});
