#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { demoOptions } from './demo-options.ts';
import { SimulatorOptions } from './options.ts';
import { startSimulator } from './simulator.ts';

const help = `Zalo OA and Messenger on this machine, and a chat page.

  cli.ts [--port 3100] [--server http://127.0.0.1:3000] [--watch URL] [--config FILE]

  --port     where the simulator listens on 127.0.0.1 (3100; 0 takes a free port)
  --server   the server whose /webhooks/facebook and /webhooks/zalo get the webhooks
  --watch    address behind the chat page's link to the live view
  --config   JSON file with "facebook" and "zalo": app ids, secrets and accounts;
             without it, invented ones are used and printed
  --help     this text
`;

const Config = SimulatorOptions.pick({ facebook: true, zalo: true });

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '3100' },
      server: { type: 'string', default: 'http://127.0.0.1:3000' },
      watch: { type: 'string' },
      config: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  const demo = demoOptions(Number(values.port), values.server);
  const config =
    values.config === undefined ? demo : Config.parse(JSON.parse(readFileSync(values.config, 'utf8')));
  const simulator = await startSimulator({
    ...demo,
    facebook: config.facebook,
    zalo: config.zalo,
    ...(values.watch === undefined ? {} : { watchUrl: values.watch }),
  });
  process.stdout.write(
    `Chat page and vendor APIs: ${simulator.url}\nWebhooks go to: ${values.server}/webhooks/…\n`,
  );
  if (values.config === undefined) {
    process.stdout.write(`${JSON.stringify({ facebook: demo.facebook, zalo: demo.zalo }, null, 2)}\n`);
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void simulator.close());
}

run().catch((error: unknown) => {
  const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
  process.stderr.write(`The simulator did not start: ${why}\nRun it with --help to see its options.\n`);
  process.exitCode = 1;
});
