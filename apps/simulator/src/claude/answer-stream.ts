import type { Answer } from '../http/answer.ts';
import type { GoodAnswer } from './answer-after-fault.ts';

/** Half of a body at once; the other half late, or never, with the connection broken off. */
export function sendInPieces(
  body: string,
  { requestId, gone }: { requestId: string; gone: AbortSignal },
  restAfterMs: number | 'never',
): Answer {
  const bytes = Buffer.from(body);
  const half = Math.floor(bytes.length / 2);
  return {
    kind: 'stream',
    open(response) {
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': bytes.length,
        'request-id': requestId,
      });
      response.write(bytes.subarray(0, half), () => {
        if (restAfterMs === 'never') {
          response.destroy();
          return;
        }
        const timer = setTimeout(() => response.end(bytes.subarray(half)), restAfterMs);
        gone.addEventListener('abort', () => clearTimeout(timer));
      });
    },
  };
}

/** Server-sent events in the order of the API; a broken stream ends with an error event in the middle of its text. */
export function streamOf(good: GoodAnswer, requestId: string, end: 'whole' | 'broken'): Answer {
  const { id, model, text, usage } = good;
  const message = { id, type: 'message', role: 'assistant', model, content: [], stop_reason: null, usage };
  const half = Math.ceil(text.length / 2);
  const piece = (part: string) => ({
    type: 'content_block_delta',
    index: 0,
    delta: { type: 'text_delta', text: part },
  });
  const begun = [
    { type: 'message_start', message },
    { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
    piece(text.slice(0, half)),
  ];
  const rest = [
    piece(text.slice(half)),
    { type: 'content_block_stop', index: 0 },
    {
      type: 'message_delta',
      delta: { stop_reason: 'end_turn', stop_sequence: null },
      usage: { output_tokens: usage.output_tokens },
    },
    { type: 'message_stop' },
  ];
  const broken = [{ type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }];
  const events = [...begun, ...(end === 'whole' ? rest : broken)];
  return {
    kind: 'body',
    status: 200,
    headers: { 'content-type': 'text/event-stream', 'request-id': requestId },
    body: events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join(''),
  };
}
