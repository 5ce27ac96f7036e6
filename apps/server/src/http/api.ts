import Router from '@koa/router';
import {
  type AccountStore,
  type AttributionStore,
  type CalendarStore,
  type ClinicScope,
  describeMachines,
  type EngineParts,
  type SpeakerStore,
} from '@glowbot/core';
import type { Context, Next } from 'koa';
import { z } from 'zod';
import { accountRoutes, type AccountParts } from '../accounts/account-routes.ts';
import { speakerRoutes } from '../accounts/speaker-routes.ts';
import { attributionRoutes } from '../attribution/attribution-routes.ts';
import { calendarRoutes } from '../calendar/calendar-routes.ts';
import { depositRoutes } from '../calendar/deposit-routes.ts';
import { exchangeRoutes } from '../calendar/exchange-routes.ts';
import { handoffRoutes } from './handoff-routes.ts';
import { languageModelRoutes } from './language-model-routes.ts';
import { problem } from './problem.ts';
import { questionRoutes } from './question-routes.ts';
import { skillRoutes } from './skill-routes.ts';
import { streamSteps } from './step-stream.ts';

type ApiParts = Pick<
  EngineParts,
  'clock' | 'newId' | 'languageModel' | 'skills' | 'notice' | 'timeLimit' | 'speakers'
> &
  Omit<AccountParts, 'store'> & {
    store: EngineParts['store'] & CalendarStore & AttributionStore & AccountStore & SpeakerStore;
    wake: () => void;
    closing: AbortSignal;
  };

type Scoped = { scope: ClinicScope };

const Page = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  before: z.string().max(100).optional(),
});

/** What a clinic's own people may see and do. Everything asks for an access token, and sees its clinic only. */
export function api(parts: ApiParts): Router<Scoped> {
  const router = new Router<Scoped>({ prefix: '/api' });

  router.use(async (ctx: Context & { state: Scoped }, next: Next) => {
    const token = /^Bearer ([\w-]{20,200})$/.exec(ctx.get('authorization'))?.[1];
    const scope = token === undefined ? undefined : await parts.store.scopeOfToken(token);
    if (!scope) {
      ctx.set('www-authenticate', 'Bearer');
      problem(ctx, 401, 'Access token needed', 'Send the access token of your clinic as a bearer token.');
      return;
    }
    ctx.set('cache-control', 'no-store');
    ctx.state.scope = scope;
    await next();
  });

  router.get('/machines', (ctx) => {
    ctx.body = { machines: describeMachines() };
  });

  router.get('/conversations', async (ctx) => {
    const page = Page.safeParse(ctx.query);
    if (!page.success)
      return problem(ctx, 400, 'Bad query', 'limit is 1 to 100; before is a cursor of this list.');
    ctx.body = { conversations: await parts.store.conversations(ctx.state.scope, page.data) };
  });

  router.get('/conversations/:id', async (ctx) => {
    const id = z.uuid().safeParse(ctx.params.id);
    const detail = id.success ? await parts.store.conversation(ctx.state.scope, id.data) : undefined;
    if (!detail)
      return problem(ctx, 404, 'No such conversation', 'Your clinic has no conversation with this id.');
    ctx.body = detail;
  });

  for (const [path, kind] of [
    ['take-over', 'staff.tookOver'],
    ['release', 'staff.released'],
  ] as const) {
    router.post(`/conversations/:id/${path}`, async (ctx) => {
      const id = z.uuid().safeParse(ctx.params.id);
      const event = { kind, id: `${kind}:${parts.newId()}`, at: parts.clock(), by: 'api' };
      const isKept = id.success && (await parts.store.receiveFromHouse(ctx.state.scope, id.data, event));
      if (!isKept)
        return problem(ctx, 404, 'No such conversation', 'Your clinic has no conversation with this id.');
      parts.wake();
      ctx.status = 202;
      ctx.body = { accepted: true };
    });
  }

  languageModelRoutes(router, parts);
  calendarRoutes(router, parts);
  depositRoutes(router, parts);
  exchangeRoutes(router, parts);
  handoffRoutes(router, parts);
  skillRoutes(router, parts);
  questionRoutes(router, parts);
  attributionRoutes(router, parts);
  accountRoutes(router, parts);
  speakerRoutes(router, parts);

  router.get('/events', (ctx) => streamSteps(parts, ctx, ctx.state.scope));

  return router;
}
