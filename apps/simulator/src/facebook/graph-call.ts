import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { HttpRequest } from '../http/answer.ts';
import { type GraphError, graphErrors, invalid } from './graph-error.ts';
import type { FacebookApp, Page } from './pages.ts';

/** A call whose token was good: the page it speaks for, and its arguments from query and body together. */
export type GraphCall = { page: Page; args: Readonly<Record<string, unknown>> };

const Args = z.record(z.string(), z.unknown());

/** Token first, then the proof of the app secret if one is given, and arguments before both are looked at. */
export function readGraphCall(
  request: HttpRequest,
  app: FacebookApp,
): { call: GraphCall } | { error: GraphError } {
  const args = readArgs(request);
  if (!args) return { error: invalid('The body could not be read as JSON or as a form') };
  const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const token = bearer ?? args['access_token'];
  const page = app.pages.find((each) => each.accessToken === token);
  if (!page) return { error: graphErrors.token };
  if (page.deadSubcode !== undefined) return { error: { ...graphErrors.token, subcode: page.deadSubcode } };
  const proof = args['appsecret_proof'];
  const wanted = createHmac('sha256', app.appSecret).update(page.accessToken).digest('hex');
  if (proof !== undefined && proof !== wanted) return { error: graphErrors.proof };
  return { call: { page, args } };
}

function readArgs({ query, headers, body }: HttpRequest): Record<string, unknown> | undefined {
  const args: Record<string, unknown> = Object.fromEntries(query);
  if (body.length === 0) return args;
  const text = body.toString('utf8');
  if (headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
    for (const [name, value] of new URLSearchParams(text)) args[name] = readJson(value) ?? value;
    return args;
  }
  const parsed = Args.safeParse(readJson(text));
  return parsed.success ? { ...args, ...parsed.data } : undefined;
}

/** In a form, objects travel as JSON text; every other value stays the text it is. */
function readJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
