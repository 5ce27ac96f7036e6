import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { demoClinic } from '@glowbot/demo-clinic';
import { createStore, type DatabaseConnection, migrate, startEmbeddedPostgres } from '@glowbot/postgres';
import pg from 'pg';
import { stepFigures, stepTable } from './bench-step.ts';
import { availabilityFigures, availabilityTable } from './bench-availability.ts';
import { holds, modelFigures, modelTable } from './bench-model.ts';
import { guardFigures, understandingFigures, type WordFigures, wordTable } from './bench-words.ts';
import { startFakeGraph } from './fake-graph.ts';
import { acknowledgements, commitsPerSecond, turnsPerSecond } from './measures.ts';
import { race, type RaceReport, raceTable } from './race.ts';
import { webhookClient } from './webhook-client.ts';

const help = `npm run bench [-- availability|race|model|step|understanding|guard] [-- --quick] [-- --json]

Measures on this machine, with a durable PostgreSQL and the server as a process of its own:
webhook acknowledgement and reply at a steady rate, turns per second at saturation, and what PostgreSQL alone can commit.
  availability   all free starts of a month in a busy calendar, and how that grows; no database
  race           500 conversations for one slot, twenty times: who won, what the others were told; --quick three times
  model          turns while the language model fails in every way: all are answered in time, or it exits with 1
  step           one pure step of a conversation, and the share of each part; no database
  understanding  reading one message, and very long ones
  guard          judging one reply, and very long ones
  --quick   seconds instead of a minute, for a first look
  --json    figures for programs
`;

const cli = fileURLToPath(new URL('../../apps/server/src/cli.ts', import.meta.url));
const page = { id: '2001', appSecret: 'bench-app-secret' };

const wordBenches: Readonly<Record<string, () => WordFigures>> = {
  understanding: understandingFigures,
  guard: guardFigures,
};

