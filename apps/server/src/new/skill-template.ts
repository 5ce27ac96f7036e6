/** The files of a new skill, by their paths in its package: a skill that works, to be changed into another. */
export function skillTemplate(name: string, version: string): Record<string, string> {
  const constant = camel(name);
  const settings = `${constant[0]?.toUpperCase() ?? ''}${constant.slice(1)}Settings`;
  return {
    'package.json': `${JSON.stringify(
      {
        name: `@glowbot/${name}`,
        version,
        private: true,
        type: 'module',
        license: 'UNLICENSED',
        exports: './src/index.ts',
        dependencies: { '@glowbot/core': version, zod: '4.6.7' },
      },
      null,
      2,
    )}\n`,
    'README.md': `# @glowbot/${name}

What it is, in one sentence.

## The smallest example

\`\`\`ts
import { installSkill } from '@glowbot/core';
import { ${constant} } from '@glowbot/${name}';

export const skills = [installSkill(${constant})];
\`\`\`

## What it refuses to know

Everything that \`consider\` is not given: no clock, no store, no network, no other skill.

## Quirks

None yet.

## Where to look next

\`core/docs/skills.md\`, and \`src/contract.test.ts\`.
`,
    'src/index.ts': `export { ${settings}, ${constant} } from './${name}.ts';\n`,
    [`src/${name}.ts`]: `import type { Skill } from '@glowbot/core';
import { z } from 'zod';

/** Everything an owner may set, each with a default: the dashboard makes its form from this. */
export const ${settings} = z.strictObject({
  answer: z.string().min(1).default('Dạ em nghe đây ạ.'),
});
export type ${settings} = z.infer<typeof ${settings}>;

/** Answers whoever says "${name}"; change this into what your skill knows. */
export const ${constant}: Skill<${settings}, never> = {
  name: '${name}',
  settingsSchema: ${settings},
  settingsVersion: 1,
  needs: [],
  consider({ words }, _facts, { answer }) {
    const isAsked = words.some((text) => text.toLowerCase().includes('${name}'));
    return isAsked ? [{ answers: '${name}', key: 'faq.answer', facts: { faq: null, answer } }] : [];
  },
};
`,
    'src/contract.test.ts': `import { skillContract } from '@glowbot/testkit';
import { ${constant} } from './${name}.ts';

skillContract(${constant}, { words: ['${name}'] });
`,
  };
}

function camel(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
