import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** One answer of the vendor as it is kept on disk: a second measurement of the same prompts costs nothing. */
const Kept = z.object({ ms: z.number(), body: z.string() });

const Body = z.looseObject({ model: z.string(), metadata: z.unknown().optional() });

const Usage = z.object({
  usage: z.object({
    input_tokens: z.number(),
    output_tokens: z.number(),
    cache_creation_input_tokens: z.number().nullish(),
    cache_read_input_tokens: z.number().nullish(),
  }),
});

export type EvalCall = {
  model: string;
  isKept: boolean;
  /** Null: it brought no answer. */
  answer: {
    ms: number;
    inputTokens: number;
    outputTokens: number;
    cacheReadTokens: number;
    cacheWriteTokens: number;
  } | null;
};

/** Requests that are answered from a folder where the same was asked before, and otherwise by the vendor. */
export function keptAnswers(folder: string, ask: typeof fetch, now: () => number) {
  const calls: EvalCall[] = [];
  mkdirSync(folder, { recursive: true });

  const fetchKept: typeof fetch = async (input, init) => {
    const asked = Body.parse(JSON.parse(z.string().parse(init?.body)));
    /** The person's name is made anew for every conversation and changes nothing in an answer. */
    const { metadata: _, ...question } = asked;
    const key = createHash('sha256').update(JSON.stringify(question)).digest('hex');
    const file = path.join(folder, `${key}.json`);
    const kept = keptIn(file);
    if (kept) {
      calls.push({ model: asked.model, isKept: true, answer: answerOf(kept) });
      return new Response(kept.body, { headers: { 'content-type': 'application/json' } });
    }
    const began = now();
    const response = await ask(input, init);
    const body = await response.text();
    const fresh = { ms: Math.round(now() - began), body };
    const answer = response.ok ? answerOf(fresh) : null;
    calls.push({ model: asked.model, isKept: false, answer });
    if (answer) writeFileSync(file, JSON.stringify(fresh));
    return new Response(body, response);
  };

  return { fetch: fetchKept, calls };
}

function keptIn(file: string): z.infer<typeof Kept> | undefined {
  try {
    return Kept.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

function answerOf({ ms, body }: z.infer<typeof Kept>): EvalCall['answer'] {
  const read = Usage.safeParse(jsonOf(body));
  if (!read.success) return null;
  const { usage } = read.data;
  const cacheReadTokens = usage.cache_read_input_tokens ?? 0;
  const cacheWriteTokens = usage.cache_creation_input_tokens ?? 0;
  return {
    ms,
    inputTokens: usage.input_tokens + cacheReadTokens + cacheWriteTokens,
    outputTokens: usage.output_tokens,
    cacheReadTokens,
    cacheWriteTokens,
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
