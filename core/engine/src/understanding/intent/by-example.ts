import { fold, normaliseWord } from '../text/normalise.ts';
import type { Reading } from '../text/pattern.ts';
import { type Intent, intents } from '../understanding.ts';
import { askingExamples } from './examples/asking.ts';
import { remarksExamples } from './examples/remarks.ts';
import { wishingExamples } from './examples/wishing.ts';

/**
 * Which intent's examples a message resembles most: naive Bayes over words and pairs of words, against all other intents
 * (after Rennie et al., "Tackling the Poor Assumptions of Naive Bayes", 2003). It learns from the lists when it is loaded,
 * in a few milliseconds, and answers only where no phrase says outright what is wanted.
 */
export type Likeness = {
  intent: Intent;
  /** How far it stands before the next best intent. */
  lead: number;
  /** Share of the words that occur in any example. */
  known: number;
  words: number;
  /** The word that says most. */
  from: number;
  to: number;
};

const examples: Readonly<Partial<Record<Intent, string>>> = {
  ...askingExamples,
  ...wishingExamples,
  ...remarksExamples,
};

const smoothing = 0.4;

type Model = { weights: ReadonlyMap<string, Float64Array>; intents: readonly Intent[] };

function learn(): Model {
  const lists = intents.flatMap((intent) => {
    const lines = examples[intent];
    return lines === undefined ? [] : [[intent, lines] as const];
  });
  const counts = new Map<string, Float64Array>();
  const sums = new Float64Array(lists.length);
  for (const [index, [, lines]] of lists.entries()) {
    for (const line of lines.trim().split('\n')) {
      for (const feature of featuresOf(wordsOfExample(line))) {
        const row = counts.get(feature) ?? new Float64Array(lists.length);
        row[index] = (row[index] ?? 0) + 1;
        sums[index] = (sums[index] ?? 0) + 1;
        counts.set(feature, row);
      }
    }
  }
  const all = sums.reduce((sum, one) => sum + one, 0);
  const weights = new Map<string, Float64Array>();
  for (const [feature, row] of counts) {
    const total = row.reduce((sum, one) => sum + one, 0);
    weights.set(
      feature,
      row.map((count, index) => {
        const inside = (count + smoothing * (total / all) * 50) / ((sums[index] ?? 0) + smoothing * 50);
        const outside = (total - count + smoothing) / (all - (sums[index] ?? 0) + smoothing * counts.size);
        return Math.log(inside / outside);
      }),
    );
  }
  return { weights, intents: lists.map(([intent]) => intent) };
}

const model = learn();

/** Kinds of things found that examples name, what is longer and rarer first. */
const kinds = ['named', 'notOffered', 'treatment', 'staff', 'branch', 'when', 'money', 'area'] as const;
const spelt: Readonly<Partial<Record<(typeof kinds)[number], string>>> = {
  named: '@treatment',
  treatment: '@concern',
};

function wordsOfExample(line: string): string[] {
  return (line.match(/@\w+|#|[\p{L}\p{M}]+/gu) ?? []).map((word) => fold(normaliseWord(word)));
}

type Word = { word: string; from: number; to: number };

/** Names and phone numbers say nothing about what is wanted. */
const unsaid = ['name', 'phone'];

function wordsOfMessage({ tokens, found }: Reading): Word[] {
  const words: Word[] = [];
  const spanAt = (at: number, kind: string) => {
    const to = found.get(kind)?.get(at);
    return to !== undefined && to > at ? to : undefined;
  };
  for (let at = 0; at < tokens.list.length; ) {
    const place = at;
    const personal = unsaid.map((kind) => spanAt(place, kind)).find((to) => to !== undefined);
    const kind = kinds.find((one) => spanAt(place, one) !== undefined);
    const to = personal ?? (kind && spanAt(place, kind)) ?? at + 1;
    const token = tokens.list[at];
    const plain = token?.digits === undefined ? (token?.plain ?? '') : '#';
    if (personal === undefined)
      words.push({ word: kind ? (spelt[kind] ?? `@${kind}`) : plain, from: at, to });
    at = to;
  }
  return words;
}

/** Words, and pairs of them with the beginning and the end. */
function featuresOf(words: readonly string[]): string[] {
  const ends = ['^', ...words, '$'];
  return [...words, ...ends.slice(1).map((word, at) => `${ends[at]} ${word}`)];
}

/** Only short messages resemble an example. */
const mostWords = 24;

export function likenessOf(reading: Reading): Likeness | undefined {
  const said = wordsOfMessage(reading);
  const words = said.map(({ word }) => word);
  if (words.length === 0 || words.length > mostWords) return undefined;
  const known = featuresOf(words).flatMap((feature) => model.weights.get(feature) ?? []);
  const scores = new Float64Array(model.intents.length);
  for (const row of known)
    for (const [index, weight] of row.entries()) scores[index] = (scores[index] ?? 0) + weight;
  const [best, next] = [...scores.entries()].toSorted(([, a], [, b]) => b - a);
  const intent = model.intents[best?.[0] ?? -1];
  if (!best || !next || !intent || known.length === 0) return undefined;
  const telling = said.toSorted((a, b) => weightOf(b.word, best[0]) - weightOf(a.word, best[0]))[0];
  return {
    intent,
    lead: (best[1] - next[1]) / Math.sqrt(known.length),
    known: words.filter((word) => model.weights.has(word)).length / words.length,
    words: words.length,
    from: telling?.from ?? 0,
    to: telling?.to ?? 1,
  };
}

function weightOf(word: string, index: number): number {
  return model.weights.get(word)?.[index] ?? -Infinity;
}
