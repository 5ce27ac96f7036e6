import { createHash, createHmac, randomUUID } from 'node:crypto';
import { type Channel, vendor } from './world.ts';

/** A webhook as the vendor would sign it, made without any code of the product. */
export function signedWebhook(
  channel: Channel,
  body: Buffer | string,
): { path: string; headers: Record<string, string>; body: Buffer } {
  const bytes = Buffer.from(body);
  if (channel === 'facebook') {
    const mac = createHmac('sha256', vendor.facebook.appSecret).update(bytes).digest('hex');
    return {
      path: '/webhooks/facebook',
      headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${mac}` },
      body: bytes,
    };
  }
  const timestamp = /"timestamp":"(\d+)"/.exec(bytes.toString())?.[1] ?? '';
  const mac = createHash('sha256')
    .update(vendor.zalo.appId)
    .update(bytes)
    .update(timestamp)
    .update(vendor.zalo.oaSecret)
    .digest('hex');
  return {
    path: '/webhooks/zalo',
    headers: { 'content-type': 'application/json', 'x-zevent-signature': `mac=${mac}` },
    body: bytes,
  };
}

/** The body of one text message. */
export function textWebhook(
  channel: Channel,
  options: { from: string; text: string; at: number; messageId?: string; account?: string },
): string {
  const { from, text, at, messageId = randomUUID() } = options;
  if (channel === 'facebook') {
    const page = options.account ?? vendor.facebook.pageId;
    return JSON.stringify({
      object: 'page',
      entry: [
        {
          id: page,
          time: at,
          messaging: [
            {
              sender: { id: from },
              recipient: { id: page },
              timestamp: at,
              message: { mid: messageId, text },
            },
          ],
        },
      ],
    });
  }
  const oa = options.account ?? vendor.zalo.oaId;
  return JSON.stringify({
    app_id: vendor.zalo.appId,
    event_name: 'user_send_text',
    timestamp: String(at),
    sender: { id: from },
    recipient: { id: oa },
    message: { msg_id: messageId, text },
  });
}
