import type Anthropic from '@anthropic-ai/sdk';

/** US dollars for a million tokens. */
export type ModelPrice = { input: number; output: number; cacheWrite: number; cacheRead: number };

export type KnownModel = {
  /**
   * The least that this model can be asked to think before it answers: short readings and wordings gain nothing by it, and a
   * setting a model does not know is refused with status 400. 'always': it cannot be kept from thinking.
   */
  thinking: 'disabled' | 'between_tools' | 'always';
  price: ModelPrice;
};

/**
 * What the vendor's pages say of its models (platform.claude.com: "Pricing", "What's new" and the migration guide of each model,
 * as of November 2026). Prices are those of prompts up to 100,000 tokens, which none of ours exceeds, and of a cache of five minutes.
 */
export const knownModels: Readonly<Record<string, KnownModel>> = {
  'claude-haiku-5-5': {
    thinking: 'disabled',
    price: { input: 0.1, output: 0.5, cacheWrite: 0.125, cacheRead: 0.01 },
  },
  'claude-sonnet-5-5': {
    thinking: 'between_tools',
    price: { input: 2, output: 10, cacheWrite: 2.5, cacheRead: 0.1 },
  },
  'claude-sonnet-5': {
    thinking: 'disabled',
    price: { input: 2, output: 10, cacheWrite: 2.5, cacheRead: 0.2 },
  },
  'claude-haiku-4-5': {
    thinking: 'disabled',
    price: { input: 1, output: 5, cacheWrite: 1.25, cacheRead: 0.1 },
  },
  'claude-opus-5-5': {
    thinking: 'always',
    price: { input: 4, output: 20, cacheWrite: 5, cacheRead: 0.2 },
  },
};

/** So much more room for an answer where thinking cannot be ruled out: it counts toward the same limit. */
const thinkingTokens = 1_500;

type Effort = Pick<Anthropic.MessageCreateParamsNonStreaming, 'thinking' | 'max_tokens'>;

/** A model that nobody here knows is left to its own default, with room to think. */
export function effortOf(model: string, maxTokens: number): Effort {
  const thinking = knownModels[model]?.thinking ?? 'always';
  return thinking === 'always'
    ? { max_tokens: maxTokens + thinkingTokens }
    : { max_tokens: maxTokens, thinking: { type: thinking } };
}

export type TokensSpent = {
  inputTokens: number;
  outputTokens: number;
  cacheReadTokens: number;
  cacheWriteTokens: number;
};

/** What tokens of a model cost in US dollars; null when its price is not known. The input includes what the cache gave and took. */
export function costOf(model: string, tokens: TokensSpent): number | null {
  const price = knownModels[model]?.price;
  if (!price) return null;
  const { inputTokens, outputTokens, cacheReadTokens, cacheWriteTokens } = tokens;
  const fresh = Math.max(0, inputTokens - cacheReadTokens - cacheWriteTokens);
  const sum =
    fresh * price.input +
    outputTokens * price.output +
    cacheReadTokens * price.cacheRead +
    cacheWriteTokens * price.cacheWrite;
  return sum / 1_000_000;
}
