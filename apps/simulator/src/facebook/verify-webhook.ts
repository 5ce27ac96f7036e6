import { randomDigits } from '../world/random-id.ts';
import type { WebhookCaller } from '../webhooks/call-webhook.ts';

export type WebhookVerification = { verified: true } | { verified: false; why: string };

/** What Meta's dashboard does when a callback URL is saved (Messenger Platform, "webhooks", verification requests). */
export async function verifyWebhook(
  caller: WebhookCaller,
  callbackUrl: string,
  verifyToken: string,
): Promise<WebhookVerification> {
  const challenge = randomDigits(10);
  const url = new URL(callbackUrl);
  url.searchParams.set('hub.mode', 'subscribe');
  url.searchParams.set('hub.challenge', challenge);
  url.searchParams.set('hub.verify_token', verifyToken);
  const outcome = await caller.call({ url: url.href, method: 'GET', headers: {}, deadlineMs: 5000 });
  if (outcome.kind !== 'answered') return { verified: false, why: outcome.kind };
  if (outcome.status !== 200) return { verified: false, why: `answered ${outcome.status}` };
  return outcome.body === challenge
    ? { verified: true }
    : { verified: false, why: 'the challenge did not come back as the whole body' };
}
