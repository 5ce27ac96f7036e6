import type Router from '@koa/router';
import type { ClinicScope, EngineParts, HouseEvent } from '@glowbot/core';
import type { Context } from 'koa';
import { z } from 'zod';
import { jsonBody } from './json-body.ts';
import { problem } from './problem.ts';

type Parts = Pick<EngineParts, 'store' | 'clock' | 'newId'> & { wake: () => void };

const Page = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  before: z.string().max(100).optional(),
});

/** `id` is the sender's own, so that the same words sent twice by a shaky connection are said once. */
const Words = z.strictObject({ id: z.uuid().optional(), text: z.string().trim().min(1).max(2_000) });

/** Conversations as staff read them, and what staff do in them. Whoever writes has taken over. */
export function conversationRoutes(router: Router<{ scope: ClinicScope }>, parts: Parts): void {
  const missing = (ctx: Context) =>
    problem(ctx, 404, 'No such conversation', 'Your clinic has no conversation with this id.');

  async function happens(
    ctx: Context & { state: { scope: ClinicScope }; params: Record<string, string | undefined> },
    event: HouseEvent,
  ) {
    const id = z.uuid().safeParse(ctx.params['id']);
    const isKept = id.success && (await parts.store.receiveFromHouse(ctx.state.scope, id.data, event));
    if (!isKept) return missing(ctx);
    parts.wake();
    ctx.status = 202;
    ctx.body = { accepted: true };
  }

  router.get('/conversations', async (ctx) => {
    const page = Page.safeParse(ctx.query);
    if (!page.success)
      return problem(ctx, 400, 'Bad query', 'limit is 1 to 100; before is a cursor of this list.');
    ctx.body = { conversations: await parts.store.conversations(ctx.state.scope, page.data) };
  });

  router.get('/conversations/:id', async (ctx) => {
    const id = z.uuid().safeParse(ctx.params['id']);
    const detail = id.success ? await parts.store.conversation(ctx.state.scope, id.data) : undefined;
    if (!detail) return missing(ctx);
    ctx.body = detail;
  });

  for (const [path, kind] of [
    ['take-over', 'staff.tookOver'],
    ['release', 'staff.released'],
    ['confirm-concession', 'concession.confirmed'],
  ] as const) {
    router.post(`/conversations/:id/${path}`, (ctx) =>
      happens(ctx, { kind, id: `${kind}:${parts.newId()}`, at: parts.clock(), by: 'api' }),
    );
  }

  router.post('/conversations/:id/messages', async (ctx) => {
    const words = await jsonBody(ctx, Words);
    if (!words) return;
    const { id = parts.newId(), text } = words;
    await happens(ctx, { kind: 'staff.wrote', id, at: parts.clock(), by: 'api', text });
  });
}
