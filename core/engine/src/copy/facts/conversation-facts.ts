import type { z } from 'zod';
import { nothing } from './shared-facts.ts';

export const conversationFacts = {
  'intro.assistant': nothing,
  'isBot.yes': nothing,
  'greet.hello': nothing,
  'help.topics': nothing,
  'thanks.welcome': nothing,
  'defer.fine': nothing,
} as const satisfies Record<string, z.ZodObject>;
