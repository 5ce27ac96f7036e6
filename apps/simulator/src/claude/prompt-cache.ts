import { createHash } from 'node:crypto';
import { blocksOf, type ClaudeRequest } from './wire.ts';

export type CacheFigures = {
  input_tokens: number;
  cache_creation_input_tokens: number;
  cache_read_input_tokens: number;
};

/** Prefixes shorter than this are never cached, without a word about it. */
const leastTokens = 1024;
const lifetimeMs = 5 * 60_000;

/** The API counts tokens of its own; four bytes each is near enough for Vietnamese to compare one prompt with another. */
export const tokensOf = (text: string) => Math.ceil(Buffer.byteLength(text) / 4);

/** Remembers marked prefixes for five minutes after their last use, each model by itself. */
export function createPromptCache(now: () => number) {
  const usedAt = new Map<string, number>();

  return {
    figuresOf(request: ClaudeRequest): CacheFigures {
      const blocks = [
        ...blocksOf(request.system),
        ...request.messages.flatMap(({ content }) => blocksOf(content)),
      ];
      const all = blocks.reduce((sum, { text }) => sum + tokensOf(text), 0);
      const marked = blocks.findLastIndex((block) => 'cache_control' in block && block.cache_control);
      const prefix = blocks.slice(0, marked + 1);
      const prefixTokens = prefix.reduce((sum, { text }) => sum + tokensOf(text), 0);
      if (prefixTokens < leastTokens) {
        return { input_tokens: all, cache_creation_input_tokens: 0, cache_read_input_tokens: 0 };
      }
      const key = createHash('sha256')
        .update(JSON.stringify([request.model, prefix]))
        .digest('hex');
      const isKnown = now() - (usedAt.get(key) ?? Number.NEGATIVE_INFINITY) < lifetimeMs;
      usedAt.set(key, now());
      return {
        input_tokens: all - prefixTokens,
        cache_creation_input_tokens: isKnown ? 0 : prefixTokens,
        cache_read_input_tokens: isKnown ? prefixTokens : 0,
      };
    },
  };
}
