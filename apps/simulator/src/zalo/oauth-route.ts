import { createHash } from 'node:crypto';
import { type Answer, json, type Route } from '../http/answer.ts';
import { randomText } from '../world/random-id.ts';
import { accessLifeMs, type Oa, type ZaloTokens } from './tokens.ts';

/** How the next answer of the token endpoint goes wrong. `lost`, `truncated` and `half` come after the rotation. */
export type OauthFault = 'lost' | 'truncated' | 'half' | 'error-200' | 'gateway';

export type TokenCall = {
  grant: 'authorization_code' | 'refresh_token';
  outcome: 'granted' | 'refused';
  /** So that a token presented twice can be told, without showing it. */
  presented: string;
};

type Code = { oa: Oa; challenge: string | null; redirectUri: string; at: number };

/** Zalo OAuth v4: a code is good once, for ten minutes. */
const codeLifeMs = 10 * 60 * 1000;

export type ZaloOauth = ReturnType<typeof createZaloOauth>;

/** `oauth.zaloapp.com`: the permission page, on which the owner of the first account agrees at once, and the token endpoint. */
export function createZaloOauth(
  app: { appId: string; appSecret: string; oas: readonly Oa[] },
  tokens: ZaloTokens,
  now: () => number,
) {
  const codes = new Map<string, Code>();
  const calls: TokenCall[] = [];
  const faults: OauthFault[] = [];
  let consenting: string | undefined;

  function permission({ query }: Parameters<Route['answer']>[0]): Answer {
    const redirect = URL.parse(query.get('redirect_uri') ?? '');
    const oa = app.oas.find(({ id }) => id === consenting) ?? app.oas[0];
    if (query.get('app_id') !== app.appId) return refusal('Invalid appId', -14002);
    if (!redirect || !oa) return refusal('Invalid redirect uri', -14003);
    const code = randomText(40);
    codes.set(code, { oa, challenge: query.get('code_challenge'), redirectUri: redirect.href, at: now() });
    const state = query.get('state');
    redirect.searchParams.set('code', code);
    redirect.searchParams.set('oa_id', oa.id);
    if (state !== null) redirect.searchParams.set('state', state);
    return { kind: 'body', status: 302, headers: { location: redirect.href }, body: '' };
  }

  function pairFor(form: URLSearchParams): ReturnType<ZaloTokens['rotate']> {
    if (form.get('grant_type') === 'refresh_token') return tokens.rotate(form.get('refresh_token') ?? '');
    const code = form.get('code') ?? '';
    const begun = codes.get(code);
    codes.delete(code);
    if (!begun || now() - begun.at > codeLifeMs) return undefined;
    const verifier = form.get('code_verifier') ?? '';
    const challenge = createHash('sha256').update(verifier, 'ascii').digest('base64url');
    if (begun.challenge !== null && begun.challenge !== challenge) return undefined;
    return tokens.grant(begun.oa.id);
  }

  function token({ headers, body }: Parameters<Route['answer']>[0]): Answer {
    const form = new URLSearchParams(body.toString('utf8'));
    const grant = form.get('grant_type');
    if (headers['secret_key'] !== app.appSecret) return refusal('Invalid secret key');
    if (form.get('app_id') !== app.appId) return refusal('Invalid appId', -14002);
    if (grant !== 'refresh_token' && grant !== 'authorization_code') return refusal('Invalid grant type');
    const fault = faults.shift();
    if (fault === 'gateway')
      return {
        kind: 'body',
        status: 502,
        headers: { 'content-type': 'text/html' },
        body: '<html>502</html>',
      };
    if (fault === 'error-200') return refusal('Temporarily unavailable', -1);
    const presented = form.get(grant === 'refresh_token' ? 'refresh_token' : 'code') ?? '';
    const pair = pairFor(form);
    calls.push({
      grant,
      outcome: pair ? 'granted' : 'refused',
      presented: createHash('sha256').update(presented).digest('hex').slice(0, 16),
    });
    if (!pair)
      return grant === 'refresh_token' ? refusal('Invalid refresh token', -14014) : refusal('Invalid code');
    if (fault === 'lost') return { kind: 'drop' };
    const { accessToken: access_token, refreshToken: refresh_token } = pair;
    const whole = { access_token, refresh_token, expires_in: String(accessLifeMs / 1000) };
    if (fault === 'half') return json(200, { access_token, expires_in: whole.expires_in });
    if (fault === 'truncated') {
      const headersOfJson = { 'content-type': 'application/json' };
      return { kind: 'body', status: 200, headers: headersOfJson, body: JSON.stringify(whole).slice(0, 60) };
    }
    return json(200, whole);
  }

  return {
    routes: [
      { method: 'GET', path: /^\/v4\/oa\/permission$/, answer: permission },
      { method: 'POST', path: /^\/v4\/oa\/access_token$/, answer: token },
    ] satisfies readonly Route[],
    calls: (): readonly TokenCall[] => [...calls],
    failNext: (fault: OauthFault) => void faults.push(fault),
    /** Whose owner agrees on the permission page from now on. */
    consentAs(oaId: string) {
      consenting = oaId;
    },
  };
}

/** OAuth failures come with HTTP 200 and these texts, not all with a number; only the absence of a token proves them. */
function refusal(name: string, error?: number): Answer {
  return json(200, {
    ...(error === undefined ? {} : { error }),
    error_name: name,
    error_reason: name,
    error_description: name,
    ref_doc: 'https://developers.zalo.me/docs/official-account/bat-dau/xac-thuc-va-uy-quyen',
  });
}
