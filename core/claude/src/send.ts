import type Anthropic from '@anthropic-ai/sdk';
import { zodOutputFormat } from '@anthropic-ai/sdk/helpers/zod';
import type { Unavailability } from '@glowbot/core';
import { effortOf } from './models.ts';
import type { ClaudeQuestion } from './question.ts';

export type Tokens = { input: number; output: number; cacheRead: number; cacheWrite: number };

/** What one answered attempt brought: a value of the agreed shape, or why it has none. The tokens are spent either way. */
export type Received<Wire> = {
  result: { kind: 'value'; value: Wire } | { kind: 'useless'; why: Unavailability };
  text: string;
  tokens: Tokens;
  requestId: string | null;
};

export type ClaudeBody = Anthropic.MessageCreateParamsNonStreaming;

export function bodyOf(question: ClaudeQuestion<unknown>): ClaudeBody {
  const system: Anthropic.TextBlockParam[] = [{ type: 'text', text: question.rules }];
  if (question.stable !== '') system.push({ type: 'text', text: question.stable });
  /** The marker stands on the last block that is the same for every customer; the vendor ignores prefixes too short for it. */
  const last = system.at(-1);
  if (last) last.cache_control = { type: 'ephemeral' };
  const { schema } = zodOutputFormat(question.wire);
  return {
    model: question.model,
    ...effortOf(question.model, question.maxTokens),
    system,
    messages: [{ role: 'user', content: JSON.stringify(question.data) }],
    output_config: { format: { type: 'json_schema', schema } },
    metadata: { user_id: question.person },
  };
}

/** One attempt. Throws what the SDK throws; an answer that cannot be used is a value, so that its tokens are counted. */
export async function send<Wire>(
  client: Anthropic,
  body: ClaudeBody,
  wire: ClaudeQuestion<Wire>['wire'],
  options: { signal: AbortSignal; timeout: number },
): Promise<Received<Wire>> {
  const { data: message, request_id: requestId } = await client.messages
    .create(body, { ...options, maxRetries: 0 })
    .withResponse();
  /** A proxy on the way may answer 200 with anything. */
  if (!Array.isArray(message?.content) || typeof message.usage?.input_tokens !== 'number') {
    return { result: useless('nonsense'), text: '', tokens: none, requestId: requestId ?? null };
  }
  const text = message.content.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('');
  const { usage } = message;
  return {
    result: resultOf(message.stop_reason, text, wire),
    text,
    tokens: {
      input:
        usage.input_tokens + (usage.cache_creation_input_tokens ?? 0) + (usage.cache_read_input_tokens ?? 0),
      output: usage.output_tokens,
      cacheRead: usage.cache_read_input_tokens ?? 0,
      cacheWrite: usage.cache_creation_input_tokens ?? 0,
    },
    requestId: requestId ?? null,
  };
}

const none: Tokens = { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 };

const useless = (why: Unavailability) => ({ kind: 'useless' as const, why });

function resultOf<Wire>(
  stopReason: string | null,
  text: string,
  wire: ClaudeQuestion<Wire>['wire'],
): Received<Wire>['result'] {
  if (stopReason === 'refusal') return useless('declined');
  if (stopReason === 'max_tokens' || stopReason === 'model_context_window_exceeded')
    return useless('cut-off');
  /** The server does not hold lengths and patterns; our own schema does. */
  const parsed = wire.safeParse(jsonOf(text));
  return parsed.success ? { kind: 'value', value: parsed.data } : useless('nonsense');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
