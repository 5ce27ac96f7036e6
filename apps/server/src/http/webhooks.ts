import type { ChannelAdapter, EngineParts } from '@glowbot/core';
import { receive } from '@glowbot/core';
import type { Context } from 'koa';
import { problem } from './problem.ts';
import { bodyLimit, readRawBody } from './raw-body.ts';

type WebhookParts = Pick<EngineParts, 'store' | 'clock' | 'idOf' | 'notice' | 'speakers'> & {
  wake: () => void;
};

/** One vendor's webhook address: 200 only after everything that is ours to keep is committed. */
export function webhook(parts: WebhookParts, adapter: ChannelAdapter) {
  return async (ctx: Context): Promise<void> => {
    const body = await readRawBody(ctx.req, bodyLimit);
    if (body.kind === 'too-large') {
      problem(ctx, 413, 'Body too large', `A webhook may have at most ${bodyLimit} bytes.`);
      ctx.set('connection', 'close');
      return;
    }
    if (body.kind === 'broken-off') {
      problem(ctx, 400, 'Body broken off', 'The request ended before its body was complete.');
      return;
    }
    const receipt = await receive(parts, adapter, {
      method: ctx.method === 'GET' ? 'GET' : 'POST',
      query: flat(ctx.query),
      headers: flat(ctx.headers),
      body: body.bytes,
    });
    switch (receipt.kind) {
      case 'handshake':
        ctx.type = 'text/plain';
        ctx.body = receipt.answer;
        return;
      case 'refused':
        problem(
          ctx,
          receipt.status,
          'Not the vendor',
          'The request is not signed with the secret of this app.',
        );
        return;
      case 'accepted':
        ctx.body = { received: true };
        if (receipt.kept > 0) parts.wake();
    }
  };
}

function flat(values: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const first = Array.isArray(value) ? value[0] : value;
      return first === undefined ? [] : [[name, first]];
    }),
  );
}
