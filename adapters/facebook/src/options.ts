import { z } from 'zod';

/** What the server knows about our Meta app; everything an adapter may touch comes in here. */
export type FacebookOptions = {
  fetch: typeof globalThis.fetch;
  appId: string;
  /** The app secret, and the one before it while it is being replaced; the first signs our calls. */
  appSecrets: readonly string[];
  /** The word we chose for the webhook's GET verification. */
  verifyToken: string;
  graphUrl?: string | undefined;
  graphVersion?: string | undefined;
  /** Sends `appsecret_proof` with every call; on unless set to false. Compulsory where the app requires its secret. */
  appSecretProof?: boolean | undefined;
  /** Meta documents the query parameter; a header keeps the token out of addresses, and so out of proxies' logs. */
  tokenIn?: 'header' | 'query' | undefined;
  /** For all calls of one send together. */
  timeoutMs?: number | undefined;
};

export const FacebookCredentials = z.object({
  /** Headers refuse anything but visible ASCII, and say the value in their error. */
  pageAccessToken: z.string().regex(/^[\x21-\x7e]{1,4096}$/, 'not a token'),
});
export type FacebookCredentials = z.infer<typeof FacebookCredentials>;
