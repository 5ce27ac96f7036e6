import { randomBytes } from 'node:crypto';
import Router from '@koa/router';
import {
  type AccountConnector,
  type ClinicScope,
  connectGranted,
  GlowBotError,
  type GrantedAccount,
} from '@glowbot/core';
import type { Context } from 'koa';
import { z } from 'zod';
import { type Html, html, sendPage } from '../http/html.ts';
import { readRawBody } from '../http/raw-body.ts';
import type { AccountParts } from './account-routes.ts';
import { browserOf } from './browser-cookie.ts';

/** What is kept while somebody chooses among several accounts; sealed by the store. */
const Granted = z.array(z.object({ externalId: z.string(), name: z.string(), credentials: z.unknown() }));
type Granted = readonly GrantedAccount<unknown>[];

const Choice = z.object({ choice: z.string().min(1).max(100), account: z.string().min(1).max(128) });
const formLimit = 2_000;

/** Where the vendors send people back after they have consented: a page for a person, without a login of its own. */
export function connectPage(parts: AccountParts): Router {
  const router = new Router({ prefix: '/connect' });

  router.get('/:channel', async (ctx) => {
    const { connector, pending } = await comingBack(parts, ctx, String(ctx.query.state ?? ''));
    if (!connector || !pending) return tooLate(ctx);
    const redirectUri = `${parts.publicUrl()}/connect/${connector.channel}`;
    const consent = await connector.complete(
      { state: '', verifier: pending.held, redirectUri },
      flat(ctx.query),
      parts.clock(),
    );
    if (consent.kind === 'failed') return failed(ctx, consent.code);
    const [only, another] = consent.accounts;
    if (only && !another) return connect(parts, ctx, connector, pending.scope, only);
    const choice = randomBytes(32).toString('base64url');
    await parts.keeping.store.beginConsent(pending.scope, {
      state: choice,
      browser: browserOf(ctx),
      channel: connector.channel,
      held: JSON.stringify(consent.accounts),
    });
    sendPage(ctx, 200, 'Chọn trang', choices(consent.accounts, choice));
  });

  router.post('/:channel', async (ctx) => {
    const body = await readRawBody(ctx.req, formLimit);
    const form = body.kind === 'read' ? new URLSearchParams(body.bytes.toString('utf8')) : [];
    const chosen = Choice.safeParse(Object.fromEntries(form)).data;
    const { connector, pending } = await comingBack(parts, ctx, chosen?.choice ?? '');
    if (!connector || !pending || !chosen) return tooLate(ctx);
    const granted = Granted.parse(JSON.parse(pending.held));
    const account = granted.find(({ externalId }) => externalId === chosen.account);
    return account ? connect(parts, ctx, connector, pending.scope, account) : tooLate(ctx);
  });

  return router;
}

async function comingBack({ keeping }: AccountParts, ctx: Context, state: string) {
  const channel = ctx.path.split('/').at(-1) ?? '';
  const connector = keeping.connectors.get(channel);
  const pending = connector && (await keeping.store.takeConsent(state, browserOf(ctx)));
  return { connector, pending: pending?.channel === channel ? pending : undefined };
}

async function connect(
  parts: AccountParts,
  ctx: Context,
  connector: AccountConnector,
  scope: ClinicScope,
  account: Granted[number],
): Promise<void> {
  try {
    const { subscribed } = await connectGranted(parts, parts.keeping, connector, scope, account);
    const note = subscribed
      ? html`<p>Từ bây giờ trợ lý nhận và trả lời tin nhắn ở đây.</p>`
      : html`<p class="urgent">${connector.explain('unsubscribed', null)}</p>`;
    sendPage(ctx, 200, 'Đã kết nối', html`<h1>Đã kết nối ${account.name}.</h1>${note}${back}`);
  } catch (error) {
    if (!(error instanceof GlowBotError) || error.code !== 'SCOPE_REFUSED') throw error;
    const why = 'Tài khoản này đang được kết nối ở một phòng khám khác.';
    sendPage(ctx, 409, 'Chưa kết nối được', html`<h1>${why}</h1><p>Cần ngắt kết nối ở đó trước.</p>${back}`);
  }
}

const back = html`<p><a class="link" href="/">Về bảng điều khiển</a></p>`;

function choices(accounts: Granted, choice: string): Html {
  const buttons = accounts.map(
    ({ externalId, name }) =>
      html`<p><button type="submit" name="account" value="${externalId}">${name === '' ? externalId : name}</button></p>`,
  );
  return html`<h1>Anh/chị muốn kết nối trang nào?</h1>
<form method="post"><input type="hidden" name="choice" value="${choice}">${buttons}</form>`;
}

/** Unknown, used, too old, or from another browser: which of these is nobody's business. */
function tooLate(ctx: Context): void {
  sendPage(
    ctx,
    400,
    'Chưa kết nối được',
    html`<h1>Lần kết nối này không còn dùng được.</h1><p>Anh/chị bấm kết nối lại trên bảng điều khiển, rồi làm trong 10 phút.</p>${back}`,
  );
}

function failed(ctx: Context, code: string): void {
  sendPage(
    ctx,
    400,
    'Chưa kết nối được',
    html`<h1>Kết nối chưa thành công.</h1><p>Mã từ nhà cung cấp: ${code}. Chưa có gì bị thay đổi; anh/chị thử lại giúp em.</p>${back}`,
  );
}

function flat(values: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}
