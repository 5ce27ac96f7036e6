import type { Context } from 'koa';

/** Answers in the form of RFC 9457, in one sentence for people and a status for programs; `more` is for programs too. */
export function problem(
  ctx: Context,
  status: number,
  title: string,
  detail: string,
  more: object = {},
): void {
  ctx.status = status;
  ctx.body = JSON.stringify({ type: 'about:blank', title, status, detail, ...more });
  ctx.type = 'application/problem+json';
}
