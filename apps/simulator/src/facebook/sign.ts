import { createHmac } from 'node:crypto';

/**
 * Meta sends webhooks with non-ASCII as lower-case \uXXXX and slashes as \/, and signs those very bytes
 * (Messenger Platform, "validating webhook events").
 */
export function toWebhookBytes(body: unknown): Buffer {
  const text = JSON.stringify(body)
    .replaceAll('/', '\\/')
    .replaceAll(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return Buffer.from(text, 'ascii');
}

export function signWebhook(bytes: Buffer, appSecret: string): Record<string, string> {
  const hmac = (algorithm: string) => createHmac(algorithm, appSecret).update(bytes).digest('hex');
  return {
    // The older header is still sent beside the one that counts.
    'x-hub-signature': `sha1=${hmac('sha1')}`,
    'x-hub-signature-256': `sha256=${hmac('sha256')}`,
  };
}
