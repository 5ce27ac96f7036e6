import Router from '@koa/router';
import type {
  AccountStore,
  AttributionStore,
  CalendarStore,
  ChannelAdapter,
  EngineParts,
  SpeakerStore,
} from '@glowbot/core';
import Koa from 'koa';
import helmet from 'koa-helmet';
import { calendarFiles } from '../calendar/exchange-routes.ts';
import type { DemoMailbox } from '../notifiers/demo-mailbox.ts';
import type { AccountParts } from '../accounts/account-routes.ts';
import { metaCallbacks } from '../accounts/meta-callbacks.ts';
import { connectPage } from '../accounts/connect-page.ts';
import { api } from './api.ts';
import { demoMailboxPage } from './demo-mailbox-page.ts';
import { handoffPage } from './handoff-page.ts';
import { page } from './page.ts';
import { problem } from './problem.ts';
import { webhook } from './webhooks.ts';

export type AppParts = EngineParts &
  AccountParts & {
    /** Signs what Meta says about people who connected pages; absent: it is not configured. */
    metaAppSecret: string | undefined;
    store: EngineParts['store'] & CalendarStore & AttributionStore & AccountStore & SpeakerStore;
    adapters: readonly ChannelAdapter[];
    wake: () => void;
    /** False from the moment a stop was asked for: load balancers look here. */
    isReady: () => boolean;
    closing: AbortSignal;
    role: 'all' | 'web' | 'worker';
    /** Where the demo's people on call read what they are told. */
    mailbox: DemoMailbox | undefined;
  };

/** The live view is all there is to show: its own scripts and styles, its own API, and nothing from elsewhere. */
const securityHeaders: NonNullable<Parameters<typeof helmet>[0]> = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
      requireTrustedTypesFor: ["'script'"],
    },
  },
  /** TLS ends before this server; who ends it says whether the address is for ever. */
  strictTransportSecurity: false,
};

/** Everything the server answers over HTTP. */
export function createApp(parts: AppParts): Koa {
  const app = new Koa();
  app.use(helmet(securityHeaders));
  app.use(async (ctx, next) => {
    /** During a stop no connection is kept for later: the next request belongs to another server. */
    if (!parts.isReady()) ctx.set('connection', 'close');
    try {
      await next();
      if (ctx.status === 404 && ctx.body === undefined)
        problem(ctx, 404, 'Not found', 'There is nothing at this address.');
    } catch (error) {
      parts.notice({
        level: 'error',
        what: 'request failed',
        ids: { method: ctx.method, route: String(ctx._matchedRoute ?? '') },
        error,
      });
      problem(
        ctx,
        500,
        'Internal error',
        'The request could not be answered; nothing of it was kept. Try again.',
      );
    }
  });

  app.use(health(parts).routes());
  if (parts.role !== 'worker') {
    const webhooks = new Router();
    for (const adapter of parts.adapters) {
      webhooks.all(`/webhooks/${adapter.webhookPath}`, webhook(parts, adapter));
    }
    const router = api(parts);
    app.use(handoffPage(parts).routes()).use(calendarFiles(parts).routes());
    app.use(connectPage(parts).routes());
    if (parts.metaAppSecret !== undefined) app.use(metaCallbacks(parts, parts.metaAppSecret).routes());
    if (parts.mailbox) app.use(demoMailboxPage(parts.mailbox).routes());
    app.use(webhooks.routes()).use(router.routes()).use(router.allowedMethods()).use(page());
  }
  app.on('error', (error: unknown) => parts.notice({ level: 'warn', what: 'connection failed', error }));
  return app;
}

function health(parts: AppParts): Router {
  const router = new Router();
  router.get('/healthz', (ctx) => {
    ctx.body = { alive: true };
  });
  router.get('/readyz', async (ctx) => {
    const answers =
      parts.isReady() &&
      (await parts.store.ping().then(
        () => true,
        () => false,
      ));
    ctx.status = answers ? 200 : 503;
    ctx.body = { ready: answers };
  });
  return router;
}
