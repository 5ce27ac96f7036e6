import { costOf, createClaude } from '@glowbot/claude';
import { evaluate, setsOf } from '../kinds.ts';
import type { Score } from '../score.ts';
import { type EvalCall, keptAnswers } from './kept-answers.ts';

export type ModelEnvironment = Readonly<Record<string, string | undefined>>;

export const noKey =
  'Set ANTHROPIC_API_KEY to measure with Claude: without it there is nobody to ask. The rules alone need no key.';

/** Kinds in which a model takes part; the others are read by rules and arithmetic alone. */
export const kindsWithModel = ['messages', 'dialogues'];

export type Comparison = {
  sets: { set: string; byRules: Score; withModel: Score }[];
  calls: readonly EvalCall[];
};

/** Scores the same sets twice: by rules alone, and with Claude where the rules would ask it. */
export async function compare(
  environment: ModelEnvironment,
  wanted: { kinds: readonly string[]; set: string; folder: string },
): Promise<Comparison> {
  const { ANTHROPIC_API_KEY: apiKey, ANTHROPIC_BASE_URL: baseUrl } = environment;
  if (!apiKey) throw new RangeError(noKey);
  const { fetch: fetchKept, calls } = keptAnswers(wanted.folder, fetch, () => performance.now());
  const { GLOWBOT_MODEL_UNDERSTAND: understand, GLOWBOT_MODEL_WORD: word } = environment;
  const model = createClaude({
    apiKey,
    baseUrl,
    models: { ...(understand ? { understand } : {}), ...(word ? { word } : {}) },
    /** Nobody waits: a busy vendor is asked again, and one that fails is not left alone. */
    patience: { attempts: 5, firstWaitMs: 1_000, failures: Number.POSITIVE_INFINITY },
    fetch: fetchKept,
    clock: () => performance.now(),
    chance: Math.random,
    after: (ms, callback) => {
      const timer = setTimeout(callback, ms);
      return () => clearTimeout(timer);
    },
  });
  const sets: Comparison['sets'] = [];
  for (const kind of wanted.kinds) {
    for (const set of setsOf(kind).filter((name) => name.includes(wanted.set))) {
      sets.push({
        set,
        byRules: await evaluate(kind, set),
        withModel: await evaluate(kind, set, model),
      });
    }
  }
  return { sets, calls };
}

/** What the calls came to, in lines of name and value. */
function spendingOf(calls: readonly EvalCall[]): [name: string, value: string][] {
  const answered = calls.flatMap(({ answer, model }) => (answer ? [{ ...answer, model }] : []));
  const sum = (of: (one: (typeof answered)[number]) => number) =>
    answered.reduce((all, one) => all + of(one), 0);
  const times = answered.map(({ ms }) => ms).toSorted((one, other) => one - other);
  const at = (share: number) => times[Math.max(0, Math.ceil(times.length * share) - 1)];
  const input = sum(({ inputTokens }) => inputTokens);
  const read = sum(({ cacheReadTokens }) => cacheReadTokens);
  const costs = answered.map((one) => costOf(one.model, one));
  const isPriced = costs.every((cost) => cost !== null);
  const cost = costs.reduce((all: number, one) => all + (one ?? 0), 0);
  const kept = calls.filter(({ isKept }) => isKept).length;
  return [
    ['calls', `${calls.length}, of which ${kept} were answered from disk`],
    ['calls without an answer', String(calls.length - answered.length)],
    ['input tokens', String(input)],
    ['read from the cache', input === 0 ? '–' : `${Math.round((100 * read) / input)} %`],
    ['output tokens', String(sum(({ outputTokens }) => outputTokens))],
    ['cost', `${cost.toFixed(4)} US dollars${isPriced ? '' : ', and models without a known price'}`],
    ['p50 · p95', answered.length === 0 ? '–' : `${at(0.5)} ms · ${at(0.95)} ms`],
  ];
}

/** A table of both figures, for people. */
export function tableOf({ sets, calls }: Comparison): string {
  const cell = (value: number | null | undefined) => String(value ?? '–').padStart(9);
  const tables = sets.flatMap(({ set, byRules, withModel }) => [
    '',
    `${`${set} (${byRules.judged.length} items)`.padEnd(34)}    rules    Claude`,
    ...Object.entries(byRules.figures).map(
      ([name, value]) => `  ${name.padEnd(32)}${cell(value)} ${cell(withModel.figures[name])}`,
    ),
  ]);
  const spent = spendingOf(calls).map(([name, value]) => `  ${name.padEnd(32)} ${value}`);
  return `${[...tables, '', 'Claude', ...spent].join('\n')}\n`;
}
