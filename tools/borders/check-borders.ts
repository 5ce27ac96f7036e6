#!/usr/bin/env node
import path from 'node:path';
import { parseArgs } from 'node:util';
import { judge, type Violation } from './judge.ts';
import { ruleNames } from './rules.ts';
import { readSourceTree } from './source-tree.ts';

const help = `Holds every import of every source against the tables in tools/borders/rules.ts.

  npm run check:borders -- [--json] [--root FOLDER]

  --json   one JSON object: { files, imports, rules: [name], violations: [{ rule, file, line, what, why }] }
  --root   the house to check (this one)
  --help   this text

Exit code 0: no border is crossed. 1: some are. 2: nothing could be checked.
`;

const here = path.resolve(import.meta.dirname, '../..');

function check(root: string): { files: number; imports: number; violations: Violation[] } {
  const judgements = readSourceTree(root).map(judge);
  return {
    files: judgements.length,
    imports: judgements.reduce((sum, { imports }) => sum + imports, 0),
    violations: judgements.flatMap(({ violations }) => violations),
  };
}

function main(): number {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean' },
      root: { type: 'string', default: here },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const { files, imports, violations } = check(path.resolve(values.root));
  if (files === 0 || imports === 0) {
    process.stderr.write(
      `The guard saw ${files} files and ${imports} imports below ${values.root}, so it proves nothing; ` +
        'check --root, and that oxc-parser reads these sources.\n',
    );
    return 2;
  }
  if (values.json)
    process.stdout.write(`${JSON.stringify({ files, imports, rules: ruleNames, violations }, null, 2)}\n`);
  else printForPeople(files, imports, violations);
  return violations.length === 0 ? 0 : 1;
}

function printForPeople(files: number, imports: number, violations: readonly Violation[]): void {
  for (const { rule, file, line, what, why } of violations) {
    process.stdout.write(`${file}:${line} ${what}\n  ${rule}: ${why}\n`);
  }
  const read = `${imports} imports of ${files} files`;
  process.stdout.write(
    violations.length === 0
      ? `No border is crossed (${read}).\n`
      : `\n${violations.length} borders are crossed (${read}). Pass in what is needed as an argument or move the code ` +
          'to where it may know; if the rule is wrong, change its row in tools/borders/rules.ts and say why.\n',
  );
}

try {
  process.exitCode = main();
} catch (error) {
  const why = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${why}\nNothing was checked; correct this first, or see --help.\n`);
  process.exitCode = 2;
}
