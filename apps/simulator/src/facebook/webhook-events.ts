import type { Vendor } from '../vendor.ts';
import type { Parcel } from '../webhooks/parcel.ts';
import type { Choice, ThreadMessage } from '../world/thread-message.ts';
import type { Customer } from '../world/world.ts';
import type { FacebookApp, WebhookField } from './pages.ts';
import { signWebhook, toWebhookBytes } from './sign.ts';

/** Messenger Platform, "webhooks": 200 within five seconds. */
const deadlineMs = 5000;

/** App id of the Page inbox, in which staff type (Messenger Platform, "conversation routing"). */
const pageInboxAppId = 263902037430900;

/** Messenger's webhook bodies. */
export function createFacebookWebhooks(
  app: FacebookApp,
  now: () => number,
): Omit<Vendor, 'routes' | 'newMessageId'> {
  function parcel(
    customer: Customer,
    field: WebhookField,
    item: Record<string, unknown>,
  ): Parcel | undefined {
    const page = app.pages.find((each) => each.id === customer.accountId);
    if (!page?.subscribedFields.includes(field)) return undefined;
    const body = toWebhookBytes({ object: 'page', entry: [{ id: page.id, time: now(), messaging: [item] }] });
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'facebookexternalua',
      ...signWebhook(body, app.appSecret),
    };
    return { channel: 'facebook', customerId: customer.id, event: field, body, headers, deadlineMs };
  }

  return {
    customerSaid: (customer, { id: mid, text, at }) =>
      parcel(customer, 'messages', { ...fromCustomer(customer, at), message: { mid, text } }),

    customerTapped(customer, { id: mid, at }, { kind, title, payload }) {
      const parties = fromCustomer(customer, at);
      if (kind === 'postback') {
        return parcel(customer, 'messaging_postbacks', { ...parties, postback: { mid, title, payload } });
      }
      // Messenger Platform, "quick replies": a tap is a message with the title as its text.
      return parcel(customer, 'messages', {
        ...parties,
        message: { mid, text: title, quick_reply: { payload } },
      });
    },

    accountSaid: (customer, { id: mid, at, ...message }) =>
      parcel(customer, 'message_echoes', {
        sender: { id: customer.accountId },
        recipient: { id: customer.id },
        timestamp: at,
        message: {
          mid,
          is_echo: true,
          app_id: message.by === 'staff' ? pageInboxAppId : Number(app.appId),
          ...(message.metadata === null ? {} : { metadata: message.metadata }),
          ...echoedContent(message),
        },
      }),

    delivered: (customer, { id, at, deliveredAt }) =>
      parcel(customer, 'message_deliveries', {
        ...fromCustomer(customer, deliveredAt ?? at),
        delivery: { mids: [id], watermark: deliveredAt ?? at },
      }),

    read(customer, messages) {
      const last = messages.at(-1);
      if (!last) return undefined;
      const watermark = last.readAt ?? last.at;
      return parcel(customer, 'message_reads', { ...fromCustomer(customer, watermark), read: { watermark } });
    },
  };
}

const fromCustomer = (customer: Customer, at: number) => ({
  sender: { id: customer.id },
  recipient: { id: customer.accountId },
  timestamp: at,
});

/** Buttons come back as the template they were sent in; quick replies do not come back at all. */
function echoedContent({ text, choices }: Pick<ThreadMessage, 'text' | 'choices'>): Record<string, unknown> {
  const buttons = choices.filter((choice) => choice.kind !== 'quick-reply').map(toButton);
  if (buttons.length === 0) return { text };
  return { attachments: [{ type: 'template', payload: { template_type: 'button', text, buttons } }] };
}

function toButton({ kind, title, payload }: Choice): Record<string, string> {
  if (kind === 'url') return { type: 'web_url', title, url: payload };
  if (kind === 'phone') return { type: 'phone_number', title, payload };
  return { type: 'postback', title, payload };
}
