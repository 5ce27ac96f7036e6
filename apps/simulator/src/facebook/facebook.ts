import { acceptSend, type SendDesk } from '../accept-send.ts';
import { type Answer, type HttpRequest, json, type Route } from '../http/answer.ts';
import type { Vendor } from '../vendor.ts';
import { createRateLimit } from '../world/rate-limit.ts';
import { randomText } from '../world/random-id.ts';
import { type CheckedSend, checkSend } from './check-send.ts';
import { readGraphCall } from './graph-call.ts';
import { graphErrors, graphFailure } from './graph-error.ts';
import { createLoginRoutes, type LoginControls } from './login-routes.ts';
import { type FacebookApp, webhookFields } from './pages.ts';
import { createGraphReadRoutes } from './read-routes.ts';
import { createFacebookWebhooks } from './webhook-events.ts';

const newMessageId = () => `m_${randomText(48)}`;

/** The Messenger Platform as one app with several pages sees it. */
export function createFacebook(
  options: {
    appId: string;
    appSecret: string;
    pages: readonly { id: string; name: string; accessToken: string }[];
  },
  desk: SendDesk,
  /** Messenger Platform, "rate limits": 300 texts a second for each page. */
  sendsPerSecond = 300,
): Vendor & { loginControls: LoginControls } {
  const pages = options.pages.map((page) => ({ ...page, subscribedFields: webhookFields }));
  const app: FacebookApp = { appId: options.appId, appSecret: options.appSecret, pages };
  const webhooks = createFacebookWebhooks(app, desk.world.now);
  const login = createLoginRoutes(app, desk.world.now);
  const rate = createRateLimit(sendsPerSecond, 1000, desk.world.now);

  function usage(pageId: string, remain: number): Record<string, string> {
    const count = { type: 'messenger', call_count: Math.round((1 - remain / sendsPerSecond) * 100) };
    const times = { total_cputime: 0, total_time: 0, estimated_time_to_regain_access: 0 };
    return { 'x-business-use-case-usage': JSON.stringify({ [pageId]: [{ ...count, ...times }] }) };
  }

  async function send(request: HttpRequest): Promise<Answer> {
    const read = readGraphCall(request, app);
    if ('error' in read) return graphFailure(read.error);
    const { page } = read.call;
    if (![page.id, 'me'].includes(request.params['id'] ?? '')) return graphFailure(graphErrors.noObject);
    const checked = checkSend(read.call, desk.world);
    if ('error' in checked) return graphFailure(checked.error);
    if (checked.kind === 'action') return act(checked);
    const { allowed, remain } = rate.take(page.id);
    if (!allowed) return graphFailure(graphErrors.rate);
    const { customer, content } = checked;
    return acceptSend(
      desk,
      webhooks,
      customer,
      { id: newMessageId(), by: 'api', ...content },
      {
        success: ({ id }) => json(200, { recipient_id: customer.id, message_id: id }, usage(page.id, remain)),
        failure: (code, subcode) => graphFailure({ code, subcode, message: `(#${code}) Simulated refusal` }),
      },
    );
  }

  function act({ customer, action }: Extract<CheckedSend, { kind: 'action' }>): Answer {
    const { world } = desk;
    if (action === 'typing_on' || action === 'typing_off')
      world.showTyping(customer.id, action === 'typing_on');
    if (action === 'mark_seen') {
      for (const { id, by, readAt } of world.thread(customer.id)) {
        if (by === 'customer' && readAt === null) world.change(customer.id, id, { readAt: world.now() });
      }
    }
    return json(200, { recipient_id: customer.id });
  }

  const messages: Route = {
    method: 'POST',
    path: /^(?:\/v\d+\.\d+)?\/(?<id>\d+|me)\/messages\/?$/,
    answer: send,
  };
  return {
    ...webhooks,
    newMessageId,
    loginControls: login.controls,
    routes: [messages, ...login.routes, ...createGraphReadRoutes(app, desk.world)],
  };
}
