import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const root = path.resolve(import.meta.dirname, '../..');

const Scripts = z.object({ scripts: z.object({ 'check:lint': z.string() }) });
const Report = z.object({ diagnostics: z.array(z.object({ code: z.string(), severity: z.string() })) });

/** Lints with the very words of `npm run check:lint`; planted folders are only reachable by their own settings. */
function lintPlanted() {
  const { scripts } = Scripts.parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')));
  const [linter = '', ...flags] = scripts['check:lint'].split(' ');
  const folder = path.join(import.meta.dirname, 'planted/lint');
  const { status, stdout } = spawnSync(
    path.join(root, 'node_modules/.bin', linter),
    [...flags, '--format', 'json', '--config', path.join(folder, 'lint.json'), folder],
    { cwd: root, encoding: 'utf8' },
  );
  return { status, ...Report.parse(JSON.parse(stdout)) };
}

test('the linter knows types: a promise nobody waits for and a forgotten case are errors', () => {
  const { status, diagnostics } = lintPlanted();
  expect(status).toBe(1);
  expect(new Set(diagnostics.map(({ code, severity }) => `${severity} ${code}`))).toEqual(
    new Set([
      'error typescript(no-floating-promises)',
      'error typescript(no-misused-promises)',
      'error typescript(await-thenable)',
      'error typescript(switch-exhaustiveness-check)',
      'error typescript(consistent-type-imports)',
      'error typescript(no-explicit-any)',
      'error eslint(no-console)',
    ]),
  );
});
