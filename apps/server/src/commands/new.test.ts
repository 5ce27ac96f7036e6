import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newCommand } from './new.ts';

const house = path.resolve(import.meta.dirname, '../../../..');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'new-skill-'));
  symlinkSync(path.join(house, 'node_modules'), path.join(folder, 'node_modules'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const make = (...positionals: string[]) =>
  newCommand.run({ positionals, values: { to: folder }, environment: {} });

test('a new skill passes the kit’s contract as it is', async () => {
  expect(await make('skill', 'skin-quiz')).toBe(0);
  const vitest = path.join(house, 'node_modules/vitest/vitest.mjs');
  const report = path.join(folder, 'report.json');
  execFileSync(
    process.execPath,
    [vitest, 'run', '--root', folder, '--reporter=json', `--outputFile=${report}`],
    {
      env: { PATH: process.env['PATH'], NO_COLOR: '1' },
      stdio: 'ignore',
    },
  );
  expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({ success: true, numFailedTests: 0 });
}, 120_000);

test('a name that is none, a kind that is none and a folder that is there are refused, and nothing is written', async () => {
  await expect(make('skill', 'Skin Quiz')).rejects.toThrow(/CONFIG_INVALID/);
  await expect(make('horse', 'skin-quiz')).rejects.toThrow(/CONFIG_INVALID/);
  expect(existsSync(path.join(folder, 'skin-quiz'))).toBe(false);
  await make('skill', 'skin-quiz');
  await expect(make('skill', 'skin-quiz')).rejects.toThrow(/is there already/);
});
