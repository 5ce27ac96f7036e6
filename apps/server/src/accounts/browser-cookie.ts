import type { Context } from 'koa';

const name = 'glow_connect';
const tenMinutes = 600;

/** Ties a consent to the browser in which it began: somebody else's link cannot connect a stranger's account to their clinic. */
export function browserCookie(value: string, publicUrl: string): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  return `${name}=${value}; Path=/connect; HttpOnly; SameSite=Lax; Max-Age=${tenMinutes}${secure}`;
}

export function browserOf(ctx: Context): string {
  return ctx.cookies.get(name) ?? '';
}
