import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import { isIP } from 'node:net';

/** What one request brought back, or in one word why it brought nothing. */
export type Download =
  | { kind: 'text'; text: string }
  | { kind: 'moved'; to: string }
  | { kind: 'trouble'; why: 'unreachable' | 'not-found' | 'too-large' | 'too-slow' };

export type Limits = { bytes: number; ms: number };

/** `get` of node:https, or of node:http where a test has its own server. */
export type Get = (
  url: URL,
  options: RequestOptions,
  onResponse: (response: IncomingMessage) => void,
) => ClientRequest;

/** Asks for a text at this very number, whatever the name says by now, and reads no more and no longer than it may. */
export function download(get: Get, url: URL, ip: string, { bytes, ms }: Limits): Promise<Download> {
  return new Promise((resolve) => {
    const trouble = (why: Extract<Download, { kind: 'trouble' }>['why']) => resolve({ kind: 'trouble', why });
    const request = get(
      url,
      {
        agent: false,
        headers: { accept: 'text/calendar', 'user-agent': 'GlowBot' },
        signal: AbortSignal.timeout(ms),
        lookup: (_host, options, answer) =>
          options.all === true
            ? answer(null, [{ address: ip, family: isIP(ip) }])
            : answer(null, ip, isIP(ip)),
      },
      (response) => {
        const { statusCode = 0, headers } = response;
        if (statusCode !== 200) {
          request.destroy();
          const isMoved = statusCode >= 301 && statusCode <= 308 && headers.location !== undefined;
          if (isMoved) resolve({ kind: 'moved', to: headers.location ?? '' });
          else trouble(statusCode === 404 || statusCode === 410 ? 'not-found' : 'unreachable');
          return;
        }
        const chunks: Buffer[] = [];
        let size = 0;
        response.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > bytes) {
            trouble('too-large');
            request.destroy();
          } else chunks.push(chunk);
        });
        response.on('end', () => {
          if (response.complete) resolve({ kind: 'text', text: Buffer.concat(chunks).toString('utf8') });
          else trouble('unreachable');
        });
        response.on('error', (error) => trouble(isTimeout(error) ? 'too-slow' : 'unreachable'));
      },
    );
    request.on('error', (error) => trouble(isTimeout(error) ? 'too-slow' : 'unreachable'));
  });
}

const isTimeout = ({ name }: Error) => name === 'AbortError' || name === 'TimeoutError';
