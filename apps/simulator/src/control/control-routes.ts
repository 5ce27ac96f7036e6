import { z } from 'zod';
import { FaultOrder } from '../faults.ts';
import type { HttpRequest, Route } from '../http/answer.ts';
import type { WebhookVerification } from '../facebook/verify-webhook.ts';
import type { Account } from '../world/world.ts';
import { done, read, readQuery, route } from './control-route.ts';
import type { Controls } from './controls.ts';

const Text = z.string().trim().min(1).max(2000);
const NewCustomer = z.strictObject({
  channel: z.enum(['facebook', 'zalo']),
  name: z.string().trim().min(1).max(100),
  accountId: z.string().optional(),
});
const Says = z.strictObject({ text: Text, copies: z.int().min(1).max(100).optional() });
const Taps = z.strictObject({ messageId: z.string(), choice: z.int().min(0) });
const StaffTypes = z.strictObject({ text: Text });
const Wait = z.object({
  count: z.coerce.number().pipe(z.int().min(0)).default(0),
  timeoutMs: z.coerce.number().pipe(z.int().min(0).max(120_000)).default(30_000),
});
const WebhookSettings = z.strictObject({
  hold: z.literal(true).optional(),
  copies: z.int().min(1).max(100).optional(),
  withholdOneIn: z.int().min(0).optional(),
  echoes: z.enum(['after', 'before', 'withheld']).optional(),
  receipts: z.boolean().optional(),
});
const Release = z.strictObject({ order: z.enum(['same', 'reversed']).default('same') });
const Advance = z.strictObject({ advanceMs: z.number().min(0) });

/** The controls over HTTP, in JSON. */
export function createControlRoutes(
  controls: Controls & { verifyFacebookWebhook(): Promise<WebhookVerification> },
  shown: { accounts: readonly Account[]; watchUrl: string | undefined },
): readonly Route[] {
  return [
    route('GET', '/state', () => ({
      accounts: shown.accounts,
      watchUrl: shown.watchUrl ?? null,
      customers: controls.customers(),
    })),
    route('POST', '/customers', (request) => controls.createCustomer(read(request, NewCustomer))),
    route('GET', '/customers/(?<id>\\d+)', (request) => ({
      customer: controls.customer(idOf(request)),
      messages: controls.thread(idOf(request)),
    })),
    route('POST', '/customers/(?<id>\\d+)/messages', (request) => {
      const { text, copies } = read(request, Says);
      return controls.customerSays(idOf(request), text, { copies });
    }),
    route('POST', '/customers/(?<id>\\d+)/taps', (request) => {
      const { messageId, choice } = read(request, Taps);
      return controls.customerTaps(idOf(request), messageId, choice);
    }),
    route('POST', '/customers/(?<id>\\d+)/reads', (request) =>
      done(() => controls.customerReads(idOf(request))),
    ),
    route('POST', '/customers/(?<id>\\d+)/staff-messages', (request) =>
      controls.staffTypes(idOf(request), read(request, StaffTypes).text),
    ),
    route('GET', '/customers/(?<id>\\d+)/sends', (request) => {
      const { count, timeoutMs } = readQuery(request, Wait);
      return controls.waitForSends(idOf(request), count, timeoutMs, request.gone);
    }),
    route('GET', '/sends', () => controls.sends()),
    route('POST', '/faults', (request) => done(() => controls.failNextSends(read(request, FaultOrder)))),
    route('DELETE', '/faults', () => done(controls.clearFaults)),
    route('GET', '/webhooks', () => controls.webhookDeliveries()),
    route('GET', '/webhooks/idle', (request) =>
      controls.waitForWebhooks(readQuery(request, Wait).timeoutMs, request.gone),
    ),
    route('PUT', '/webhooks', (request) =>
      done(() => {
        const { hold, copies, withholdOneIn, echoes, receipts } = read(request, WebhookSettings);
        if (hold) controls.holdWebhooks();
        if (withholdOneIn !== undefined) controls.withholdWebhooks(withholdOneIn);
        if (copies !== undefined) controls.setWebhookCopies(copies);
        if (echoes !== undefined) controls.setAftermath({ echoes });
        if (receipts !== undefined) controls.setAftermath({ receipts });
      }),
    ),
    route('POST', '/webhooks/release', (request) =>
      done(() => controls.releaseWebhooks(read(request, Release).order)),
    ),
    route('POST', '/webhooks/verify-facebook', () => controls.verifyFacebookWebhook()),
    route('POST', '/clock', (request) => done(() => controls.advanceClock(read(request, Advance).advanceMs))),
  ];
}

const idOf = ({ params }: HttpRequest) => params['id'] ?? '';
