import { createHmac } from 'node:crypto';
import type { Answer, HttpRequest, Route } from '../http/answer.ts';
import type { RateLimit } from '../world/rate-limit.ts';
import { openapiFailure, zaloErrors } from './openapi-answer.ts';
import type { Oa, ZaloTokens } from './tokens.ts';

export type OpenapiCall = { oa: Oa; request: HttpRequest; headers: Readonly<Record<string, string>> };

/** What every call to openapi.zalo.me has in common: rate, token, proof of the app secret. */
export function createOpenapiRoute(
  app: { appSecret: string },
  tokens: ZaloTokens,
  rate: RateLimit,
): (method: Route['method'], path: RegExp, answer: (call: OpenapiCall) => Answer | Promise<Answer>) => Route {
  return (method, path, answer) => ({
    method,
    path,
    answer(request) {
      const { allowed, limit, remain } = rate.take('app');
      const headers = { 'X-RateLimit-Limit': String(limit), 'X-RateLimit-Remain': String(remain) };
      if (!allowed) return openapiFailure(zaloErrors.rate, headers);
      const token = headerOf(request, 'access_token');
      const checked = tokens.check(token ?? '');
      if (checked === 'unknown') return openapiFailure(zaloErrors.tokenInvalid, headers);
      if (checked === 'expired') return openapiFailure(zaloErrors.tokenExpired, headers);
      const proof = headerOf(request, 'appsecret_proof');
      const wanted = createHmac('sha256', app.appSecret)
        .update(token ?? '')
        .digest('hex');
      if (proof !== undefined && proof !== wanted) return openapiFailure(zaloErrors.proof, headers);
      return answer({ oa: checked.oa, request, headers });
    },
  });
}

function headerOf({ headers }: HttpRequest, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}
