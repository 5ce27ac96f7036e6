import Anthropic from '@anthropic-ai/sdk';
import {
  Brief,
  BriefRequest,
  type LanguageModel,
  type ModelAnswer,
  type ModelCall,
  UnderstandRequest,
  Wording,
  WordRequest,
} from '@glowbot/core';
import type { z } from 'zod';
import { type Ask, createAsk, defaultPatience, type Patience, type World } from './ask.ts';
import { briefData, briefRules, BriefWire } from './brief.ts';
import { readingOf, understandData, understandRules, UnderstandWire } from './understand.ts';
import { wordData, wordRules, WordWire } from './word.ts';

export type ClaudeModels = { understand: string; word: string; brief: string };

/** Many small readings, few wordings: the fast model reads, the better one writes. A clinic may choose otherwise. */
export const defaultModels: ClaudeModels = {
  understand: 'claude-haiku-5-5',
  word: 'claude-sonnet-5-5',
  brief: 'claude-sonnet-5-5',
};

export type ClaudeOptions = World & {
  apiKey: string;
  /** Unset: the vendor's public address. */
  baseUrl?: string | undefined;
  models?: Partial<ClaudeModels>;
  patience?: Partial<Patience>;
  /** How a request leaves; unset, as requests do on this machine. */
  fetch?: typeof globalThis.fetch | undefined;
};

/** The longest answers that still make sense; what is longer is cut off and not used. */
const mostTokens = { understand: 700, word: 700, brief: 1_000 };

/** The language model on Anthropic's Messages API. */
export function createClaude(options: ClaudeOptions): LanguageModel {
  const client = new Anthropic({
    apiKey: options.apiKey,
    baseURL: options.baseUrl ?? 'https://api.anthropic.com',
    maxRetries: 0,
    fetch: options.fetch,
    /** Its debug level writes whole prompts. */
    logLevel: 'off',
  });
  const { ask, resting } = createAsk(client, { ...defaultPatience, ...options.patience }, options);
  const models = { ...defaultModels, ...options.models };

  return {
    resting,

    async understand(request, call) {
      const { knowledge, ...rest } = UnderstandRequest.parse(request);
      const answer = await ask(
        {
          model: call.model ?? models.understand,
          maxTokens: mostTokens.understand,
          rules: understandRules,
          stable: knowledge.stable,
          data: understandData({ knowledge, ...rest }),
          wire: UnderstandWire,
          person: call.person,
        },
        call,
      );
      return answer.kind === 'answered' ? { ...answer, value: readingOf(answer.value) } : answer;
    },

    word: (request, call) =>
      plain(ask, call, Wording, {
        model: call.model ?? models.word,
        maxTokens: mostTokens.word,
        rules: wordRules,
        data: wordData(WordRequest.parse(request)),
        wire: WordWire,
      }),

    brief: (request, call) =>
      plain(ask, call, Brief, {
        model: call.model ?? models.brief,
        maxTokens: mostTokens.brief,
        rules: briefRules,
        data: briefData(BriefRequest.parse(request)),
        wire: BriefWire,
      }),
  };
}

/** A question without the clinic's catalogue, whose answer has the contract's shape but for lengths. */
async function plain<Value, Wire>(
  ask: Ask,
  call: ModelCall,
  schema: z.ZodType<Value>,
  question: {
    model: string;
    maxTokens: number;
    rules: string;
    data: Readonly<Record<string, unknown>>;
    wire: z.ZodType<Wire>;
  },
): Promise<ModelAnswer<Value>> {
  const answer = await ask({ ...question, stable: '', person: call.person }, call);
  if (answer.kind === 'unavailable') return answer;
  const parsed = schema.safeParse(answer.value);
  return parsed.success
    ? { ...answer, value: parsed.data }
    : { kind: 'unavailable', why: 'nonsense', trace: answer.trace };
}
