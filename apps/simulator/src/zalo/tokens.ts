import { createHmac } from 'node:crypto';

export type Oa = { readonly id: string; readonly name: string };
type TokenPair = { accessToken: string; refreshToken: string };
type Grant = { oa: Oa; pair: TokenPair; generation: number; issuedAt: number };

/** Zalo OAuth v4: an access token lives 25 hours, a refresh token three months. */
export const accessLifeMs = 90_000 * 1000;
const refreshLifeMs = 90 * 24 * 60 * 60 * 1000;

export type ZaloTokens = ReturnType<typeof createZaloTokens>;

/**
 * Access and refresh tokens, of which only the newest pair of an account is good.
 * A token carries its generation, sealed with the app secret: an engine that kept a rotated pair in its database can
 * go on with it after the simulator was started anew, and has not lost its grant as it would with a blank memory.
 */
export function createZaloTokens(
  app: { appSecret: string; oas: readonly (Oa & TokenPair)[] },
  now: () => number,
) {
  const grants = app.oas.map(
    ({ id, name, accessToken, refreshToken }): Grant => ({
      oa: { id, name },
      pair: { accessToken, refreshToken },
      generation: 0,
      issuedAt: now(),
    }),
  );

  function mint(oaId: string, generation: number, issuedAt: number): TokenPair {
    const token = (kind: 'access' | 'refresh') => {
      const claims = [kind, oaId, generation, issuedAt].join('.');
      return `${claims}.${createHmac('sha256', app.appSecret).update(claims).digest('base64url')}`;
    };
    return { accessToken: token('access'), refreshToken: token('refresh') };
  }

  function adopt(token: string): void {
    const [, oaId = '', generation = '', issuedAt = ''] = token.split('.');
    const grant = grants.find((each) => each.oa.id === oaId);
    if (!grant || !(Number(generation) > grant.generation)) return;
    const pair = mint(oaId, Number(generation), Number(issuedAt));
    if (token !== pair.accessToken && token !== pair.refreshToken) return;
    Object.assign(grant, { pair, generation: Number(generation), issuedAt: Number(issuedAt) });
  }

  function renewed(grant: Grant): TokenPair {
    const generation = grant.generation + 1;
    const pair = mint(grant.oa.id, generation, now());
    Object.assign(grant, { pair, generation, issuedAt: now() });
    return pair;
  }

  return {
    /** A new consent of the account's owner. */
    grant(oaId: string): TokenPair | undefined {
      const grant = grants.find((each) => each.oa.id === oaId);
      return grant && renewed(grant);
    },
    /** The owner takes the consent back. */
    revoke(oaId: string): void {
      const grant = grants.find((each) => each.oa.id === oaId);
      if (grant) renewed(grant);
    },
    check(accessToken: string): { oa: Oa } | 'unknown' | 'expired' {
      adopt(accessToken);
      const grant = grants.find((each) => each.pair.accessToken === accessToken);
      if (!grant) return 'unknown';
      return now() - grant.issuedAt > accessLifeMs ? 'expired' : { oa: grant.oa };
    },
    /** Both old tokens die at once (Zalo OAuth v4, "refresh token"). */
    rotate(refreshToken: string): TokenPair | undefined {
      adopt(refreshToken);
      const grant = grants.find((each) => each.pair.refreshToken === refreshToken);
      if (!grant || now() - grant.issuedAt > refreshLifeMs) return undefined;
      return renewed(grant);
    },
  };
}
