import { createHash, timingSafeEqual } from 'node:crypto';

/** What a Zalo webhook's signature is made over. */
export type SignedWebhook = { appId: string; body: Uint8Array; timestamp: string; oaSecret: string };

/**
 * A plain SHA-256 over app id, the very bytes received, the body's timestamp and the OA Secret Key; no HMAC
 * (Zalo webhook documentation, "user sends message", X-ZEvent-Signature; MacUtils of Zalo's Java SDK).
 */
export function zaloWebhookMac({ appId, body, timestamp, oaSecret }: SignedWebhook): Buffer {
  return createHash('sha256').update(appId).update(body).update(timestamp).update(oaSecret).digest();
}

/** The documentation shows `mac=` before the digits; live comparers exist with and without it, in either case. */
const macHeader = /^(?:mac=)?([0-9a-f]{64})$/i;

/** The digest a signature header states, or undefined when it is not one. */
export function readMacHeader(header: string): Buffer | undefined {
  const hex = macHeader.exec(header.trim())?.[1];
  return hex === undefined ? undefined : Buffer.from(hex, 'hex');
}

export function isSameMac(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
