import type { AccountConnector, Consent, OpenAccount, Probe } from '@glowbot/core';
import { type AppSettings, exchangeCode, listPages, readToken } from './app-calls.ts';
import { explainMeta } from './explain.ts';
import { callGraph, type GraphSettings } from './graph.ts';
import type { FacebookCredentials } from './options.ts';
import { readSince } from './read-since.ts';
import { SubscribedApps } from './wire.ts';

export type FacebookConnectorOptions = {
  fetch: typeof globalThis.fetch;
  appId: string;
  appSecret: string;
  graphUrl?: string | undefined;
  graphVersion?: string | undefined;
  /** Where people log in: `https://www.facebook.com`. */
  dialogUrl?: string | undefined;
  /** What is asked for; Meta's pages disagree on the name of the permission for utility messages, so it is a setting. */
  scopes?: readonly string[] | undefined;
  timeoutMs?: number | undefined;
};

/** Messenger Platform, "permissions": the page list, messaging, and subscribing the page to our webhook. */
const usualScopes = ['pages_show_list', 'pages_messaging', 'pages_manage_metadata', 'pages_read_engagement'];

/** The whole list goes with every call, because the call replaces what was subscribed (Messenger Platform, "webhooks"). */
const subscribedFields = [
  'messages',
  'messaging_postbacks',
  'messaging_referrals',
  'messaging_optins',
  'message_echoes',
  'message_edits',
  'message_reactions',
  'message_deliveries',
  'message_reads',
  'standby',
  'messaging_handovers',
  'messaging_policy_enforcement',
  'feed',
] as const;

/** Without these a conversation is deaf or speaks over a person. */
const neededFields: readonly string[] = ['messages', 'messaging_postbacks', 'message_echoes'];

/** Connects Pages: login, choice of the page, subscription; and says what is wrong with one. Page tokens do not run out by time. */
export function createFacebookConnector(
  options: FacebookConnectorOptions,
): AccountConnector<FacebookCredentials> {
  const settings: AppSettings & GraphSettings = {
    fetch: options.fetch,
    appId: options.appId,
    appSecret: options.appSecret,
    proofSecret: options.appSecret,
    graphUrl: options.graphUrl ?? 'https://graph.facebook.com',
    graphVersion: options.graphVersion ?? 'v26.0',
    tokenIn: 'header',
    timeoutMs: options.timeoutMs ?? 8_000,
  };
  const deadline = () => AbortSignal.timeout(settings.timeoutMs);

  async function isSubscribed(account: OpenAccount<FacebookCredentials>): Promise<boolean | undefined> {
    const result = await callGraph(
      settings,
      { method: 'GET', path: '/subscribed_apps' },
      account,
      deadline(),
    );
    const apps = result.kind === 'success' ? SubscribedApps.safeParse(result.value).data : undefined;
    if (!apps) return undefined;
    const ours = apps.data.find(({ id }) => id === settings.appId);
    return ours !== undefined && neededFields.every((field) => ours.subscribed_fields.includes(field));
  }

  return {
    channel: 'facebook',
    expiresAt: () => null,

    consentUrl({ state, redirectUri }) {
      const query = new URLSearchParams({
        client_id: settings.appId,
        redirect_uri: redirectUri,
        state,
        response_type: 'code',
        scope: (options.scopes ?? usualScopes).join(','),
      });
      const dialog = options.dialogUrl ?? 'https://www.facebook.com';
      return `${dialog}/${settings.graphVersion}/dialog/oauth?${query.toString()}`;
    },

    async complete({ redirectUri }, { code, error_reason: denied }): Promise<Consent<FacebookCredentials>> {
      if (!code) return { kind: 'failed', code: denied ?? 'no-code' };
      const token = await exchangeCode(settings, { code, redirectUri }, deadline());
      if ('code' in token) return { kind: 'failed', code: token.code };
      const pages = await listPages(settings, token.userToken, deadline());
      if ('code' in pages) return { kind: 'failed', code: pages.code };
      const accounts = pages.pages.map(({ id, name, token: pageAccessToken }) => ({
        externalId: id,
        name,
        credentials: { pageAccessToken },
      }));
      return accounts.length > 0 ? { kind: 'granted', accounts } : { kind: 'failed', code: 'no-page' };
    },

    async subscribe(account) {
      const call = {
        method: 'POST',
        path: '/subscribed_apps',
        query: { subscribed_fields: subscribedFields.join(',') },
      } as const;
      const result = await callGraph(settings, call, account, deadline());
      if (result.kind === 'success') return undefined;
      return { code: result.kind === 'refused' ? result.code : result.why };
    },

    async unsubscribe(account) {
      await callGraph(settings, { method: 'DELETE', path: '/subscribed_apps' }, account, deadline());
    },

    /** The token first; a page that Meta has silently unsubscribed after an outage is found by asking (Messenger Platform, "webhooks"). */
    async probe(account): Promise<Probe> {
      const token = await readToken(settings, account.credentials.pageAccessToken, deadline());
      if (token.kind !== 'good') return token;
      const subscribed = await isSubscribed(account);
      if (subscribed === undefined) return { kind: 'unclear', why: 'subscription unreadable' };
      return subscribed
        ? { kind: 'good' }
        : { kind: 'trouble', trouble: 'unsubscribed', code: 'subscribed_apps' };
    },

    readSince: (account, since, pause) => readSince(account, since, settings, pause),
    explain: explainMeta,
  };
}
