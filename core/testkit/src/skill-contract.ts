import vm from 'node:vm';
import {
  type Clinic,
  consultSkills,
  createSkillWatch,
  Entry,
  type Happening,
  installSkill,
  type Intent,
  intents,
  type Notice,
  openSkills,
  type Skill,
  type SkillFacts,
  type SkillNeed,
  type SkillTurn,
  type TimeLimit,
} from '@glowbot/core';
import { describe, expect, it, vi } from 'vitest';
import { exampleClinic } from './example-clinic.ts';

/** What the author of a skill may add to the kit's own turns. */
export type SkillSubject = {
  clinic?: Clinic;
  /** Words that the skill is about, so that it has something to say. */
  words?: readonly string[];
  facts?: Partial<SkillFacts>;
};

const now = { date: '2026-11-24', time: '12:00' };

/** What every skill must promise: pure, quick, never nonsense, and settings that survive being stored. */
export function skillContract<Settings extends object, Need extends SkillNeed>(
  skill: Skill<Settings, Need>,
  { clinic = exampleClinic, words = [], facts = {} }: SkillSubject = {},
): void {
  const installed = installSkill(skill);
  const turns = turnsOf(clinic, words);
  const loaded = {
    customer: facts.customer ?? { visits: 2, birthday: '11-24' },
    books: { [skill.name]: facts.book ?? { customer: {}, clinic: {} } },
  };
  const open = () => openSkills([installed], [], () => {});
  const consult = (turn: SkillTurn, timeLimit?: TimeLimit) => {
    const notices: Notice[] = [];
    const desk = {
      notice: (notice: Notice) => notices.push(notice),
      clinicId: 'x',
      now: 0,
      watch: createSkillWatch(),
    };
    return { ...consultSkills(open(), turn, loaded, { ...desk, timeLimit }), notices };
  };

  describe(`the skill ${skill.name}`, () => {
    it('answers the same to the same, whatever it was asked in between', () => {
      const first = turns.map((turn) => consult(turn).says);
      const again = turns
        .toReversed()
        .map((turn) => consult(turn).says)
        .toReversed();
      expect(again).toEqual(first);
    });

    it('changes nothing of what it is shown', () => {
      for (const turn of turns) {
        const { notices } = consult(deepFreeze(structuredClone(turn)));
        expect(notices).toEqual([]);
      }
    });

    it('asks nobody for the time, for chance or for the world outside', () => {
      const refuse = (what: string) => () => {
        throw new Error(`a skill asked for ${what}`);
      };
      const guards = [
        vi.spyOn(Date, 'now').mockImplementation(refuse('the time')),
        vi.spyOn(performance, 'now').mockImplementation(refuse('the time')),
        vi.spyOn(Math, 'random').mockImplementation(refuse('chance')),
        vi.spyOn(globalThis, 'fetch').mockImplementation(refuse('the network')),
        vi.spyOn(globalThis, 'setTimeout').mockImplementation(refuse('a timer')),
      ];
      try {
        for (const turn of turns) expect(consult(turn).notices).toEqual([]);
      } finally {
        for (const guard of guards) guard.mockRestore();
      }
    });

    it('says nothing that cannot be worded, to any question about any treatment', () => {
      for (const turn of turns)
        expect([turn.understanding.intents, consult(turn).notices]).toEqual([turn.understanding.intents, []]);
    });

    it('survives whatever a customer may write', () => {
      for (const text of [
        '',
        ' ',
        '\0',
        '\uD800',
        'Z͑ͫ̓ͪ',
        '((((((((',
        '%'.repeat(5_000),
        'a'.repeat(20_000),
        '👩‍⚕️'.repeat(500),
      ])
        for (const turn of turnsOf(clinic, [text])) expect(consult(turn).notices).toEqual([]);
    });

    it('comes back within its budget', () => {
      for (const turn of turns) expect(consult(turn, limitOf).notices).toEqual([]);
    });

    it('has settings that are whole by default, and the same again after being stored', () => {
      const { settings } = installed.settings(undefined);
      const checked = installed.check(JSON.parse(JSON.stringify(settings)));
      expect(checked).toEqual({ ok: true, settings });
      const stored = {
        skill: skill.name,
        isOn: true,
        version: skill.settingsVersion,
        settings: JSON.parse(JSON.stringify(settings)) as unknown,
      };
      expect(installed.settings(stored)).toEqual({ isOn: true, settings });
      expect(installed.form).toMatchObject({ type: 'object' });
    });

    it('refuses settings that are none', () => {
      for (const wrong of [null, 'on', 7, []]) expect(installed.check(wrong).ok).toBe(false);
    });

    it('writes the same lines into its book because of the same happening', () => {
      for (const kind of happenings) {
        const happening: Happening = {
          id: kind,
          kind,
          at: 0,
          customerId: 'k',
          booking: { id: 'b', treatment: clinic.treatments[0]?.key ?? '' },
        };
        const [enabled] = open();
        const entries = enabled?.observe(happening).map((entry) => Entry.parse(entry));
        expect(open()[0]?.observe(deepFreeze(structuredClone(happening)))).toEqual(entries);
      }
    });
  });
}

const happenings = [
  'booking.made',
  'booking.cancelled',
  'visit.arrived',
  'visit.completed',
  'visit.missed',
] as const;

/** Every question about nothing in particular, and about each treatment. */
function turnsOf(clinic: Clinic, words: readonly string[]): SkillTurn[] {
  const keys = [undefined, ...clinic.treatments.map(({ key }) => key)];
  const said: readonly string[] = words.length > 0 ? words : ['dạ em hỏi chút ạ'];
  const asked: readonly (readonly Intent[])[] = [[], ...intents.map((intent) => [intent])];
  return said.flatMap((text) =>
    keys.flatMap((key) =>
      asked.map((list) => ({
        understanding: {
          intents: list.map((intent) => ({ intent, confidence: 1 })),
          entities: key === undefined ? {} : { treatments: [key] },
          language: 'vi' as const,
          evidence: [],
        },
        words: [text],
        wish: { when: {} },
        clinic,
        now,
      })),
    ),
  );
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}

const room = vm.createContext({ run: () => {} });
const script = new vm.Script('run()');

/** Cuts off what takes too long, as the server does. */
const limitOf: TimeLimit = (ms, run) => {
  room['run'] = run;
  try {
    script.runInContext(room, { timeout: ms });
    return 'finished';
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
      return 'stopped';
    throw error;
  }
};
