#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { GlowBotError } from '@glowbot/core';
import { chatCommand } from './commands/chat.ts';
import { crowdCommand } from './commands/crowd.ts';
import { exportCommand, importCommand } from './commands/exchange.ts';
import { migrateCommand } from './commands/migrate.ts';
import { newCommand } from './commands/new.ts';
import { predictCommand } from './commands/predict.ts';
import { proveCommand } from './commands/prove.ts';
import { seedCommand } from './commands/seed.ts';
import { serveCommand } from './commands/serve.ts';
import type { Call, Command } from './commands/command.ts';

const commands: readonly Command[] = [
  serveCommand,
  migrateCommand,
  seedCommand,
  importCommand,
  exportCommand,
  predictCommand,
  crowdCommand,
  proveCommand,
  chatCommand,
  newCommand,
];

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
    process.stdout.write(
      `glowbot ${[command.name, command.positionals].filter(Boolean).join(' ')}\n\n${command.summary}\n\n${command.help}\n`,
    );
    return 0;
  }
  const call = callOf(command, args);
  if (typeof call === 'string') {
    process.stderr.write(`${call}: glowbot ${command.name} --help says what is understood.\n`);
    return 2;
  }
  return await command.run(call);
}

/** The call, or what is wrong with it. */
function callOf({ options = {}, positionals }: Command, args: string[]): Call | string {
  try {
    const parsed = parseArgs({ args, options, allowPositionals: positionals !== undefined });
    const values = Object.fromEntries(
      Object.entries(parsed.values).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(',') : value,
      ]),
    );
    return { positionals: parsed.positionals, values, environment: process.env };
  } catch (error) {
    return error instanceof Error ? (error.message.split('. ')[0] ?? error.message) : 'Not understood';
  }
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
