import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { GlowBotError } from '@glowbot/core';
import { skillTemplate } from '../new/skill-template.ts';
import type { Command } from './command.ts';

export const newCommand: Command = {
  name: 'new',
  positionals: 'skill NAME',
  options: { to: { type: 'string', default: 'plugins' } },
  summary: 'Make the package of a new skill, which works and passes its tests at once.',
  help: [
    'NAME is in kebab-case: skin-quiz. The package goes into plugins/NAME; --to FOLDER says otherwise.',
    'Then: npm install, npx vitest run plugins/NAME, and a line in apps/server/src/skills.ts.',
  ].join('\n'),
  async run({ positionals: [kind, name = ''], values }) {
    if (kind !== 'skill')
      throw new GlowBotError('CONFIG_INVALID', 'glowbot new makes a skill: new skill NAME.');
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
      throw new GlowBotError('CONFIG_INVALID', `'${name}' is no name for a skill: kebab-case, please.`);
    const folder = path.resolve(String(values['to']), name);
    if (existsSync(folder)) throw new GlowBotError('CONFIG_INVALID', `${folder} is there already.`);
    for (const [file, content] of Object.entries(skillTemplate(name, '0.1.0'))) {
      const place = path.join(folder, file);
      mkdirSync(path.dirname(place), { recursive: true });
      writeFileSync(place, content);
    }
    process.stdout.write(
      `The skill ${name} is in ${folder}.\nNext: npm install, then a line in apps/server/src/skills.ts.\n`,
    );
    return 0;
  },
};
