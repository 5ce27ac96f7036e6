import { createHmac } from 'node:crypto';
import type { OpenAccount } from '@glowbot/core';
import { type GraphResult, readGraphAnswer } from './errors.ts';
import type { FacebookCredentials } from './options.ts';
import { callVendor } from '@glowbot/vendor-api';

export type GraphSettings = {
  fetch: typeof globalThis.fetch;
  graphUrl: string;
  graphVersion: string;
  /** Signs `appsecret_proof`; undefined leaves it out. */
  proofSecret: string | undefined;
  tokenIn: 'header' | 'query';
  timeoutMs: number;
};

/** `path` is below the page's own id. */
export type GraphCall = {
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
  query?: Readonly<Record<string, string>>;
  body?: unknown;
};

/** One call to the Graph API on behalf of a page. */
export async function callGraph(
  settings: GraphSettings,
  call: GraphCall,
  account: OpenAccount<FacebookCredentials>,
  deadline: AbortSignal,
): Promise<GraphResult> {
  const token = account.credentials.pageAccessToken;
  const inHeader = settings.tokenIn === 'header';
  const query = new URLSearchParams({
    ...call.query,
    ...(settings.proofSecret ? { appsecret_proof: appSecretProof(settings.proofSecret, token) } : {}),
    ...(inHeader ? {} : { access_token: token }),
  }).toString();
  const page = encodeURIComponent(account.externalId);
  const answer = await callVendor(
    settings.fetch,
    {
      method: call.method,
      url: `${settings.graphUrl}/${settings.graphVersion}/${page}${call.path}${query ? `?${query}` : ''}`,
      headers: {
        ...(inHeader ? { authorization: `Bearer ${token}` } : {}),
        ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: call.body,
    },
    deadline,
  );
  return readGraphAnswer(answer);
}

/** Proves that the caller knows the app secret (Graph API, "securing requests"). */
export function appSecretProof(appSecret: string, accessToken: string): string {
  return createHmac('sha256', appSecret).update(accessToken).digest('hex');
}
