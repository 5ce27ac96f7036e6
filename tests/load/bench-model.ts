import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createClaude } from '@glowbot/claude';
import { defaultModelSettings, type ModelSettings, modelLimits, readingQuestion } from '@glowbot/core';
import { demoClinic } from '@glowbot/demo-clinic';
import { createStore, migrate, startEmbeddedPostgres } from '@glowbot/postgres';
import { createChannels, createLog, serve } from '@glowbot/server';
import { startSimulator } from '@glowbot/simulator';
import { startFakeGraph } from './fake-graph.ts';
import { type Spread, spreadOf } from './measures.ts';
import { webhookClient } from './webhook-client.ts';

type Claude = Awaited<ReturnType<typeof startSimulator>>['claude'];

/** What is wrong with the model, and how it comes to be so. */
type Trouble = { name: string; begin: (claude: Claude) => void; settings?: Partial<ModelSettings> };

type Fault = Parameters<Claude['failNext']>[0]['fault'];
const failing = (name: string, fault: Fault): Trouble => ({
  name,
  begin: (claude) => claude.failNext({ fault }),
});
const status = (code: number): Fault => ({ kind: 'status', status: code });

/** The same turns without a model: what this machine needs for them, whatever else it is doing. */
const withoutModel: Trouble = { name: 'switched off', begin: () => {}, settings: { isOn: false } };

const troubles: readonly Trouble[] = [
  { name: 'nothing', begin: () => {} },
  { name: 'it lies', begin: (claude) => claude.setMode('lying') },
  failing('401: the key is refused', status(401)),
  failing('400: the request is refused', status(400)),
  failing('429: too many requests', { kind: 'status', status: 429, retryAfterSeconds: 30 }),
  failing('500: an error', status(500)),
  failing('529: overloaded', status(529)),
  failing('never a byte', { kind: 'hang' }),
  failing('ten seconds late', { kind: 'late', ms: 10_000 }),
  failing('half an answer, then nothing', { kind: 'slow-body', ms: 10_000 }),
  failing('half an answer, then it breaks', { kind: 'broken-body' }),
  failing('the connection breaks', { kind: 'drop' }),
  failing('a page of a proxy', { kind: 'page' }),
  failing('no JSON', { kind: 'no-json' }),
  failing('JSON of another shape', { kind: 'wrong-shape' }),
  failing('it declines', { kind: 'refusal' }),
  failing('an answer that is cut off', { kind: 'max-tokens' }),
  { name: 'the budget is spent', begin: () => {}, settings: { monthlyTokens: 0 } },
];

/** Customers who write at the same time, each again as soon as somebody was answered. */
const atOnce = 10;
/** Whoever is not answered in this time counts as unanswered. */
const patienceMs = 60_000;

/** One the rules are sure of, and one that they doubt. */
const texts = ['peel da giá bao nhiêu ạ', 'hufu nhiu v e zượt zượt'];

/** A reading, then a wording with its re-wording: no reply waits longer for a model. */
const longestMs = modelLimits.understandMs + modelLimits.wordMs;
export type ModelFigures = {
  trouble: string;
  turns: number;
  answered: number;
  reply: Spread;
  callsPerTurn: number;
  withoutCall: number;
}[];

