import { createHash } from 'node:crypto';
import { Instant, type Renewal } from '@glowbot/core';
import { callVendor, readJson, type VendorAnswer } from '@glowbot/vendor-api';
import { z } from 'zod';

export type OauthSettings = {
  fetch: typeof globalThis.fetch;
  /** `https://oauth.zaloapp.com`, or a simulator. */
  oauthUrl: string;
  appId: string;
  appSecret: string;
  timeoutMs: number;
};

/** Headers refuse anything but visible ASCII, and say the value in their error. */
const Token = z.string().regex(/^[\x21-\x7e]{1,4096}$/, 'not a token');

/** The pair of tokens that stands for an owner's consent. Whatever Zalo channel is spoken, an account has one pair. */
export const ZaloPair = z.object({
  accessToken: Token,
  refreshToken: Token.optional(),
  expiresAt: Instant.optional(),
});
export type ZaloPair = z.infer<typeof ZaloPair>;

/** Seconds come as text in the documentation's examples and as numbers too (Zalo OAuth v4, "access token"). */
const Seconds = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number),
  ])
  .pipe(z.number().int().positive());

const Granted = z.object({ access_token: Token, refresh_token: Token, expires_in: Seconds });

/** Failures come with HTTP 200, in words, and not always with a number. */
const Refused = z.object({
  error: z
    .union([
      z.number().int(),
      z
        .string()
        .regex(/^-?\d{1,9}$/)
        .transform(Number),
    ])
    .optional()
    .catch(undefined),
  error_name: z.string().max(200).optional().catch(undefined),
  error_reason: z.string().max(200).optional().catch(undefined),
  access_token: z.unknown().optional(),
});

/** The refresh token is expired, used or withdrawn; -118 was seen on the same path (goclaw, live traffic). */
const grantGone: ReadonlySet<number> = new Set([-14014, -118]);

export function permissionUrl(
  { oauthUrl, appId }: Pick<OauthSettings, 'oauthUrl' | 'appId'>,
  { state, verifier, redirectUri }: { state: string; verifier: string; redirectUri: string },
): string {
  const query = new URLSearchParams({
    app_id: appId,
    redirect_uri: redirectUri,
    code_challenge: challengeOf(verifier),
    state,
  });
  return `${oauthUrl}/v4/oa/permission?${query.toString()}`;
}

/** The raw SHA-256 of the verifier, base64url without padding (PKCEUtil of Zalo's PHP SDK). */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier, 'ascii').digest('base64url');
}

export function exchangeCode(
  settings: OauthSettings,
  { code, verifier }: { code: string; verifier: string },
  now: Instant,
): Promise<Renewal<ZaloPair>> {
  const form = { code, app_id: settings.appId, grant_type: 'authorization_code', code_verifier: verifier };
  return askForPair(settings, form, now);
}

/** Presents a refresh token, which is good for one time only. */
export function refreshPair(
  settings: OauthSettings,
  refreshToken: string,
  now: Instant,
): Promise<Renewal<ZaloPair>> {
  const form = { refresh_token: refreshToken, app_id: settings.appId, grant_type: 'refresh_token' };
  return askForPair(settings, form, now);
}

async function askForPair(
  settings: OauthSettings,
  form: Readonly<Record<string, string>>,
  now: Instant,
): Promise<Renewal<ZaloPair>> {
  const answer = await callVendor(
    settings.fetch,
    {
      method: 'POST',
      url: `${settings.oauthUrl}/v4/oa/access_token`,
      headers: {
        secret_key: settings.appSecret,
        'content-type': 'application/x-www-form-urlencoded',
      },
      form: new URLSearchParams(form),
    },
    AbortSignal.timeout(settings.timeoutMs),
  );
  return readPair(answer, now);
}

/** Only a whole pair is one. Anything else leaves what is stored as it is. */
function readPair(answer: VendorAnswer, now: Instant): Renewal<ZaloPair> {
  if (answer.kind === 'never-left') return { kind: 'never-left', why: answer.why };
  if (answer.kind === 'silence') return { kind: 'unclear', why: answer.why };
  const json = readJson(answer.text);
  if (!json.ok) return { kind: 'unclear', why: `http-${answer.status}: ${json.reason}` };
  const granted = Granted.safeParse(json.value).data;
  if (granted && answer.status < 300) {
    const { access_token: accessToken, refresh_token: refreshToken, expires_in: seconds } = granted;
    return { kind: 'renewed', credentials: { accessToken, refreshToken, expiresAt: now + seconds * 1000 } };
  }
  const refused = Refused.safeParse(json.value).data;
  const isRefusal =
    refused !== undefined &&
    refused.access_token === undefined &&
    (refused.error !== undefined || refused.error_name !== undefined || refused.error_reason !== undefined);
  if (!isRefusal || answer.status >= 500)
    return { kind: 'unclear', why: `http-${answer.status} without a pair` };
  if (refused.error !== undefined && grantGone.has(refused.error))
    return { kind: 'refused', code: String(refused.error) };
  const name = refused.error_name ?? refused.error_reason ?? '';
  /** Without a number the words decide; they are few and English wherever they were seen. */
  if (refused.error === undefined && /refresh[ _]?token/i.test(name))
    return { kind: 'refused', code: 'refresh-token' };
  return { kind: 'denied', code: refused.error === undefined ? 'unnumbered' : String(refused.error) };
}
