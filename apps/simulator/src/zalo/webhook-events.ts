import { createHash } from 'node:crypto';
import type { Vendor } from '../vendor.ts';
import type { Parcel } from '../webhooks/parcel.ts';
import type { ThreadMessage } from '../world/thread-message.ts';
import type { Customer } from '../world/world.ts';

/** Zalo OA documentation, "webhook": 200 within two seconds. */
const deadlineMs = 2000;

/** Stands for the one person who answers in the OA chat tool. */
const adminId = '1000000000000000001';

/** Zalo's webhook bodies. */
export function createZaloWebhooks(
  app: { appId: string; oaSecret: string },
  now: () => number,
): Omit<Vendor, 'routes' | 'newMessageId'> {
  function parcel(customer: Customer, event: string, content: Record<string, unknown>): Parcel {
    const timestamp = String(now());
    const body = JSON.stringify({
      app_id: app.appId,
      user_id_by_app: customer.idByApp,
      event_name: event,
      timestamp,
      ...content,
    });
    // A plain digest, not an HMAC (Zalo OA documentation, webhook "signature").
    const mac = createHash('sha256')
      .update(app.appId + body + timestamp + app.oaSecret, 'utf8')
      .digest('hex');
    return {
      channel: 'zalo',
      customerId: customer.id,
      event,
      body: Buffer.from(body, 'utf8'),
      headers: { 'content-type': 'application/json', 'X-ZEvent-Signature': `mac=${mac}` },
      retryCountHeader: 'num_retry',
      deadlineMs,
    };
  }

  const sent = (customer: Customer, { id, text }: ThreadMessage) =>
    parcel(customer, 'user_send_text', { ...fromCustomer(customer), message: { msg_id: id, text } });

  return {
    customerSaid: sent,
    // A tapped button comes as an ordinary text that holds the payload; Zalo has no event of its own for it.
    customerTapped: sent,
    accountSaid: (customer, { id, text, by }) =>
      parcel(customer, 'oa_send_text', {
        sender: { id: customer.accountId, ...(by === 'staff' ? { admin_id: adminId } : {}) },
        recipient: { id: customer.id },
        message: { msg_id: id, text },
      }),
    delivered: (customer, { id }) =>
      parcel(customer, 'user_received_message', { ...toCustomer(customer), message: { msg_id: id } }),
    read(customer, messages) {
      // Only the app that sent a message hears that it was seen.
      const ids = messages.filter(({ by }) => by === 'api').map(({ id }) => id);
      if (ids.length === 0) return undefined;
      return parcel(customer, 'user_seen_message', { ...toCustomer(customer), message: { msg_ids: ids } });
    },
  };
}

/** Delivery events name the account as their sender, although they tell what the customer's phone did. */
const toCustomer = ({ id, accountId }: Customer) => ({ sender: { id: accountId }, recipient: { id } });

const fromCustomer = ({ id, accountId }: Customer) => ({ sender: { id }, recipient: { id: accountId } });