/** Turns through the whole server while its model fails in every way: how many are answered, and how long that takes. */
export async function modelFigures(
  isQuick: boolean,
  progress: (text: string) => void,
): Promise<ModelFigures> {
  const folder = mkdtempSync(path.join(tmpdir(), 'glowbot-bench-'));
  const postgres = await startEmbeddedPostgres({ dataFolder: path.join(folder, 'data') });
  const store = createStore({
    connection: postgres.connection,
    masterKeys: { current: randomBytes(32).toString('base64'), old: [] },
  });
  const figures: ModelFigures = [];
  try {
    await migrate(postgres.connection);
    /** The first run warms up and is not counted. */
    for (const [index, trouble] of [withoutModel, withoutModel, ...troubles, withoutModel].entries()) {
      progress(`${trouble.name} …`);
      figures.push(
        await measured(store, trouble, { pageId: String(7_000 + index), turns: isQuick ? 20 : 100 }),
      );
    }
  } finally {
    await store.close();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return figures.slice(1);
}

/** A clinic, a server and a model of its own: no trouble is cured by the one before. */
async function measured(
  store: ReturnType<typeof createStore>,
  { name, begin, settings }: Trouble,
  { pageId, turns }: { pageId: string; turns: number },
): Promise<ModelFigures[number]> {
  const { scope } = await store.createClinic(`bench-${pageId}`, { ...demoClinic(), settleMs: 0 });
  await store.connectAccount(scope, {
    channel: 'facebook',
    externalId: pageId,
    name: 'bench',
    credentials: { pageAccessToken: 'bench-token' },
  });
  await store.setModelSettings(scope, { ...defaultModelSettings, ...settings });
  const waiting = new Map<string, () => void>();
  const graph = await startFakeGraph((customer) => waiting.get(customer)?.());
  const webhookUrls = { facebook: `${graph.url}/unused`, zalo: `${graph.url}/unused` };
  const app = { appId: '1001', appSecret: 'bench-app-secret', verifyToken: 'bench-verify' };
  const simulator = await startSimulator({
    port: 0,
    webhookUrls,
    facebook: { ...app, pages: [] },
    zalo: { appId: '3001', appSecret: 'bench', oaSecret: 'bench', oas: [] },
    claude: { apiKey: 'bench-key' },
  });
  begin(simulator.claude);
  const server = await serve({
    store,
    adapters: createChannels({
      facebook: { ...app, graphUrl: graph.url, dialogUrl: graph.url },
      zalo: undefined,
    }),
    languageModel: createClaude({
      apiKey: 'bench-key',
      baseUrl: simulator.url,
      clock: Date.now,
      chance: Math.random,
      after: (ms, callback) => {
        const timer = setTimeout(callback, ms);
        return () => clearTimeout(timer);
      },
    }),
    role: 'all',
    host: '127.0.0.1',
    port: 0,
    log: createLog('silent'),
  });
  const webhooks = webhookClient({ url: server.url, pageId, appSecret: app.appSecret });
  try {
    const answered: number[] = [];
    const left = Array.from({ length: turns }, (_, turn) => turn);
    const talks = async () => {
      for (let turn = left.shift(); turn !== undefined; turn = left.shift()) {
        const customer = `${pageId}${10_000 + turn}`;
        const began = performance.now();
        const replied = new Promise<true>((resolve) => waiting.set(customer, () => resolve(true)));
        await webhooks.post(customer, texts[turn % texts.length] ?? '');
        let timer: NodeJS.Timeout | undefined;
        const gaveUp = new Promise<false>((resolve) => {
          timer = setTimeout(() => resolve(false), patienceMs);
        });
        if (await Promise.race([replied, gaveUp])) answered.push(performance.now() - began);
        clearTimeout(timer);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, talks));
    const usage = await store.modelUsage(scope, { from: 0, to: Date.now() + 60_000 });
    const calls = usage.totals.reduce((sum, one) => sum + one.calls, 0);
    return {
      trouble: name,
      turns,
      answered: answered.length,
      reply: spreadOf(answered),
      callsPerTurn: calls / turns,
      withoutCall: usage.turnsWithoutCall / Math.max(1, usage.turns),
    };
  } finally {
    webhooks.close();
    await simulator.close();
    await server.stop();
    await graph.close();
  }
}

/** What a reply may take: as long as without a model, and as long as it may wait for one. */
const limitOf = (figures: ModelFigures) => {
  const without = figures.filter(({ trouble }) => trouble === withoutModel.name);
  return Math.max(...without.map(({ reply }) => reply.p99)) + longestMs;
};

export const holds = (figures: ModelFigures): boolean =>
  figures.every(({ turns, answered, reply }) => answered === turns && reply.p99 <= limitOf(figures));

export function modelTable(figures: ModelFigures): string {
  const ms = (value: number) => `${Math.round(value)} ms`.padStart(9);
  const percent = (value: number) => `${Math.round(value * 100)} %`.padStart(9);
  const lines = figures.map(
    ({ trouble, turns, answered, reply, callsPerTurn, withoutCall }) =>
      `${trouble.padEnd(32)} ${`${answered}/${turns}`.padStart(8)} ${ms(reply.p50)} ${ms(reply.p99)} ${callsPerTurn.toFixed(2).padStart(9)} ${percent(withoutCall)}`,
  );
  return [
    `Half of the turns are ones that the rules doubt. A reply may wait ${longestMs} ms for a model: the limit is ${Math.round(limitOf(figures))} ms`,
    'what is wrong with the model     answered       p50       p99 calls/turn  no call',
    ...lines,
    knowledgeLine(),
    holds(figures) ? 'every turn was answered in time' : 'NOT every turn was answered in time',
    '',
  ].join('\n');
}

/** How long it takes to choose what a model is told of a clinic with two thousand questions. */
function knowledgeLine(): string {
  const clinic = demoClinic();
  const faqs = Array.from({ length: 2_000 }, (_, n) => ({
    key: `q-${n}`,
    question: `Sau khi làm ${clinic.treatments[n % clinic.treatments.length]?.name} ${n % 97} ngày có được ăn món số ${n} không?`,
    answer: 'Dạ được ạ.',
  }));
  const large = { ...clinic, faqs };
  const ask = (n: number) =>
    readingQuestion(large, {
      texts: [`lam xong ${n % 97} ngay an mon so ${n} dc hong`],
      asked: null,
      choices: [],
      recent: { names: [], lines: [] },
      names: [],
      now: 0,
    });
  /** Processor time: whatever else this machine does is not counted. */
  const cpuMs = (work: () => void) => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  };
  const choices = 200;
  const first = cpuMs(() => void ask(0));
  const later = cpuMs(() => Array.from({ length: choices }, (_, n) => ask(n))) / choices;
  return `choosing among 2,000 questions: ${first.toFixed(0)} ms of processor time once per version of the records, then ${later.toFixed(1)} ms a message`;
}
