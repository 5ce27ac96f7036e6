import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

function checkLock(packages: Record<string, object>): { status: number | null; stderr: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'glowbot-lock-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'package-lock.json');
  writeFileSync(file, JSON.stringify({ packages }));
  const script = path.resolve(import.meta.dirname, '../../tools/check-lock.mjs');
  return spawnSync(process.execPath, [script, '--file', file], { encoding: 'utf8' });
}

test('a lock file without addresses, whose platforms are found beside or above, is whole', () => {
  const { status } = checkLock({
    '': { optionalDependencies: { top: '1' } },
    'core/engine': { optionalDependencies: { top: '1' } },
    'node_modules/top': {},
    'node_modules/@a/b': { optionalDependencies: { '@a/linux': '1', top: '1' } },
    'node_modules/@a/b/node_modules/@a/linux': {},
  });
  expect(status).toBe(0);
});

test('an address ties everyone to one registry and is refused', () => {
  const { status, stderr } = checkLock({
    '': {},
    'node_modules/top': { resolved: 'https://registry.example/top-1.0.0.tgz' },
  });
  expect(status).toBe(1);
  expect(stderr).toContain('node_modules/top holds the address https://registry.example/top-1.0.0.tgz');
});

test('a platform that is named and missing is refused, because npm ci fails there', () => {
  const { status, stderr } = checkLock({
    '': {},
    'node_modules/top': { optionalDependencies: { 'top-linux': '1', 'top-win32': '1' } },
    'node_modules/top-linux': {},
  });
  expect(status).toBe(1);
  expect(stderr).toContain('node_modules/top names top-win32, which is not in the lock file');
});

test('an empty lock file proves nothing', () => {
  expect(checkLock({})).toMatchObject({ status: 1, stderr: expect.stringContaining('names no packages') });
});
