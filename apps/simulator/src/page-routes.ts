import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Route } from './http/answer.ts';

const folder = new URL('page/', import.meta.url);

const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** Own files only, nothing inline: a customer's text can never become a script. */
const headers = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** The chat page, read once when the simulator starts. */
export function createPageRoutes(): readonly Route[] {
  return readdirSync(fileURLToPath(folder)).flatMap((name): Route[] => {
    const contentType = contentTypes[name.slice(name.lastIndexOf('.') + 1)];
    if (contentType === undefined) return [];
    const body = readFileSync(new URL(name, folder));
    const path = name === 'index.html' ? /^\/$/ : new RegExp(`^/page/${RegExp.escape(name)}$`);
    return [
      {
        method: 'GET',
        path,
        answer: () => ({
          kind: 'body',
          status: 200,
          headers: { 'content-type': contentType, ...headers },
          body,
        }),
      },
    ];
  });
}