function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help')) {
    process.stdout.write(help);
    return;
  }
  if (args.includes('step')) {
    const figures = stepFigures();
    process.stdout.write(args.includes('--json') ? `${JSON.stringify(figures)}\n` : stepTable(figures));
    return;
  }
  if (args.includes('availability')) {
    process.stdout.write(availabilityTable(availabilityFigures()));
    return;
  }
  const words = Object.entries(wordBenches).find(([what]) => args.includes(what));
  if (words) {
    const [what, measureWords] = words;
    const figures = measureWords();
    process.stdout.write(args.includes('--json') ? `${JSON.stringify(figures)}\n` : wordTable(what, figures));
    return;
  }
  const isQuick = args.includes('--quick');
  const isJson = args.includes('--json');
  if (args.includes('model')) {
    const found = await modelFigures(isQuick, progress);
    progress('');
    process.stdout.write(isJson ? `${JSON.stringify(found)}\n` : modelTable(found));
    if (!holds(found)) process.exitCode = 1;
    return;
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'glowbot-bench-'));
  const postgres = await startEmbeddedPostgres({ dataFolder: path.join(folder, 'data') });
  try {
    if (args.includes('race')) {
      await migrate(postgres.connection);
      const reports: RaceReport[] = [];
      for (let nth = 0; nth < (isQuick ? 3 : 20); nth += 1) {
        progress(`race ${nth + 1} …`);
        reports.push(await race(postgres.connection, 500));
      }
      progress('');
      process.stdout.write(isJson ? `${JSON.stringify(reports)}\n` : raceTable(reports));
      return;
    }
    const figures = await measure(postgres.connection, isQuick);
    progress('');
    process.stdout.write(isJson ? `${JSON.stringify(figures)}\n` : table(figures));
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Figures = Awaited<ReturnType<typeof measure>>;

async function measure(connection: DatabaseConnection, isQuick: boolean) {
  await migrate(connection);
  const masterKey = randomBytes(32).toString('base64');
  const store = createStore({ connection, masterKeys: { current: masterKey, old: [] } });
  const { scope } = await store.createClinic('bench', { ...demoClinic(), settleMs: 0 });
  await store.connectAccount(scope, {
    channel: 'facebook',
    externalId: page.id,
    name: 'bench',
    credentials: { pageAccessToken: 'bench-token' },
  });
  await store.close();

  const waiting = new Map<string, (() => void)[]>();
  let replies = 0;
  const graph = await startFakeGraph((customer) => {
    replies += 1;
    waiting.get(customer)?.shift()?.();
  });
  const replied = (customer: string) =>
    new Promise<void>((resolve) => {
      const list = waiting.get(customer);
      if (list) list.push(resolve);
      else waiting.set(customer, [resolve]);
    });

  const server = await startServer(connection, masterKey, graph.url);
  const webhooks = webhookClient({ url: server.url, pageId: page.id, appSecret: page.appSecret });
  const oracle = new pg.Pool({ ...connection, max: 1 });
  try {
    progress('what PostgreSQL can commit …');
    const before = await commitsPerSecond(connection, isQuick ? 1 : 4);
    const steady = { perSecond: 200, seconds: isQuick ? 2 : 15, conversations: 1_000 };
    progress(`${steady.perSecond} webhooks a second for ${steady.seconds} s …`);
    const rate = await acknowledgements(webhooks, steady, replied);

    const counted = async () => {
      const { rows } = await oracle.query<{ commits: string; wal: string }>(
        `select xact_commit as commits, pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') as wal from pg_stat_database where datname = current_database()`,
      );
      return { commits: Number(rows[0]?.commits), wal: Number(rows[0]?.wal) };
    };
    const repliesBefore = replies;
    const start = await counted();
    const conversations = isQuick ? 100 : 1_000;
    const total = conversations * 6;
    const burst = await turnsPerSecond(
      webhooks,
      {
        conversations,
        turns: 6,
        inFlight: 256,
        onTurn: (done) => {
          if (done % 50 === 0)
            progress(`turns ${'█'.repeat(Math.round((30 * done) / total)).padEnd(30, '·')} ${done}/${total}`);
        },
      },
      replied,
    );
    const end = await counted();
    const after = await commitsPerSecond(connection, isQuick ? 1 : 4);
    return {
      postgresCommitsPerSecond: Math.round((before + after) / 2),
      atSteadyRate: { ...steady, ...rate },
      atSaturation: {
        conversations,
        turns: burst.turns,
        turnsPerSecond: Math.round(burst.perSecond),
        shareOfPostgresLimit: burst.perSecond / ((before + after) / 2),
        repliesTooMany: replies - repliesBefore - burst.turns,
        commitsPerTurn: (end.commits - start.commits) / burst.turns,
        walBytesPerTurn: Math.round((end.wal - start.wal) / burst.turns),
      },
    };
  } finally {
    webhooks.close();
    await server.stop();
    await oracle.end();
    await graph.close();
  }
}

async function startServer(connection: DatabaseConnection, masterKey: string, graphUrl: string) {
  const child = spawn(process.execPath, [cli, 'serve'], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: `postgres:///${connection.database}?host=${encodeURIComponent(connection.host)}&port=${connection.port}&user=${connection.user}`,
      GLOWBOT_MASTER_KEY: masterKey,
      GLOWBOT_LOG: 'error',
      PORT: '0',
      FACEBOOK_APP_ID: '1001',
      FACEBOOK_APP_SECRET: page.appSecret,
      FACEBOOK_VERIFY_TOKEN: 'bench-verify',
      FACEBOOK_GRAPH_URL: graphUrl,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk;
      const ready = /Ready at (\S+)/.exec(printed)?.[1];
      if (ready !== undefined) resolve(ready);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  return {
    url,
    stop: () =>
      new Promise<void>((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

function table({ postgresCommitsPerSecond, atSteadyRate, atSaturation }: Figures): string {
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  const { ack, reply } = atSteadyRate;
  const rows = [
    ['PostgreSQL alone, one row a commit, 16 clients', `${postgresCommitsPerSecond} commits/s`],
    [
      `acknowledgement at ${atSteadyRate.perSecond}/s, p50 · p99 · max`,
      `${ms(ack.p50)} · ${ms(ack.p99)} · ${ms(ack.max)}`,
    ],
    [
      `webhook to reply at ${atSteadyRate.perSecond}/s, p50 · p99 · max`,
      `${ms(reply.p50)} · ${ms(reply.p99)} · ${ms(reply.max)}`,
    ],
    ['refused webhooks', String(atSteadyRate.refused)],
    [
      `turns at saturation (${atSaturation.conversations} conversations × 6, 256 in flight)`,
      `${atSaturation.turnsPerSecond} turns/s`,
    ],
    ['… as a share of what PostgreSQL alone commits', atSaturation.shareOfPostgresLimit.toFixed(2)],
    ['… replies too many', String(atSaturation.repliesTooMany)],
    [
      '… commits · WAL per turn',
      `${atSaturation.commitsPerTurn.toFixed(2)} · ${atSaturation.walBytesPerTurn} bytes`,
    ],
  ];
  const width = Math.max(...rows.map(([label = '']) => label.length));
  return `${rows.map(([label = '', value]) => `${label.padEnd(width)}  ${value}`).join('\n')}\n`;
}

await main(process.argv.slice(2));
