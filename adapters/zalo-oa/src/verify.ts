import type { WebhookRequest, WebhookVerdict } from '@glowbot/core';
import { decodeText, readJson } from '@glowbot/vendor-api';
import { isSameMac, readMacHeader, zaloWebhookMac } from '@glowbot/zalo-api';
import type { ZaloOaOptions } from './options.ts';
import { SignedBody } from './wire.ts';

type Settings = Pick<ZaloOaOptions, 'appId' | 'oaSecrets' | 'bootstrap'>;

export function verify(request: WebhookRequest, settings: Settings): WebhookVerdict {
  // Zalo never asks by GET; code that answers one copies Meta's handshake.
  if (request.method !== 'POST')
    return { kind: 'refused', status: 403, reason: 'only POST is expected here' };
  const doubt = doubtAbout(request, settings);
  if (doubt === undefined) return { kind: 'genuine' };
  if (settings.bootstrap) return { kind: 'handshake', answer: '' };
  return { kind: 'refused', status: 401, reason: doubt };
}

/** Why the request is not provably Zalo's, or undefined when it is. */
function doubtAbout(request: WebhookRequest, { appId, oaSecrets }: Settings): string | undefined {
  const secrets = oaSecrets.filter((secret) => secret !== '');
  if (secrets.length === 0) return 'no OA Secret Key is configured';
  const header = request.headers['x-zevent-signature'];
  if (header === undefined) return 'no X-ZEvent-Signature';
  const stated = readMacHeader(header);
  if (!stated) return 'X-ZEvent-Signature is not a SHA-256 in hex';
  const json = readJson(decodeText(request.body));
  if (!json.ok) return json.reason;
  const signed = SignedBody.safeParse(json.value);
  if (!signed.success) return 'no timestamp in the body';
  const { timestamp } = signed.data;
  const genuine = secrets.some((oaSecret) =>
    isSameMac(stated, zaloWebhookMac({ appId, body: request.body, timestamp, oaSecret })),
  );
  return genuine ? undefined : 'X-ZEvent-Signature does not fit the body';
}
