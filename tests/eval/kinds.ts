import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { LanguageModel } from '@glowbot/core';
import { predictors } from '@glowbot/server';
import { z } from 'zod';
import type { Score, Scorer } from './score.ts';
import { scoreDates } from './score-dates.ts';
import { scoreDialogues } from './score-dialogues.ts';
import { scoreGrounding } from './score-grounding.ts';
import { scoreMessages } from './score-messages.ts';

/** What is measured, and how. A new kind needs a predictor of `glowbot predict`, a scorer here, and sets named after it. */
const scorers: Readonly<Record<string, Scorer>> = {
  dates: scoreDates,
  dialogues: scoreDialogues,
  grounding: scoreGrounding,
  messages: scoreMessages,
};

export const kinds: readonly string[] = Object.keys(scorers);

const folder = path.join(import.meta.dirname, 'sets');

/** The sets of a kind: `dates-dev`, `dates-held-1`, … */
export function setsOf(kind: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.startsWith(`${kind}-`) && file.endsWith('.jsonl'))
    .map((file) => file.slice(0, -'.jsonl'.length))
    .toSorted();
}

const Item = z.looseObject({ id: z.string() });

export function itemsOf(set: string): z.infer<typeof Item>[] {
  const lines = readFileSync(path.join(folder, `${set}.jsonl`), 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => Item.parse(JSON.parse(line)));
}

/** Every item is predicted alone, by rules or with a language model beside them, and then all of them are scored. */
export async function evaluate(kind: string, set: string, model?: LanguageModel): Promise<Score> {
  const open = predictors[kind];
  const score = scorers[kind];
  if (!open || !score) throw new RangeError(`Nothing predicts and scores '${kind}'`);
  const predict = open(model);
  const items = itemsOf(set);
  const predictions = new Map<string, unknown>();
  for (const item of items) predictions.set(item.id, await predict(item));
  return score(items, predictions);
}
