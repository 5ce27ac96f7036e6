import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';

const root = path.resolve(import.meta.dirname, '../..');

const Report = z.object({
  files: z.number(),
  imports: z.number(),
  rules: z.array(z.string()),
  violations: z.array(z.object({ rule: z.string(), file: z.string(), line: z.number(), what: z.string() })),
});

function checkBorders(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const script = path.join(root, 'tools/borders/check-borders.ts');
  return spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
}

function checkPlanted() {
  const house = path.join(import.meta.dirname, 'planted/house');
  const { status, stdout } = checkBorders('--json', '--root', house);
  return { status, ...Report.parse(JSON.parse(stdout)) };
}

function houseWith(files: Record<string, string>): string {
  const house = mkdtempSync(path.join(tmpdir(), 'glowbot-house-'));
  onTestFinished(() => rmSync(house, { recursive: true }));
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(house, file), text);
  return house;
}

test('every planted violation is seen, in its line and by its rule, and nothing innocent is accused', () => {
  const { status, violations } = checkPlanted();
  expect(violations.map(({ rule, file, line, what }) => `${file}:${line} ${what} | ${rule}`)).toEqual([
    "adapters/facebook/src/asks-a-sibling.ts:1 imports '@glowbot/zalo-api' | adapters-are-strangers",
    "adapters/facebook/src/asks-beside-the-door.ts:1 imports '../../zalo-api/src/vendor-api/call-vendor.ts' | front-door-only",
    "adapters/facebook/src/asks-beside-the-door.ts:2 imports '@glowbot/core/src/engine/receive.ts' | front-door-only",
    "adapters/facebook/src/asks-beside-the-door.ts:3 imports '/etc/secrets.ts' | front-door-only",
    "adapters/zalo-oa/src/asks-the-other-zalo.ts:1 imports '@glowbot/zalo-zns' | zalo-channels-share-zalo-api",
    "apps/dashboard/src/asks-a-channel.ts:1 imports '@glowbot/facebook' | dashboard-speaks-http",
    "apps/dashboard/src/asks-koa.ts:1 imports 'koa' | koa-only-in-server",
    "apps/server/src/asks-too-much.ts:1 imports '@anthropic-ai/sdk' | anthropic-only-in-claude",
    "apps/server/src/asks-too-much.ts:2 imports 'knex' | sql-only-in-postgres",
    "apps/server/src/asks-too-much.ts:3 imports '@glowbot/testkit' | test-tools-stay-in-tests",
    'apps/server/src/asks-too-much.ts:6 imports a computed name | imports-are-readable',
    "apps/simulator/src/asks-the-engine.ts:1 imports '@glowbot/core' | simulator-is-a-stranger",
    "apps/simulator/src/asks-the-engine.ts:2 imports '@glowbot/server' | nobody-imports-apps",
    "attic/src/forgotten.ts:1 lies in 'attic', which no rule knows | every-room-has-a-row",
    "core/claude/src/asks-the-store.ts:1 imports '@glowbot/postgres' | claude-is-the-language-model",
    "core/engine/src/asks-a-fixture.ts:1 imports '../fixtures/small-clinic.ts' | product-knows-no-tests",
    "core/engine/src/asks-in-a-comment.js:1 imports '@glowbot/postgres' | engine-knows-nobody",
    "core/engine/src/asks-node.ts:1 imports 'node:fs' | engine-knows-nobody",
    "core/engine/src/asks-the-store.ts:1 imports '@glowbot/postgres' | engine-knows-nobody",
    "core/engine/src/asks-the-store.ts:3 imports '@glowbot/facebook' | engine-knows-nobody",
    'core/engine/src/asks-the-world.ts:1 uses Date.now | world-arrives-as-argument',
    'core/engine/src/asks-the-world.ts:2 uses new Date() | world-arrives-as-argument',
    'core/engine/src/asks-the-world.ts:3 uses Date() | world-arrives-as-argument',
    'core/engine/src/asks-the-world.ts:4 uses Date.now | world-arrives-as-argument',
    'core/engine/src/asks-the-world.ts:5 uses Math.random | world-arrives-as-argument',
    'core/engine/src/asks-the-world.ts:6 uses process | world-arrives-as-argument',
    'core/engine/src/asks-the-world.ts:7 uses fetch | world-arrives-as-argument',
    'core/engine/src/asks-the-world.ts:8 uses fetch | world-arrives-as-argument',
    'core/engine/src/asks-the-world.ts:8 uses setTimeout | world-arrives-as-argument',
    'core/engine/src/asks-the-world.ts:9 uses setTimeout | world-arrives-as-argument',
    'core/engine/src/asks-the-world.ts:9 uses console | world-arrives-as-argument',
    "core/memory/src/asks-an-adapter.ts:1 imports '@glowbot/facebook' | memory-is-a-store",
    "core/postgres/src/asks-an-adapter.ts:1 imports '@glowbot/facebook' | postgres-is-the-store",
    "core/postgres/src/names-a-vendor.ts:1 spells 'zalo-oa' | ask-the-table-not-the-name",
    "core/postgres/src/names-a-vendor.ts:2 spells 'facebook' | ask-the-table-not-the-name",
    "core/postgres/src/names-a-vendor.ts:3 spells 'zalo-zns' | ask-the-table-not-the-name",
    "core/rehearsal/src/asks-an-adapter.ts:1 imports '@glowbot/facebook' | rehearsal-plays-the-engine",
    "core/testkit/src/asks-an-adapter.ts:1 imports '@glowbot/facebook' | testkit-knows-contracts",
    "plugins/promotions/src/asks-node.ts:1 imports 'crypto' | plugins-are-pure",
    'plugins/promotions/src/asks-node.ts:4 uses crypto | world-arrives-as-argument',
    "tools/asks-the-house.mjs:3 imports '@glowbot/core' | tools-stand-outside",
  ]);
  expect(status).toBe(1);
});

test('every rule has a planted violation', () => {
  const { rules, violations } = checkPlanted();
  expect(new Set(violations.map(({ rule }) => rule))).toEqual(new Set(rules));
});

test('people read which file crosses which border, why, and what to do', () => {
  const { stdout } = checkBorders('--root', path.join(import.meta.dirname, 'planted/house'));
  expect(stdout).toContain(
    "core/engine/src/asks-node.ts:1 imports 'node:fs'\n  engine-knows-nobody: The engine",
  );
  expect(stdout).toMatch(/\d+ borders are crossed \(\d+ imports of \d+ files\)\. Pass in what is needed/);
});

test('planted violations do not count as part of the house', () => {
  expect(checkBorders().stdout).not.toContain('planted');
});

test.each([
  { when: 'there is no source', files: {} },
  { when: 'no source imports anything', files: { 'alone.ts': 'export const alone = 1;' } },
])('a guard that sees nothing fails: $when', ({ files }) => {
  const { status, stderr } = checkBorders('--root', houseWith(files));
  expect(status).toBe(2);
  expect(stderr).toContain('proves nothing');
});

test('a source that cannot be parsed fails the check and is named', () => {
  const { status, stderr } = checkBorders('--root', houseWith({ 'broken.ts': 'import { from' }));
  expect(status).toBe(2);
  expect(stderr).toContain('broken.ts cannot be parsed');
});

test('an unknown option is refused with a hint, and --help explains', () => {
  expect(checkBorders('--fast')).toMatchObject({ status: 2, stderr: expect.stringContaining('--help') });
  expect(checkBorders('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--json') });
});
