import { randomBytes } from 'node:crypto';
import type Router from '@koa/router';
import {
  type AccountRecord,
  checkAccount,
  type ClinicScope,
  type EngineParts,
  type KeepingDesk,
} from '@glowbot/core';
import { z } from 'zod';
import { jsonBody } from '../http/json-body.ts';
import { problem } from '../http/problem.ts';
import { browserCookie } from './browser-cookie.ts';

export type AccountParts = Pick<EngineParts, 'store' | 'clock' | 'newId' | 'notice'> & {
  keeping: KeepingDesk;
  /** Where people and vendors reach this server. */
  publicUrl: () => string;
};

const Wanted = z.strictObject({ channel: z.string().max(32) });

/** A clinic's accounts: how they are, in plain words; connecting another one, looking again, and ending a connection. */
export function accountRoutes(router: Router<{ scope: ClinicScope }>, parts: AccountParts): void {
  const { keeping } = parts;
  const find = async (scope: ClinicScope, id: string | undefined) =>
    (await keeping.store.accounts(scope)).find((account) => account.id === id);
  const shown = (account: AccountRecord) => ({
    ...account,
    diagnosis:
      account.trouble === null
        ? null
        : (keeping.connectors.get(account.channel)?.explain(account.trouble, account.troubleCode) ?? null),
  });

  router.get('/accounts', async (ctx) => {
    const accounts = await keeping.store.accounts(ctx.state.scope);
    ctx.body = { accounts: accounts.map(shown), channels: [...keeping.connectors.keys()] };
  });

  /** The consent belongs to this clinic and to this browser, once, for ten minutes. */
  router.post('/accounts/connect', async (ctx) => {
    const wanted = await jsonBody(ctx, Wanted);
    if (!wanted) return;
    const connector = keeping.connectors.get(wanted.channel);
    if (!connector)
      return problem(ctx, 404, 'No such channel', 'See GET /api/accounts for those that can be connected.');
    const [state, verifier, browser] = [secret(), secret(), secret()];
    const consent = { state, browser, channel: connector.channel, held: verifier };
    await keeping.store.beginConsent(ctx.state.scope, consent);
    ctx.append('set-cookie', browserCookie(browser, parts.publicUrl()));
    const redirectUri = `${parts.publicUrl()}/connect/${connector.channel}`;
    ctx.body = { url: connector.consentUrl({ state, verifier, redirectUri }) };
  });

  router.post('/accounts/:id/check', async (ctx) => {
    const { scope } = ctx.state;
    const account = await find(scope, ctx.params.id);
    if (!account) return problem(ctx, 404, 'No such account', 'Your clinic has no account with this id.');
    const checked = await checkAccount(parts, keeping, {
      scope,
      accountId: account.id,
      channel: account.channel,
    });
    const after = await find(scope, account.id);
    ctx.body = { checked, account: after && shown(after) };
  });

  router.delete('/accounts/:id', async (ctx) => {
    const { scope } = ctx.state;
    const account = await find(scope, ctx.params.id);
    if (!account) return problem(ctx, 404, 'No such account', 'Your clinic has no account with this id.');
    const connector = keeping.connectors.get(account.channel);
    if (connector && account.state !== 'disconnected') {
      const { externalId, credentials } = await parts.store.openAccount(scope, account.id);
      /** A vendor that cannot be asked does not keep a clinic from leaving: events of an account that is not connected are not kept. */
      await connector.unsubscribe({ externalId, credentials }).catch((error: unknown) =>
        parts.notice({
          level: 'warn',
          what: 'unsubscribing failed',
          ids: { accountId: account.id },
          error,
        }),
      );
    }
    await keeping.store.disconnectAccount(scope, account.id);
    ctx.status = 204;
  });
}

/** 256 random bits; as a verifier 43 characters, which is what PKCE asks for. */
const secret = () => randomBytes(32).toString('base64url');
