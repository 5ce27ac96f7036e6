import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Answer, json, type Route } from './answer.ts';

const host = '127.0.0.1';
const bodyLimit = 1024 * 1024;
const loopbackHost = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** Listens on loopback; `close` also ends what still hangs or streams. */
export async function serve(
  port: number,
  routes: readonly Route[],
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    exchange(request, routes, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const boundPort = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://${host}:${boundPort}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function exchange(
  request: IncomingMessage,
  routes: readonly Route[],
  response: ServerResponse,
): Promise<void> {
  // A page on the internet can name this port by a domain of its own; only this machine's names are served.
  if (!loopbackHost.test(request.headers.host ?? ''))
    return write(json(403, { error: 'loopback only' }), response);
  const url = URL.parse(request.url ?? '/', `http://${host}`);
  const body = await readBody(request);
  if (!url || !body) return write(json(413, { error: 'unreadable address or body too large' }), response);
  const method = request.method ?? 'GET';
  for (const route of routes) {
    const match = route.method === method ? route.path.exec(url.pathname) : null;
    if (!match) continue;
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const { headers } = request;
    const params = match.groups ?? {};
    return write(
      await route.answer({
        method,
        path: url.pathname,
        params,
        query: url.searchParams,
        headers,
        body,
        gone: gone.signal,
      }),
      response,
    );
  }
  return write(json(404, { error: `no such address: ${method} ${url.pathname}` }), response);
}

function write(answer: Answer, response: ServerResponse): void {
  if (answer.kind === 'hang') return;
  if (answer.kind === 'drop') {
    response.socket?.destroy();
    return;
  }
  if (answer.kind === 'stream') return answer.open(response);
  if (answer.after) {
    if (response.closed) answer.after();
    else response.once('close', answer.after);
  }
  response.writeHead(answer.status, { 'cache-control': 'no-store', ...answer.headers }).end(answer.body);
}

async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = bytesOf(chunk);
    size += bytes.length;
    // Read on without keeping, so that the refusal can still be answered.
    if (size <= bodyLimit) chunks.push(bytes);
  }
  return size <= bodyLimit ? Buffer.concat(chunks) : undefined;
}

/** A stream types its chunks as anything; of a request they are bytes. */
function bytesOf(chunk: unknown): Buffer {
  return Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
}
