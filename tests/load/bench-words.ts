import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildLexicon, guard, guardRecords, understand } from '@glowbot/core';
import { demoClinic } from '@glowbot/demo-clinic';
import { z } from 'zod';
import { wearyTexts } from './weary-texts.ts';

const clinic = demoClinic();
const now = Date.parse('2026-11-25T10:20:00+07:00');
const folder = path.join(import.meta.dirname, '../eval/sets');
/** The fastest of so many runs counts: what else the machine does meanwhile is no property of the rules. */
const runs = 8;

const Item = z.looseObject({ text: z.string().optional(), reply: z.string().optional() });

function itemsOf(kinds: readonly string[]): string[] {
  const files = readdirSync(folder).filter((file) => kinds.some((kind) => file.startsWith(`${kind}-`)));
  return files
    .flatMap((file) => readFileSync(path.join(folder, file), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => Item.parse(JSON.parse(line)))
    .map(({ text, reply }) => text ?? reply ?? '');
}

function fastest(times: number, work: () => unknown): number {
  let best = Infinity;
  for (let run = 0; run < times; run += 1) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

function share(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

/** Sizes between which the cost may only grow as the text does. */
const sizes = [1_000, 10_000, 100_000];

export type WordFigures = {
  items: number;
  p50Ms: number;
  p99Ms: number;
  worstMs: number;
  /** The costliest of the weary texts, by its length. */
  weary: readonly { characters: number; ms: number; text: string }[];
  prepared: Readonly<Record<string, number>>;
};

function figuresOf(
  texts: readonly string[],
  read: (text: string) => unknown,
  prepared: Record<string, number>,
): WordFigures {
  const sorted = texts.map((text) => fastest(runs, () => read(text))).toSorted((a, b) => a - b);
  const weary = sizes.map((characters) => {
    const all = Object.entries(wearyTexts(characters)).map(([name, text]) => ({
      characters,
      text: name,
      ms: fastest(3, () => read(text)),
    }));
    return all.toSorted((a, b) => b.ms - a.ms)[0] ?? { characters, text: '', ms: 0 };
  });
  const [p50Ms, p99Ms, worstMs] = [share(sorted, 0.5), share(sorted, 0.99), sorted.at(-1) ?? 0];
  return { items: texts.length, p50Ms, p99Ms, worstMs, weary, prepared };
}

/** Reading one message: every message and date of the evaluation sets, and texts made to weary a reader. */
export function understandingFigures(): WordFigures {
  const lexicon = buildLexicon(clinic);
  return figuresOf(itemsOf(['messages', 'dates']), (text) => understand({ text, now }, lexicon), {
    'the module, with all its tables': loadMs(),
    "a clinic's lexicon": fastest(runs, () => buildLexicon(clinic)),
  });
}

/** Judging one reply: every reply of the evaluation sets, and the same weary texts. */
export function guardFigures(): WordFigures {
  const lexicon = buildLexicon(clinic);
  const records = guardRecords(clinic, lexicon);
  return figuresOf(itemsOf(['grounding']), (text) => guard(text, { records, now, known: {} }), {
    "a clinic's records": fastest(runs, () => guardRecords(clinic, lexicon)),
  });
}

/** A process of its own loads the whole engine: tables are laid out and examples learnt meanwhile. */
function loadMs(): number {
  const program =
    'const start = performance.now(); await import("@glowbot/core"); console.log(performance.now() - start)';
  const loads = Array.from({ length: 3 }, () =>
    spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      cwd: import.meta.dirname,
      encoding: 'utf8',
    }),
  );
  return Math.min(...loads.map(({ stdout }) => Number(stdout)));
}

export function wordTable(
  what: string,
  { items, p50Ms, p99Ms, worstMs, weary, prepared }: WordFigures,
): string {
  const ms = (value: number) => `${value.toFixed(value < 10 ? 3 : 1)} ms`;
  return [
    `${what}: ${items} texts, the fastest of ${runs} runs of each`,
    `  p50 ${ms(p50Ms)}   p99 ${ms(p99Ms)}   worst ${ms(worstMs)}`,
    ...weary.map(
      ({ characters, ms: cost, text }) =>
        `  ${String(characters).padStart(6)} characters of “${text}”  ${ms(cost)}`,
    ),
    ...Object.entries(prepared).map(([name, cost]) => `  laying out ${name}  ${ms(cost)}`),
    '',
  ].join('\n');
}
