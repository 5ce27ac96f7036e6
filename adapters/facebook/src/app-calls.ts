import type { Probe } from '@glowbot/core';
import { callVendor } from '@glowbot/vendor-api';
import { type GraphResult, readGraphAnswer } from './errors.ts';
import { appSecretProof } from './graph.ts';
import { GrantedPages, GrantedToken, TokenReport } from './wire.ts';

/** Calls in the name of the app or of the person who logs in, not of a page. */
export type AppSettings = {
  fetch: typeof globalThis.fetch;
  graphUrl: string;
  graphVersion: string;
  appId: string;
  appSecret: string;
};

async function get(
  settings: AppSettings,
  path: string,
  query: Readonly<Record<string, string>>,
  deadline: AbortSignal,
): Promise<GraphResult> {
  const url = `${settings.graphUrl}/${settings.graphVersion}${path}?${new URLSearchParams(query).toString()}`;
  return readGraphAnswer(await callVendor(settings.fetch, { method: 'GET', url, headers: {} }, deadline));
}

const failure = (result: Exclude<GraphResult, { kind: 'success' }>) => ({
  code: result.kind === 'refused' ? result.code : result.why,
});

/**
 * A code becomes a user token of an hour, that one a token of sixty days; page tokens made from the long one do not run out by time
 * (Facebook Login, "access tokens").
 */
export async function exchangeCode(
  settings: AppSettings,
  { code, redirectUri }: { code: string; redirectUri: string },
  deadline: AbortSignal,
): Promise<{ userToken: string } | { code: string }> {
  const app = { client_id: settings.appId, client_secret: settings.appSecret };
  const path = '/oauth/access_token';
  const short = await get(settings, path, { ...app, redirect_uri: redirectUri, code }, deadline);
  if (short.kind !== 'success') return failure(short);
  const first = GrantedToken.safeParse(short.value).data;
  if (!first) return { code: 'no-token' };
  const exchange = { ...app, grant_type: 'fb_exchange_token', fb_exchange_token: first.access_token };
  const long = await get(settings, path, exchange, deadline);
  if (long.kind !== 'success') return failure(long);
  const second = GrantedToken.safeParse(long.value).data;
  return second ? { userToken: second.access_token } : { code: 'no-token' };
}

/** The pages the person may let us speak for. More than a hundred belong to an agency, which connects them one by one. */
export async function listPages(
  settings: AppSettings,
  userToken: string,
  deadline: AbortSignal,
): Promise<{ pages: { id: string; name: string; token: string }[] } | { code: string }> {
  const query = {
    fields: 'id,name,access_token,tasks',
    limit: '100',
    access_token: userToken,
    appsecret_proof: appSecretProof(settings.appSecret, userToken),
  };
  const result = await get(settings, '/me/accounts', query, deadline);
  if (result.kind !== 'success') return failure(result);
  const listed = GrantedPages.safeParse(result.value).data;
  if (!listed) return { code: 'unreadable pages' };
  return {
    pages: listed.data.flatMap(({ id, name, access_token: token }) =>
      token === undefined ? [] : [{ id, name, token }],
    ),
  };
}

/** What Meta says of a token (Graph API, "debug_token"); it sends no word when one dies. */
export async function readToken(
  settings: AppSettings,
  inputToken: string,
  deadline: AbortSignal,
): Promise<Probe> {
  const query = { input_token: inputToken, access_token: `${settings.appId}|${settings.appSecret}` };
  const result = await get(settings, '/debug_token', query, deadline);
  if (result.kind === 'unclear') return { kind: 'unclear', why: result.why };
  if (result.kind === 'refused') {
    return result.next === 'account-attention'
      ? { kind: 'trouble', trouble: 'not-permitted', code: result.code }
      : { kind: 'unclear', why: result.code };
  }
  const report = TokenReport.safeParse(result.value).data?.data;
  if (!report) return { kind: 'unclear', why: 'unreadable report' };
  if (!report.is_valid) {
    const { code = 190, subcode } = report.error ?? {};
    return { kind: 'dead', code: subcode === undefined ? String(code) : `${code}/${subcode}` };
  }
  const missing = ['pages_messaging'].filter((scope) => !(report.scopes ?? [scope]).includes(scope));
  const [scope] = missing;
  return scope === undefined ? { kind: 'good' } : { kind: 'trouble', trouble: 'not-permitted', code: scope };
}
