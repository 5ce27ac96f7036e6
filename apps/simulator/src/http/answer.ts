import type { IncomingHttpHeaders, ServerResponse } from 'node:http';

export type HttpRequest = {
  method: string;
  path: string;
  /** The named groups of the route's path. */
  params: Readonly<Record<string, string | undefined>>;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** Aborted when the caller has left. */
  gone: AbortSignal;
};

export type Answer =
  | {
      kind: 'body';
      status: number;
      headers: Readonly<Record<string, string>>;
      body: string | Buffer;
      /** Runs when the answer is out, or the caller gone. */
      after?: () => void;
    }
  /** The connection stays open and silent until the caller leaves. */
  | { kind: 'hang' }
  /** The connection breaks without a byte. */
  | { kind: 'drop' }
  | { kind: 'stream'; open(response: ServerResponse): void };

export type Route = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: RegExp;
  answer(request: HttpRequest): Answer | Promise<Answer>;
};

export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    kind: 'body',
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(value),
  };
}
