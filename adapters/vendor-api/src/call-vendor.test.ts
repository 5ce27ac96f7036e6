import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { callVendor } from './call-vendor.ts';

const request = { url: 'https://vendor.test/send', method: 'POST', headers: {}, body: {} } as const;
const failing = (reason: Error) =>
  callVendor(() => Promise.reject(reason), request, new AbortController().signal);
const fetchFailed = (cause: unknown) => failing(new TypeError('fetch failed', { cause }));

describe('a call to a vendor', () => {
  it.each([
    [{ code: 'ECONNREFUSED' }],
    [{ code: 'ENOTFOUND' }],
    [{ code: 'UND_ERR_CONNECT_TIMEOUT' }],
    [{ code: 'EHOSTUNREACH', syscall: 'connect' }],
    [{ code: 'CERT_HAS_EXPIRED' }],
    [{ errors: [{ code: 'ECONNREFUSED' }, { code: 'ENETUNREACH', syscall: 'connect' }] }],
  ])('never left when no connection was made: %j', async (cause) => {
    expect(await fetchFailed(cause)).toMatchObject({ kind: 'never-left' });
  });

  it.each([
    [{ code: 'ECONNRESET' }],
    [{ code: 'EPIPE' }],
    [{ code: 'UND_ERR_SOCKET' }],
    [{ code: 'UND_ERR_HEADERS_TIMEOUT' }],
    [{ code: 'EHOSTUNREACH', syscall: 'read' }],
    [{ errors: [{ code: 'ECONNREFUSED' }, { code: 'ECONNRESET' }] }],
    [undefined],
  ])('may have been heard after anything else: %j', async (cause) => {
    expect(await fetchFailed(cause)).toMatchObject({ kind: 'silence' });
  });

  it('says nothing of an error but its code', async () => {
    const told = await failing(new TypeError('secret-token is an invalid header value'));
    expect(told).toEqual({ kind: 'silence', why: 'network' });
  });

  it('never left when its time was up before', async () => {
    const answer = await callVendor(() => Promise.reject(new Error()), request, AbortSignal.abort());
    expect(answer).toEqual({ kind: 'never-left', why: 'no time left' });
  });

  it('gives up on an answer that trickles, by one deadline for head and body', async () => {
    const deadline = AbortSignal.timeout(30);
    const trickling = new ReadableStream({
      start: (controller) => deadline.addEventListener('abort', () => controller.error(deadline.reason)),
    });
    const answer = await callVendor(() => Promise.resolve(new Response(trickling)), request, deadline);
    expect(answer).toEqual({ kind: 'silence', why: 'timeout' });
  });

  it('reads real refusals of the operating system, of a server and of a redirect', async () => {
    const server = createServer((incoming, outgoing) => {
      if (incoming.url === '/reset') incoming.socket.destroy();
      else outgoing.writeHead(302, { location: '/elsewhere' }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const call = (path: string) =>
      callVendor(fetch, { ...request, url: `http://127.0.0.1:${port}${path}` }, AbortSignal.timeout(5000));
    const heard = [await call('/reset'), await call('/redirect')];
    await new Promise((resolve) => server.close(resolve));
    expect(heard).toMatchObject([{ kind: 'silence' }, { kind: 'silence' }]);
    expect(await call('/')).toEqual({ kind: 'never-left', why: 'ECONNREFUSED' });
  });
});
