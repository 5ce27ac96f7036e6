import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { WebhookRequest, WebhookVerdict } from '@glowbot/core';
import type { FacebookOptions } from './options.ts';

type Settings = Pick<FacebookOptions, 'appSecrets' | 'verifyToken'>;

export function verify(request: WebhookRequest, settings: Settings): WebhookVerdict {
  return request.method === 'GET' ? verifyAddress(request, settings) : verifySignature(request, settings);
}

/** Messenger Platform, "webhooks", verification requests: the challenge is the whole answer. */
function verifyAddress({ query }: WebhookRequest, { verifyToken }: Settings): WebhookVerdict {
  const challenge = query['hub.challenge'];
  const asked = query['hub.mode'] === 'subscribe' && challenge !== undefined && challenge.length <= 1000;
  if (asked && verifyToken !== '' && isSameSecret(query['hub.verify_token'] ?? '', verifyToken)) {
    return { kind: 'handshake', answer: challenge };
  }
  return { kind: 'refused', status: 403, reason: 'not a verification request with our token' };
}

/** Lower-case hex, as Meta writes it; the older SHA-1 header beside it proves nothing. */
const signatureHeader = /^sha256=([0-9a-f]{64})$/;

/** Messenger Platform, "webhooks", validating payloads: over the received bytes, never over parsed text. */
function verifySignature({ headers, body }: WebhookRequest, { appSecrets }: Settings): WebhookVerdict {
  const header = headers['x-hub-signature-256'];
  if (header === undefined) return { kind: 'refused', status: 401, reason: 'no X-Hub-Signature-256' };
  const hex = signatureHeader.exec(header)?.[1];
  if (hex === undefined) {
    return { kind: 'refused', status: 401, reason: 'X-Hub-Signature-256 is not a SHA-256 in hex' };
  }
  const stated = Buffer.from(hex, 'hex');
  const genuine = appSecrets
    .filter((secret) => secret !== '')
    .some((secret) => {
      const expected = createHmac('sha256', secret).update(body).digest();
      return stated.length === expected.length && timingSafeEqual(stated, expected);
    });
  if (genuine) return { kind: 'genuine' };
  return { kind: 'refused', status: 401, reason: 'X-Hub-Signature-256 does not fit the body' };
}

/** In constant time for words of any length. */
function isSameSecret(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function digest(word: string): Buffer {
  return createHash('sha256').update(word).digest();
}
