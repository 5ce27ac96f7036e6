import { z } from 'zod';
import { acceptSend, type SendDesk } from '../accept-send.ts';
import type { Answer } from '../http/answer.ts';
import type { Vendor } from '../vendor.ts';
import { createRateLimit } from '../world/rate-limit.ts';
import { randomHex } from '../world/random-id.ts';
import { checkMessage } from './check-message.ts';
import { createZaloOauth } from './oauth-route.ts';
import { createTokenControls, type TokenControls } from './token-controls.ts';
import { invalidParameter, openapiFailure, openapiSuccess, zaloErrors } from './openapi-answer.ts';
import { createOpenapiRoute, type OpenapiCall } from './openapi-route.ts';
import { createZaloReadRoutes } from './read-routes.ts';
import { createReplyQuota } from './reply-quota.ts';
import { createZaloTokens } from './tokens.ts';
import { createZaloWebhooks } from './webhook-events.ts';

const Body = z.object({ recipient: z.object({ user_id: z.string().regex(/^\d+$/) }), message: z.unknown() });

const newMessageId = () => randomHex(10);

/** Zalo as one app with several Official Accounts sees it. */
export function createZalo(
  app: {
    appId: string;
    appSecret: string;
    oaSecret: string;
    oas: readonly { id: string; name: string; accessToken: string; refreshToken: string }[];
  },
  desk: SendDesk,
  /** Zalo OA documentation, "rate limit": 4,000 calls a minute for each app. */
  callsPerMinute = 4000,
): Vendor & { tokenControls: TokenControls } {
  const { world } = desk;
  const tokens = createZaloTokens(app, world.now);
  const oauth = createZaloOauth(app, tokens, world.now);
  const controls = createTokenControls(oauth, tokens);
  const webhooks = createZaloWebhooks(app, world.now);
  const quota = createReplyQuota(world);

  async function send({ oa, request, headers }: OpenapiCall): Promise<Answer> {
    const body = Body.safeParse(readJson(request.body)).data;
    if (!body) return openapiFailure(invalidParameter('recipient.user_id'), headers);
    const customer = world.customer(body.recipient.user_id);
    if (customer?.channel !== 'zalo' || customer.accountId !== oa.id) {
      return openapiFailure(zaloErrors.notFollower, headers);
    }
    const checked = checkMessage(body.message);
    if ('error' in checked) return openapiFailure(checked.error, headers);
    const refusal = quota.refusal(customer);
    if (refusal) return openapiFailure(refusal, headers);
    return acceptSend(
      desk,
      webhooks,
      customer,
      { id: newMessageId(), by: 'api', ...checked.content },
      {
        success: ({ id, at }) =>
          openapiSuccess(
            { message_id: id, user_id: customer.id, sent_time: String(at), ...quota.take(oa, customer) },
            headers,
          ),
        failure: (error) => openapiFailure({ error, message: 'Simulated refusal' }, headers),
      },
    );
  }

  const route = createOpenapiRoute(app, tokens, createRateLimit(callsPerMinute, 60_000, world.now));
  return {
    ...webhooks,
    newMessageId,
    tokenControls: controls.controls,
    routes: [
      ...oauth.routes,
      ...controls.routes,
      route('POST', /^\/v3\.0\/oa\/message\/cs$/, send),
      ...createZaloReadRoutes(route, world),
    ],
  };
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
