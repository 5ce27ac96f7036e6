import { z } from 'zod';
import { done, read, route } from '../control/control-route.ts';
import type { Route } from '../http/answer.ts';
import type { OauthFault, TokenCall, ZaloOauth } from './oauth-route.ts';
import type { ZaloTokens } from './tokens.ts';

export type TokenControls = {
  /** Every call to the token endpoint that reached the tokens, in order. */
  calls(): readonly TokenCall[];
  failNext(fault: OauthFault): void;
  consentAs(oaId: string): void;
  /** The owner withdraws: all tokens of the account are void. */
  revoke(oaId: string): void;
};

const Fault = z.strictObject({ fault: z.enum(['lost', 'truncated', 'half', 'error-200', 'gateway']) });
const OaId = z.strictObject({ oaId: z.string() });

/** What a test may decide about Zalo's tokens, from code and over HTTP. */
export function createTokenControls(
  oauth: ZaloOauth,
  tokens: ZaloTokens,
): { controls: TokenControls; routes: readonly Route[] } {
  const controls: TokenControls = {
    calls: oauth.calls,
    failNext: oauth.failNext,
    consentAs: (oaId) => oauth.consentAs(oaId),
    revoke: (oaId) => tokens.revoke(oaId),
  };
  return {
    controls,
    routes: [
      route('GET', '/zalo/token-calls', () => controls.calls()),
      route('POST', '/zalo/token-faults', (request) =>
        done(() => controls.failNext(read(request, Fault).fault)),
      ),
      route('POST', '/zalo/consenting-account', (request) =>
        done(() => controls.consentAs(read(request, OaId).oaId)),
      ),
      route('POST', '/zalo/revocations', (request) => done(() => controls.revoke(read(request, OaId).oaId))),
    ],
  };
}
