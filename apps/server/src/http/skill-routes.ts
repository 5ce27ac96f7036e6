import type Router from '@koa/router';
import type { ClinicScope, EngineParts, InstalledSkill, StoredSkill } from '@glowbot/core';
import { z } from 'zod';
import { jsonBody } from './json-body.ts';
import { problem } from './problem.ts';

type Parts = Pick<EngineParts, 'store' | 'skills'>;

const Wanted = z.strictObject({ isOn: z.boolean(), settings: z.unknown() });

/** Which skills a clinic has, and how each is set. */
export function skillRoutes(router: Router<{ scope: ClinicScope }>, { store, skills }: Parts): void {
  router.get('/skills', async (ctx) => {
    const stored = await store.skillSettings(ctx.state.scope);
    ctx.body = { skills: skills.map((skill) => shown(skill, stored)) };
  });

  router.put('/skills/:name', async (ctx) => {
    const skill = skills.find(({ name }) => name === ctx.params['name']);
    if (!skill) return problem(ctx, 404, 'No such skill', 'No skill of this name is installed.');
    const wanted = await jsonBody(ctx, Wanted);
    if (!wanted) return;
    const checked = skill.check(wanted.settings);
    if (!checked.ok)
      return problem(
        ctx,
        400,
        'Bad settings',
        `Look at: ${checked.wrong.filter(Boolean).join(', ') || 'the settings'}.`,
      );
    const stored: StoredSkill = {
      skill: skill.name,
      isOn: wanted.isOn,
      version: skill.settingsVersion,
      settings: checked.settings,
    };
    await store.setSkill(ctx.state.scope, stored);
    ctx.body = shown(skill, [stored]);
  });
}

function shown(skill: InstalledSkill, stored: readonly StoredSkill[]) {
  const own = stored.find((row) => row.skill === skill.name);
  return {
    name: skill.name,
    ...skill.settings(own),
    /** False: the defaults are shown, because what was stored can no longer be read, and the skill rests. */
    isReadable: skill.open(own).kind !== 'unreadable',
    needs: skill.needs,
    form: skill.form,
  };
}
