#!/usr/bin/env node
import { GlowBotError } from '@glowbot/core';
import { migrateCommand } from './commands/migrate.ts';
import { seedCommand } from './commands/seed.ts';
import { serveCommand } from './commands/serve.ts';
import type { Command } from './commands/command.ts';

const commands: readonly Command[] = [serveCommand, migrateCommand, seedCommand];

function usage(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'glowbot <command> [--help]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
  ].join('\n');
}

async function main([name, ...args]: string[]): Promise<number> {
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) {
    const isHelp = name === '--help' || name === 'help';
    (isHelp ? process.stdout : process.stderr).write(usage());
    if (isHelp) return 0;
    process.stderr.write(
      `\n${name === undefined ? 'Name a command' : `There is no command '${name}'`}: see the list above.\n`,
    );
    return 2;
  }
  if (args.includes('--help')) {
    process.stdout.write(`glowbot ${command.name}\n\n${command.summary}\n\n${command.help}\n`);
    return 0;
  }
  if (args.length > 0) {
    process.stderr.write(
      `'${args.join(' ')}' is not understood: glowbot ${command.name} --help says what is.\n`,
    );
    return 2;
  }
  return await command.run(process.env);
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const isOurs = error instanceof GlowBotError;
    process.stderr.write(
      `${isOurs ? error.message : `Unexpected: ${error instanceof Error ? (error.stack ?? error.name) : typeof error}`}\n`,
    );
    process.exitCode = 1;
  },
);
