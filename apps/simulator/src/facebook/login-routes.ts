import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { done, read, route } from '../control/control-route.ts';
import { type Answer, type HttpRequest, json, type Route } from '../http/answer.ts';
import { randomText } from '../world/random-id.ts';
import { graphErrors, graphFailure, invalid } from './graph-error.ts';
import type { FacebookApp } from './pages.ts';

const version = '^(?:/v\\d+\\.\\d+)?';
const hourMs = 60 * 60 * 1000;

export type LoginControls = {
  /** The page's token is dead from now on, with this subcode of error 190 (460: the password was changed). */
  killToken(pageId: string, subcode: number): void;
  /** What Meta does after an hour of failed deliveries: the page's events go nowhere. */
  unsubscribe(pageId: string): void;
};

type Login = { redirectUri: string; at: number };

const Kill = z.strictObject({ pageId: z.string(), subcode: z.int() });
const PageId = z.strictObject({ pageId: z.string() });

/** Facebook Login as an admin of all pages walks through it, the list of pages, and the report on a token. */
export function createLoginRoutes(
  app: FacebookApp,
  now: () => number,
): { routes: readonly Route[]; controls: LoginControls } {
  const codes = new Map<string, Login>();
  const userTokens = new Map<string, { until: number; isLong: boolean }>();

  function dialog({ query }: HttpRequest): Answer {
    const redirect = URL.parse(query.get('redirect_uri') ?? '');
    if (query.get('client_id') !== app.appId || !redirect)
      return graphFailure(invalid('Invalid client or redirect'));
    const code = randomText(40);
    codes.set(code, { redirectUri: redirect.href, at: now() });
    redirect.searchParams.set('code', code);
    const state = query.get('state');
    if (state !== null) redirect.searchParams.set('state', state);
    return { kind: 'body', status: 302, headers: { location: redirect.href }, body: '' };
  }

  function issue(isLong: boolean): Answer {
    const token = `user-${randomText(40)}`;
    const seconds = isLong ? 5_183_944 : 3_600;
    userTokens.set(token, { until: now() + seconds * 1000, isLong });
    return json(200, { access_token: token, token_type: 'bearer', expires_in: seconds });
  }

  function exchange({ query }: HttpRequest): Answer {
    if (query.get('client_id') !== app.appId || query.get('client_secret') !== app.appSecret)
      return graphFailure({ code: 1, message: 'Error validating client secret.' });
    if (query.get('grant_type') === 'fb_exchange_token') {
      const short = userTokens.get(query.get('fb_exchange_token') ?? '');
      return short && short.until > now() ? issue(true) : graphFailure(graphErrors.token);
    }
    const code = query.get('code') ?? '';
    const login = codes.get(code);
    codes.delete(code);
    const redirect = URL.parse(query.get('redirect_uri') ?? '')?.href;
    if (!login || login.redirectUri !== redirect || now() - login.at > hourMs)
      return graphFailure(invalid('This authorization code has been used.', 36009));
    return issue(false);
  }

  function pages({ query }: HttpRequest): Answer {
    const token = query.get('access_token') ?? '';
    const user = userTokens.get(token);
    if (!user || user.until <= now()) return graphFailure(graphErrors.token);
    const proof = query.get('appsecret_proof');
    const wanted = createHmac('sha256', app.appSecret).update(token).digest('hex');
    if (proof !== null && proof !== wanted) return graphFailure(graphErrors.proof);
    const data = app.pages.map(({ id, name, accessToken: access_token }) => ({
      id,
      name,
      access_token,
      tasks: ['MESSAGING', 'MODERATE', 'MANAGE'],
    }));
    return json(200, { data, paging: {} });
  }

  function debugToken({ query }: HttpRequest): Answer {
    if (query.get('access_token') !== `${app.appId}|${app.appSecret}`) return graphFailure(graphErrors.token);
    const page = app.pages.find(({ accessToken }) => accessToken === query.get('input_token'));
    const scopes = ['pages_show_list', 'pages_messaging', 'pages_manage_metadata'];
    if (page && page.deadSubcode === undefined)
      return json(200, { data: { app_id: app.appId, type: 'PAGE', is_valid: true, expires_at: 0, scopes } });
    const error = { code: 190, subcode: page?.deadSubcode ?? 467, message: 'The session is invalid.' };
    return json(200, { data: { app_id: app.appId, is_valid: false, scopes, error } });
  }

  const withPage = (id: string, change: (page: FacebookApp['pages'][number]) => void) => {
    for (const page of app.pages) if (page.id === id) change(page);
  };
  const controls: LoginControls = {
    killToken: (pageId, subcode) =>
      withPage(pageId, (page) => {
        page.deadSubcode = subcode;
      }),
    unsubscribe: (pageId) =>
      withPage(pageId, (page) => {
        page.subscribedFields = [];
      }),
  };
  return {
    controls,
    routes: [
      { method: 'GET', path: new RegExp(`${version}/dialog/oauth$`), answer: dialog },
      { method: 'GET', path: new RegExp(`${version}/oauth/access_token$`), answer: exchange },
      { method: 'GET', path: new RegExp(`${version}/me/accounts$`), answer: pages },
      { method: 'GET', path: new RegExp(`${version}/debug_token$`), answer: debugToken },
      route('POST', '/facebook/dead-tokens', (request) =>
        done(() => {
          const { pageId, subcode } = read(request, Kill);
          controls.killToken(pageId, subcode);
        }),
      ),
      route('POST', '/facebook/unsubscriptions', (request) =>
        done(() => controls.unsubscribe(read(request, PageId).pageId)),
      ),
    ],
  };
}
