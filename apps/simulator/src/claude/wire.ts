import { z } from 'zod';

const TextBlock = z.object({
  type: z.literal('text'),
  text: z.string(),
  cache_control: z.object({ type: z.literal('ephemeral'), ttl: z.enum(['5m', '1h']).optional() }).nullish(),
});
const Content = z.union([z.string(), z.array(TextBlock)]);

/** A request as the Messages API of version 2026-10-21 takes it; parts that this simulator does not act on are let through. */
export const ClaudeRequest = z.object({
  model: z.string().min(1),
  max_tokens: z.int().min(0),
  system: Content.optional(),
  messages: z.array(z.object({ role: z.enum(['user', 'assistant', 'system']), content: Content })).min(1),
  stream: z.boolean().optional(),
  thinking: z.object({ type: z.string() }).optional(),
  output_config: z
    .object({
      format: z
        .object({ type: z.literal('json_schema'), schema: z.record(z.string(), z.unknown()) })
        .optional(),
    })
    .optional(),
});
export type ClaudeRequest = z.infer<typeof ClaudeRequest>;

export const blocksOf = (content: z.infer<typeof Content> | undefined) =>
  typeof content === 'string' ? [{ type: 'text' as const, text: content }] : (content ?? []);

export const textOf = (content: z.infer<typeof Content> | undefined) =>
  blocksOf(content)
    .map(({ text }) => text)
    .join('\n');
