import { createHmac, timingSafeEqual } from 'node:crypto';
import { readJson, VendorId } from '@glowbot/vendor-api';
import { z } from 'zod';

/** Whom a callback is about: a person who logged in to our app, by an id that no page knows. Never a customer. */
export type SignedRequest = { userId: string };

const Payload = z.object({
  algorithm: z.string().regex(/^HMAC-SHA256$/i),
  user_id: VendorId,
});

/** Some senders pad base64url, Meta does not (Graph API, "data deletion request callback"). */
const part = /^[\w-]{1,8192}={0,2}$/;

/** What a `signed_request` says, or undefined when it is not provably Meta's. The signature is made over the second part as text. */
export function readSignedRequest(text: string, appSecrets: readonly string[]): SignedRequest | undefined {
  const [signature = '', payload = '', ...rest] = text.split('.');
  if (rest.length > 0 || !part.test(signature) || !part.test(payload)) return undefined;
  const stated = Buffer.from(signature, 'base64url');
  const isGenuine = appSecrets
    .filter((secret) => secret !== '')
    .some((secret) => {
      const expected = createHmac('sha256', secret).update(payload).digest();
      return stated.length === expected.length && timingSafeEqual(stated, expected);
    });
  if (!isGenuine) return undefined;
  const json = readJson(Buffer.from(payload, 'base64url').toString('utf8'));
  const read = json.ok ? Payload.safeParse(json.value).data : undefined;
  return read && { userId: read.user_id };
}
