import { createHmac } from 'node:crypto';
import type { FailureNext } from '@glowbot/core';
import { z } from 'zod';
import { openapiFailureNext } from './openapi-errors.ts';
import { callVendor, readJson } from '@glowbot/vendor-api';

export type OpenapiSettings = {
  fetch: typeof globalThis.fetch;
  /** `https://openapi.zalo.me`, or a simulator. */
  openapiUrl: string;
  /** Set when the app's console demands `appsecret_proof`; without it the header is not sent. */
  appSecret?: string | undefined;
};

export type OpenapiCall = { method: 'GET' | 'POST'; path: string; body?: unknown };

export type OpenapiResult =
  | { kind: 'success'; data: unknown }
  | { kind: 'refused'; next: FailureNext; code: string }
  | { kind: 'unclear'; why: string };

/** Every answer of openapi.zalo.me: success is `error` 0, whatever the HTTP status says. */
const Envelope = z.object({
  error: z.union([
    z.number().int(),
    z
      .string()
      .regex(/^-?\d{1,9}$/)
      .transform(Number),
  ]),
  data: z.unknown().optional(),
});

/** One call to Zalo's OA API, its answer named by what must happen next. */
export async function callOpenapi(
  settings: OpenapiSettings,
  call: OpenapiCall,
  accessToken: string,
  deadline: AbortSignal,
): Promise<OpenapiResult> {
  const answer = await callVendor(
    settings.fetch,
    {
      method: call.method,
      url: settings.openapiUrl + call.path,
      headers: {
        // A bare header of this name, never `Authorization: Bearer` (Zalo OA documentation, "calling the API").
        access_token: accessToken,
        ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(settings.appSecret ? { appsecret_proof: appSecretProof(settings.appSecret, accessToken) } : {}),
      },
      body: call.body,
    },
    deadline,
  );
  if (answer.kind === 'never-left') return { kind: 'refused', next: 'retry', code: answer.why };
  if (answer.kind === 'silence') return { kind: 'unclear', why: answer.why };

  const json = readJson(answer.text);
  const envelope = json.ok ? Envelope.safeParse(json.value).data : undefined;
  if (envelope && envelope.error !== 0) return refusal(envelope.error, answer.status);
  if (answer.status === 429) return { kind: 'refused', next: 'retry', code: 'http-429' };
  if (!envelope || answer.status >= 300)
    return { kind: 'unclear', why: `http-${answer.status} without proof` };
  return { kind: 'success', data: envelope.data };
}

function refusal(error: number, status: number): OpenapiResult {
  const next = openapiFailureNext(error);
  if (next) return { kind: 'refused', next, code: String(error) };
  // An unheard-of number beside a server error may come from a broken edge after the work was done.
  if (status >= 500) return { kind: 'unclear', why: `http-${status} with ${error}` };
  return { kind: 'refused', next: 'defect', code: String(error) };
}

/** Proves that the caller knows the app secret (Zalo's PHP and Java SDKs). */
function appSecretProof(appSecret: string, accessToken: string): string {
  return createHmac('sha256', appSecret).update(accessToken).digest('hex');
}
