import type { Aftermath } from './accept-send.ts';
import { type ClaudeControls, createSimulatedClaude } from './claude/claude.ts';
import { createClaudeControlRoutes } from './claude/claude-control-routes.ts';
import { createControlRoutes } from './control/control-routes.ts';
import { type Controls, createControls } from './control/controls.ts';
import { createLive } from './control/live.ts';
import { createFacebook } from './facebook/facebook.ts';
import type { LoginControls } from './facebook/login-routes.ts';
import { verifyWebhook, type WebhookVerification } from './facebook/verify-webhook.ts';
import { createFaults } from './faults.ts';
import type { Route } from './http/answer.ts';
import { serve } from './http/serve.ts';
import { SimulatorOptions, WebhookUrls } from './options.ts';
import { createPageRoutes } from './page-routes.ts';
import { createWebhookCaller } from './webhooks/call-webhook.ts';
import { createPostman } from './webhooks/postman.ts';
import { type Account, createWorld } from './world/world.ts';
import type { TokenControls } from './zalo/token-controls.ts';
import { createZalo } from './zalo/zalo.ts';

export type Simulator = Controls & {
  /** Base address of both vendors' APIs, the controls and the chat page. */
  readonly url: string;
  /** The simulated Messages API: what it answers, how it fails, and what it was asked. */
  readonly claude: ClaudeControls;
  /** Zalo's tokens: who asked for them, how the next answer fails, and what an owner decides. */
  readonly zaloTokens: TokenControls;
  /** What Meta does to a page's token and subscription. */
  readonly facebookPages: LoginControls;
  /** Does what Meta's dashboard does when a callback URL is saved. */
  verifyFacebookWebhook(): Promise<WebhookVerification>;
  /** For a server that learns its own port only after the simulator's. */
  pointWebhooksAt(urls: WebhookUrls): void;
  /** Ends every connection, wait and retry. */
  close(): Promise<void>;
};

/** Waits a person at a demo can sit through; Zalo's own are 30 s, 5, 15 and 30 min and 1 h. */
const demoRetryMs = [1000, 5000, 15_000];

/** Zalo OA, Messenger and the Messages API on this machine, and a page on which a person is a clinic's customer. */
export async function startSimulator(given: SimulatorOptions): Promise<Simulator> {
  const options = SimulatorOptions.parse(given);
  let { webhookUrls } = options;
  const accounts: readonly Account[] = [
    ...options.zalo.oas.map(({ id, name }) => ({ channel: 'zalo' as const, id, name })),
    ...options.facebook.pages.map(({ id, name }) => ({ channel: 'facebook' as const, id, name })),
  ];
  const world = createWorld(accounts, options.clock ?? Date.now);
  const caller = createWebhookCaller();
  const postman = createPostman({
    caller,
    url: (channel) => webhookUrls[channel],
    retryMs: options.webhookRetryMs ?? demoRetryMs,
    now: world.now,
  });
  const faults = createFaults();
  const aftermath: Aftermath = { echoes: 'after', receipts: true };
  const desk = { world, postman, faults, aftermath };
  const vendors = {
    facebook: createFacebook(options.facebook, desk, options.limits?.facebookSendsPerSecond),
    zalo: createZalo(options.zalo, desk, options.limits?.zaloCallsPerMinute),
  };
  const claude = createSimulatedClaude(options.claude, world.now);
  const closing = new AbortController();
  const controls = {
    ...createControls({ ...desk, vendors, closing: closing.signal }),
    verifyFacebookWebhook: () => verifyWebhook(caller, webhookUrls.facebook, options.facebook.verifyToken),
  };
  const live = createLive(world);
  const liveRoute: Route = {
    method: 'GET',
    path: /^\/control\/events$/,
    answer: ({ query }) => live.open(query.get('customer')),
  };

  const server = await serve(options.port, [
    // Zalo before Messenger: `/v3.0/oa/…` also looks like a versioned Graph address.
    ...vendors.zalo.routes,
    ...vendors.facebook.routes,
    ...claude.routes,
    ...createClaudeControlRoutes(claude.controls),
    liveRoute,
    ...createControlRoutes(controls, { accounts, watchUrl: options.watchUrl }),
    ...createPageRoutes(),
  ]).catch((error: unknown) => {
    live.close();
    postman.close();
    throw error;
  });

  return {
    ...controls,
    url: server.url,
    claude: claude.controls,
    zaloTokens: vendors.zalo.tokenControls,
    facebookPages: vendors.facebook.loginControls,
    pointWebhooksAt: (urls) => {
      webhookUrls = WebhookUrls.parse(urls);
    },
    async close() {
      closing.abort();
      live.close();
      postman.close();
      await server.close();
    },
  };
}
