import { ZaloPair } from '@glowbot/zalo-api';

/** What the server knows about our Zalo app; everything an adapter may touch comes in here. */
export type ZaloOaOptions = {
  fetch: typeof globalThis.fetch;
  appId: string;
  /** OA Secret Keys of the webhook page; several while one is being replaced. Not the app secret. */
  oaSecrets: readonly string[];
  openapiUrl?: string | undefined;
  /** The app secret; with it every call carries `appsecret_proof`. */
  appSecret?: string | undefined;
  /** False leaves the proof out although the app secret is known. */
  appSecretProof?: boolean | undefined;
  /** For all calls of one send together. */
  timeoutMs?: number | undefined;
  /**
   * Before the console shows the OA Secret Key it posts a ping that nobody can verify, and saves the address only on 200:
   * while true, what cannot be verified is answered and dropped instead of refused.
   */
  bootstrap?: boolean | undefined;
  /** Public code disagrees on whether button payloads name a template type on `/v3.0/oa/message/cs`. */
  buttonFormat?: 'plain' | 'template-type' | undefined;
  /** Public code disagrees on whether `sender` of receipts is the account or the customer. */
  receiptSender?: 'account' | 'customer' | undefined;
};

export const ZaloOaCredentials = ZaloPair;
export type ZaloOaCredentials = ZaloPair;
