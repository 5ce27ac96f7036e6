import { type Answer, json } from '../http/answer.ts';
import { claudeError } from './claude-error.ts';
import type { ClaudeFault } from './claude-fault.ts';
import { sendInPieces, streamOf } from './answer-stream.ts';

export type GoodAnswer = {
  id: string;
  model: string;
  text: string;
  usage: {
    input_tokens: number;
    cache_creation_input_tokens: number;
    cache_read_input_tokens: number;
    output_tokens: number;
  };
};

type Exchange = { requestId: string; isStream: boolean; gone: AbortSignal };

/** The answer as it comes when nothing goes wrong, or as the fault leaves it. */
export function answerAfterFault(
  good: GoodAnswer,
  fault: ClaudeFault | undefined,
  exchange: Exchange,
): Answer | Promise<Answer> {
  const ok = (body: unknown): Answer => json(200, body, { 'request-id': exchange.requestId });
  const whole = () => (exchange.isStream ? streamOf(good, exchange.requestId, 'whole') : ok(messageOf(good)));
  switch (fault?.kind) {
    case undefined:
      return whole();
    case 'status':
      return claudeError(
        fault.status,
        'simulated',
        exchange.requestId,
        fault.retryAfterSeconds === undefined ? {} : { 'retry-after': String(fault.retryAfterSeconds) },
      );
    case 'hang':
      return { kind: 'hang' };
    case 'drop':
      return { kind: 'drop' };
    case 'late':
      return later(fault.ms, exchange.gone, whole);
    case 'slow-body':
      return sendInPieces(JSON.stringify(messageOf(good)), exchange, fault.ms);
    case 'broken-body':
      return sendInPieces(JSON.stringify(messageOf(good)), exchange, 'never');
    case 'broken-stream':
      return streamOf(good, exchange.requestId, 'broken');
    case 'page':
      return {
        kind: 'body',
        status: 200,
        headers: { 'content-type': 'text/html' },
        body: '<html><body>502 Bad Gateway</body></html>',
      };
    case 'malformed':
      return ok({ result: 'ok' });
    case 'no-json':
      return ok(messageOf({ ...good, text: 'Xin lỗi, tôi không thể trả lời bằng JSON.' }));
    case 'wrong-shape':
      return ok(messageOf({ ...good, text: '{"intents":"book","messages":0,"summary":[]}' }));
    case 'empty':
      return ok({ ...messageOf(good), content: [] });
    case 'refusal':
      return ok({
        ...messageOf({ ...good, text: '' }),
        stop_reason: 'refusal',
        stop_details: { category: 'general_harms' },
      });
    case 'max-tokens':
      return ok({
        ...messageOf({ ...good, text: good.text.slice(0, good.text.length / 2) }),
        stop_reason: 'max_tokens',
      });
    case 'unheard-of':
      return ok({
        ...messageOf(good),
        content: [{ type: 'hologram', pixels: 3 }, ...messageOf(good).content],
        stop_reason: 'sunset',
      });
  }
}

function messageOf({ id, model, text, usage }: GoodAnswer) {
  return {
    id,
    type: 'message',
    role: 'assistant',
    model,
    content: [{ type: 'text', text }],
    stop_reason: 'end_turn',
    stop_sequence: null,
    usage,
  };
}

function later(ms: number, gone: AbortSignal, answer: () => Answer): Promise<Answer> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(answer()), ms);
    gone.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve({ kind: 'drop' });
    });
  });
}
