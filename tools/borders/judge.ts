import { isBuiltin } from 'node:module';
import path from 'node:path';
import { parseSync } from 'oxc-parser';
import { readAmbientUses } from './read-ambient.ts';
import { readImports, type Import } from './read-imports.ts';
import { readWords } from './read-words.ts';
import { ambient, reserved, rooms, shape, vendorNames, type Room } from './rules.ts';
import { isTest, packageOf, type Source } from './source-tree.ts';

export type Violation = { rule: string; file: string; line: number; what: string; why: string };

export type Judgement = { imports: number; violations: Violation[] };

export function judge({ file, text }: Source): Judgement {
  const { program, comments, errors } = parseSync(file, text);
  const [problem] = errors;
  // A file nobody understands is a file nobody guards.
  if (problem) throw new Error(`${file} cannot be parsed: ${problem.message}`);

  const violations: Violation[] = [];
  const report = (rule: { name: string; why: string }, at: number, what: string) => {
    const line = text.slice(0, at).split('\n').length;
    violations.push({ rule: rule.name, file, line, what, why: rule.why });
  };

  const home = packageOf(file);
  const room = rooms.find(({ folders }) => fits(folders, home));
  if (!room) report(shape.known, 0, `lies in '${home}', which no rule knows`);

  const imports = readImports(program, comments);
  for (const { name, at } of imports) {
    const rule = room && brokenBy(name, file, room);
    if (rule) report(rule, at, name === undefined ? 'imports a computed name' : `imports '${name}'`);
  }
  if (!isTest(file) && fits(ambient.folders, home)) {
    for (const { name, at } of readAmbientUses(program, Object.values(ambient.forbidden).flat()))
      report(ambient, at, `uses ${name}`);
  }
  if (!isTest(file) && fits(vendorNames.folders, home)) {
    for (const { word, at } of readWords(program, vendorNames.words))
      report(vendorNames, at, `spells '${word}'`);
  }
  return { imports: imports.length, violations };
}

function brokenBy(name: Import['name'], file: string, room: Room): { name: string; why: string } | undefined {
  if (name === undefined) return shape.readable;
  const home = packageOf(file);
  if (/^[./]|^file:/.test(name)) return brokenByPath(name, file);
  const owner = packageName(name);
  if (owner.startsWith('@glowbot/') && owner !== name) return shape.frontDoor;
  const keeper = reserved.find(
    ({ packages, only, alsoTests }) =>
      matches(packages, owner) && !fits(only, home) && !(alsoTests && isTest(file)),
  );
  if (keeper) return keeper;
  if (room.mayImport === 'anything') return undefined;
  const allowed = isTest(file) ? [...room.mayImport, ...room.testsMayImport] : room.mayImport;
  return matches(allowed, owner) ? undefined : room;
}

function brokenByPath(name: string, file: string): { name: string; why: string } | undefined {
  const target = path.posix.join(path.posix.dirname(file), name);
  if (!name.startsWith('.') || target.startsWith('..') || packageOf(target) !== packageOf(file))
    return shape.frontDoor;
  return isTest(target) && !isTest(file) ? shape.noTests : undefined;
}

/** `zod/v4` → `zod`, `@koa/router/x` → `@koa/router`, `fs/promises` → `node:fs/promises`. */
function packageName(name: string): string {
  if (isBuiltin(name)) return name.startsWith('node:') ? name : `node:${name}`;
  return name.split('/', name.startsWith('@') ? 2 : 1).join('/');
}

function matches(patterns: readonly string[], name: string): boolean {
  const isOutside = !name.startsWith('@glowbot/') && !name.startsWith('node:');
  return patterns.some((pattern) =>
    pattern === 'packages:*' ? isOutside : wildcard(pattern, '.*').test(name),
  );
}

function fits(folders: readonly string[], home: string): boolean {
  return folders.some((folder) => wildcard(folder, '[^/]*').test(home));
}

function wildcard(pattern: string, star: string): RegExp {
  return new RegExp(
    `^${pattern
      .split('*')
      .map((part) => RegExp.escape(part))
      .join(star)}$`,
  );
}
