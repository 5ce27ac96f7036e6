import type { AccountConnector, Consent } from '@glowbot/core';
import {
  exchangeCode,
  explainZalo,
  type OauthSettings,
  type OpenapiSettings,
  permissionUrl,
  probeOa,
  readOa,
  refreshPair,
} from '@glowbot/zalo-api';
import { z } from 'zod';
import type { ZaloOaCredentials } from './options.ts';
import { readSince } from './read-since.ts';

export type ZaloConnectorOptions = {
  fetch: typeof globalThis.fetch;
  appId: string;
  appSecret: string;
  oauthUrl?: string | undefined;
  openapiUrl?: string | undefined;
  /** False leaves `appsecret_proof` out. */
  appSecretProof?: boolean | undefined;
  timeoutMs?: number | undefined;
};

const Callback = z.object({ code: z.string().min(1).max(4096), oa_id: z.string().regex(/^\d{1,30}$/) });

/** Connects Official Accounts by OAuth v4 with a challenge of its own for each consent, and keeps their tokens alive. */
export function createZaloConnector(options: ZaloConnectorOptions): AccountConnector<ZaloOaCredentials> {
  const { fetch, appId, appSecret, timeoutMs = 8_000 } = options;
  const oauth: OauthSettings = {
    fetch,
    appId,
    appSecret,
    timeoutMs,
    oauthUrl: options.oauthUrl ?? 'https://oauth.zaloapp.com',
  };
  const openapi: OpenapiSettings & { timeoutMs: number } = {
    fetch,
    openapiUrl: options.openapiUrl ?? 'https://openapi.zalo.me',
    appSecret: options.appSecretProof === false ? undefined : appSecret,
    timeoutMs,
  };
  return {
    channel: 'zalo-oa',
    expiresAt: ({ expiresAt }) => expiresAt ?? null,
    consentUrl: (request) => permissionUrl(oauth, request),

    async complete({ verifier }, callback, now): Promise<Consent<ZaloOaCredentials>> {
      const came = Callback.safeParse(callback).data;
      if (!came) return { kind: 'failed', code: 'no-code' };
      const pair = await exchangeCode(oauth, { code: came.code, verifier }, now);
      if (pair.kind !== 'renewed') return { kind: 'failed', code: 'code' in pair ? pair.code : pair.why };
      /** The address says which account consented; the token says for whom it speaks, and only that counts. */
      const oa = await readOa(openapi, pair.credentials.accessToken);
      const externalId = oa?.id ?? came.oa_id;
      if (externalId !== came.oa_id) return { kind: 'failed', code: 'another-account' };
      const name = oa?.name ?? `OA ${externalId}`;
      return { kind: 'granted', accounts: [{ externalId, name, credentials: pair.credentials }] };
    },

    /** An app's webhook gets the events of every account that granted it (Zalo webhook documentation). */
    subscribe: async () => undefined,
    /** Zalo has no call that ends a grant; an owner withdraws it in the OA's settings. */
    unsubscribe: async () => {},

    async renew({ refreshToken }, now) {
      if (refreshToken === undefined) return { kind: 'refused', code: 'no-refresh-token' };
      return refreshPair(oauth, refreshToken, now);
    },
    probe: ({ credentials }) => probeOa(openapi, credentials.accessToken),
    readSince: (account, since) => readSince(account, since, openapi),
    explain: explainZalo,
  };
}
