import { z } from 'zod';
import type { StoredSkill } from '../contracts/skill-store.ts';
import type { Happening, Skill, SkillFacts, SkillNeed, SkillTurn } from '../contracts/skill.ts';
import { GlowBotError } from '../domain/glowbot-error.ts';

/** A skill with the settings it runs under. What it returns is checked by whoever asks it. */
export type EnabledSkill = {
  name: string;
  needs: readonly SkillNeed[];
  consider(turn: SkillTurn, facts: SkillFacts): readonly unknown[];
  observe(happening: Happening): readonly unknown[];
};

/** What became of stored settings under the installed version of their skill. */
export type OpenedSkill =
  | { kind: 'on'; skill: EnabledSkill }
  | { kind: 'off' }
  /** They cannot be read: the skill stays out until somebody saves them again. */
  | { kind: 'unreadable'; why: string };

/** A skill of the house, before any clinic has its say. */
export type InstalledSkill = {
  name: string;
  settingsVersion: number;
  needs: readonly SkillNeed[];
  /** The settings' JSON schema, from which a form is made. */
  form: unknown;
  /** Under what a clinic has stored; where it has stored nothing, on, with the defaults. */
  open(stored: StoredSkill | undefined): OpenedSkill;
  /** Stored or absent settings as an owner edits them. */
  settings(stored: StoredSkill | undefined): { isOn: boolean; settings: unknown };
  check(wanted: unknown): { ok: true; settings: unknown } | { ok: false; wrong: readonly string[] };
};

export function installSkill<Settings extends object, Need extends SkillNeed>(
  skill: Skill<Settings, Need>,
): InstalledSkill {
  const { name, settingsSchema: schema, settingsVersion, needs } = skill;
  const defaults = schema.safeParse({});
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    throw new GlowBotError('SKILL_INVALID', `'${name}' is no name for a skill: kebab-case, please.`);
  if (!defaults.success)
    throw new GlowBotError('SKILL_INVALID', `${name}: every setting needs a default (${wrongIn(defaults)}).`);

  const read = (stored: StoredSkill | undefined) => {
    if (!stored) return defaults;
    if (stored.version > settingsVersion)
      return { success: false as const, why: `they are of version ${stored.version}` };
    const isOlder = stored.version < settingsVersion;
    try {
      return schema.safeParse(
        isOlder && skill.migrateSettings
          ? skill.migrateSettings(stored.settings, stored.version)
          : stored.settings,
      );
    } catch (error) {
      return { success: false as const, why: error instanceof Error ? error.name : 'the migration failed' };
    }
  };

  return {
    name,
    settingsVersion,
    needs,
    form: z.toJSONSchema(schema, { io: 'input' }),
    open(stored) {
      if (stored && !stored.isOn) return { kind: 'off' };
      const settings = read(stored);
      if (!settings.success)
        return { kind: 'unreadable', why: 'why' in settings ? settings.why : wrongIn(settings) };
      return {
        kind: 'on',
        skill: {
          name,
          needs,
          consider: (turn, facts) => skill.consider(turn, facts, settings.data),
          observe: (happening) => skill.observe?.(happening, settings.data) ?? [],
        },
      };
    },
    settings(stored) {
      const settings = read(stored);
      return { isOn: stored?.isOn ?? true, settings: settings.success ? settings.data : defaults.data };
    },
    check(wanted) {
      const settings = schema.safeParse(wanted);
      return settings.success
        ? { ok: true, settings: settings.data }
        : { ok: false, wrong: settings.error.issues.map(({ path }) => path.join('.')) };
    },
  };
}

function wrongIn({ error }: { error: z.ZodError }): string {
  return error.issues.map(({ path }) => path.join('.') || 'the settings').join(', ');
}

/** The skills that are on in a clinic, in the order in which they are installed: that is the order in which they are heard. */
export function openSkills(
  installed: readonly InstalledSkill[],
  stored: readonly StoredSkill[],
  unreadable: (skill: string, why: string) => void,
): EnabledSkill[] {
  return installed.flatMap((skill) => {
    const opened = skill.open(stored.find((row) => row.skill === skill.name));
    if (opened.kind === 'unreadable') unreadable(skill.name, opened.why);
    return opened.kind === 'on' ? [opened.skill] : [];
  });
}
