import { fold } from '../../../understanding/text/normalise.ts';
import { tokensOf } from '../../../understanding/text/tokens.ts';
import type { Span } from '../../../understanding/text/span.ts';
import { type Cues, findTopics, topics } from './cues.ts';
import { findQuantities, type Quantity } from './quantities.ts';

/** What a span of time or a count is said about. */
export type Topic = 'length' | 'lasting' | 'recovery' | 'interval' | 'result' | 'numb';

/** A number that a record holds. */
export type Fact = Pick<Quantity, 'unit' | 'low' | 'high'> & {
  topic: Topic | undefined;
  source: string;
  /** The record's words around it in plain letters: a rule is found by the words it is about. */
  words: string;
};

export function factsOf(text: string, source: string): Fact[] {
  const tokens = tokensOf(text);
  const quantities = findQuantities(tokens, () => false);
  if (quantities.length === 0) return [];
  const cues = findTopics({ tokens, found: new Map() });
  return quantities.map((quantity) => ({
    unit: quantity.unit,
    low: quantity.low,
    high: quantity.high,
    topic: topicOf(quantity, { from: 0, to: tokens.list.length }, cues),
    source,
    words: fold(text.toLowerCase().normalize('NFC')),
  }));
}

const near = 6;

/** The topic whose words stand nearest before a number, or else right after it. */
export function topicOf(quantity: Quantity, clause: Span, cues: Cues): Topic | undefined {
  const before = { from: Math.max(clause.from, quantity.from - near), to: quantity.from };
  const after = { from: quantity.to, to: Math.min(clause.to, quantity.to + 3) };
  let best: { topic: Topic; distance: number } | undefined;
  for (const topic of topics) {
    for (const place of cues.all(before, topic)) {
      const distance = quantity.from - place.to;
      if (!best || distance < best.distance) best = { topic, distance };
    }
  }
  if (best) return best.topic;
  return topics.find((topic) => cues.in(after, topic));
}

/** Whether a number said lies within one that is recorded. */
export function covers(fact: Fact, { unit, low, high }: Pick<Quantity, 'unit' | 'low' | 'high'>): boolean {
  return fact.unit === unit && low >= fact.low && high <= fact.high;
}
