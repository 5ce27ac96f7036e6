import { type Answer, json, type Route } from '../http/answer.ts';
import { accessLifeMs, type ZaloTokens } from './tokens.ts';

/** `POST https://oauth.zaloapp.com/v4/oa/access_token`, refresh only: the simulator has no consent page. */
export function createOauthRoute(app: { appId: string; appSecret: string }, tokens: ZaloTokens): Route {
  return {
    method: 'POST',
    path: /^\/v4\/oa\/access_token$/,
    answer({ headers, body }) {
      const form = new URLSearchParams(body.toString('utf8'));
      if (headers['secret_key'] !== app.appSecret) return refusal('Invalid secret key');
      if (form.get('app_id') !== app.appId) return refusal('Invalid appId', -14002);
      if (form.get('grant_type') !== 'refresh_token') return refusal('Invalid grant type');
      const pair = tokens.rotate(form.get('refresh_token') ?? '');
      if (!pair) return refusal('Invalid refresh token', -14014);
      const { accessToken: access_token, refreshToken: refresh_token } = pair;
      return json(200, { access_token, refresh_token, expires_in: String(accessLifeMs / 1000) });
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
