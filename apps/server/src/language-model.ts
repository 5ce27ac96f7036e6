import { createClaude } from '@glowbot/claude';
import type { LanguageModel } from '@glowbot/core';
import type { ClaudeConfig } from './config.ts';

/** The configured language model, with this machine's clock, chance and timers. */
export function createLanguageModel(config: ClaudeConfig): LanguageModel {
  return createClaude({
    apiKey: config.apiKey,
    baseUrl: config.baseUrl,
    models: config.models,
    clock: Date.now,
    chance: Math.random,
    after: (ms, callback) => {
      const timer = setTimeout(callback, ms);
      return () => clearTimeout(timer);
    },
  });
}
