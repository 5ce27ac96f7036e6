import { z } from 'zod';
import { Key } from '../../domain/clinic.ts';
import { nothing, wished } from './shared-facts.ts';

export const conversationFacts = {
  'intro.assistant': nothing,
  'isBot.yes': nothing,
  'greet.hello': nothing,
  /** A greeting in the middle of a conversation. */
  'greet.again': nothing,
  /** A greeting after days, when nothing is open. */
  'greet.back': z.object({ name: z.string().nullable() }),
  'help.topics': nothing,
  /** Not understood again: says what was understood so far. */
  'help.understood': wished.extend({
    treatment: Key.nullable().default(null),
    branch: Key.nullable().default(null),
  }),
  'thanks.welcome': nothing,
  'smalltalk.reply': nothing,
  'offTopic.declined': nothing,
  /** Advertising, or letters without meaning. */
  'spam.answered': nothing,
  /** Somebody tries to give the assistant new orders. */
  'orders.declined': nothing,
  'sticker.received': nothing,
} as const satisfies Record<string, z.ZodObject>;
