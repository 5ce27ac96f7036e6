import { createHmac } from 'node:crypto';
import Router from '@koa/router';
import type { EngineParts } from '@glowbot/core';
import { readSignedRequest, type SignedRequest } from '@glowbot/facebook';
import type { Context } from 'koa';
import { html, sendPage } from '../http/html.ts';
import { problem } from '../http/problem.ts';
import { readRawBody } from '../http/raw-body.ts';

type CallbackParts = Pick<EngineParts, 'notice'> & { publicUrl: () => string };

/** Largest body a callback may have, in bytes. */
const formLimit = 20_000;

/**
 * What Meta calls when somebody who connected a page removes our app, or asks for their data to be deleted. Of such a person nothing is
 * kept but the page's token, which Meta has ended with it: the next look at the account, within the hour, finds that and tells the
 * clinic. The code follows from the person, so that asking twice gives the same answer, and nothing need be kept to answer.
 */
export function metaCallbacks(parts: CallbackParts, appSecret: string): Router {
  const router = new Router({ prefix: '/meta' });

  router.post('/deauthorize', async (ctx) => {
    const request = await signedRequestOf(ctx, appSecret);
    if (!request) return refuse(ctx);
    parts.notice({
      level: 'warn',
      what: 'somebody removed the app',
      ids: { code: codeOf(request, appSecret) },
    });
    ctx.body = { received: true };
  });

  router.post('/data-deletion', async (ctx) => {
    const request = await signedRequestOf(ctx, appSecret);
    if (!request) return refuse(ctx);
    const code = codeOf(request, appSecret);
    parts.notice({ level: 'info', what: 'deletion of a login asked for', ids: { code } });
    ctx.body = { url: `${parts.publicUrl()}/meta/data-deletion/${code}`, confirmation_code: code };
  });

  router.get('/data-deletion/:code', (ctx) => {
    const code = /^[\da-f]{32}$/.exec(ctx.params.code ?? '')?.[0];
    if (code === undefined)
      return sendPage(ctx, 404, 'Không có yêu cầu này', html`<h1>Không có yêu cầu này.</h1>`);
    sendPage(
      ctx,
      200,
      'Yêu cầu xoá dữ liệu',
      html`<h1>Yêu cầu ${code} đã được thực hiện.</h1>
<p>Hệ thống không lưu tên, ảnh hay mã tài khoản Facebook của người đã kết nối trang. Quyền truy cập trang do người đó cấp đã bị huỷ.</p>
<p>Nếu bạn là khách của phòng khám và muốn xoá nội dung đã nhắn, hãy nhắn "xoá dữ liệu" cho phòng khám.</p>`,
    );
  });

  return router;
}

async function signedRequestOf(ctx: Context, appSecret: string): Promise<SignedRequest | undefined> {
  const body = await readRawBody(ctx.req, formLimit);
  if (body.kind !== 'read') return undefined;
  const form = new URLSearchParams(body.bytes.toString('utf8'));
  return readSignedRequest(form.get('signed_request') ?? '', [appSecret]);
}

function refuse(ctx: Context): void {
  problem(ctx, 401, 'Not the vendor', 'The request is not signed with the secret of this app.');
}

function codeOf({ userId }: SignedRequest, appSecret: string): string {
  return createHmac('sha256', appSecret).update(`deletion ${userId}`).digest('hex').slice(0, 32);
}
