import { PassThrough } from 'node:stream';
import type { ClinicScope, EngineParts } from '@glowbot/core';
import type { Context } from 'koa';

type StreamParts = Pick<EngineParts, 'store'> & { closing: AbortSignal };

/** How often a stream looks for new steps, and how often it says that it is still there. */
const lookEveryMs = 300;
const aliveEveryMs = 15_000;
const stepsAtOnce = 200;

/** Every step of the clinic's conversations, as Server-Sent Events in commit order; resumes after `Last-Event-ID`. */
export function streamSteps(parts: StreamParts, ctx: Context, scope: ClinicScope): void {
  const stream = new PassThrough();
  const resume = ctx.get('last-event-id');
  let cursor = /^[\w:.-]{1,100}$/.test(resume) ? resume : null;
  let quietMs = 0;

  async function look(): Promise<void> {
    const found = await parts.store.stepsAfter(scope, cursor, stepsAtOnce);
    cursor = found.cursor;
    for (const step of found.steps) {
      stream.write(`id: ${step.cursor}\nevent: step\ndata: ${JSON.stringify(step)}\n\n`);
    }
    quietMs = found.steps.length > 0 ? 0 : quietMs + lookEveryMs;
    if (quietMs >= aliveEveryMs) {
      quietMs = 0;
      stream.write(': still here\n\n');
    }
  }

  let timer: NodeJS.Timeout | undefined;
  const end = () => {
    clearTimeout(timer);
    stream.end();
  };
  /** One look after the other: a slow database never has two questions of one reader. */
  const next = () => {
    if (stream.writableEnded || stream.destroyed) return;
    look().then(() => {
      timer = setTimeout(next, lookEveryMs);
    }, end);
  };

  parts.closing.addEventListener('abort', end, { once: true });
  ctx.req.on('close', () => {
    parts.closing.removeEventListener('abort', end);
    end();
  });
  ctx.type = 'text/event-stream';
  ctx.set({ 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
  ctx.body = stream;
  stream.write(': welcome\n\n');
  next();
}
