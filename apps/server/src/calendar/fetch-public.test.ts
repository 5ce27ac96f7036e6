import { createServer, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { download } from './download.ts';
import { type Fetched, fetchPublic, type Network } from './fetch-public.ts';

const publicIp = '93.184.215.14';
const names: Record<string, string[]> = {
  'lich.example': [publicIp],
  'hai.example': [publicIp, '10.0.0.7'],
  'nha.example': ['127.0.0.1'],
};

let server: Server;
let port = 0;
const asked: string[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    switch (request.url) {
      case '/lich.ics':
        response.end('BEGIN:VCALENDAR');
        return;
      case '/to-calendar':
        response.writeHead(302, { location: '/lich.ics' }).end();
        return;
      case '/to-home':
        response.writeHead(302, { location: 'https://nha.example/lich.ics' }).end();
        return;
      case '/to-plain':
        response.writeHead(301, { location: 'http://lich.example/lich.ics' }).end();
        return;
      case '/round':
        response.writeHead(302, { location: '/round' }).end();
        return;
      case '/large':
        response.end('x'.repeat(2_000));
        return;
      case '/slow':
        return;
      case '/cut':
        response.writeHead(200, { 'content-length': '100' });
        response.write('BEGIN', () => response.destroy());
        return;
      case '/broken':
        response.writeHead(500).end();
        return;
      default:
        response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** The names are invented and lead to this machine; everything behind them is real HTTP. */
const network: Network = {
  resolve: async (host) => names[host] ?? Promise.reject(new Error('no such name')),
  download(url) {
    const here = new URL(`http://${url.hostname}:${port}${url.pathname}`);
    return download(get, here, '127.0.0.1', { bytes: 1_000, ms: 300 });
  },
};
const read = (address: string): Promise<Fetched> => fetchPublic(network)(address);

describe('an address that a person typed in', () => {
  test.each([
    'https://lich.example/lich.ics',
    'webcal://lich.example/lich.ics',
    'https://lich.example/to-calendar',
  ])('%s is read', async (address) => {
    expect(await read(address)).toEqual({ kind: 'text', text: 'BEGIN:VCALENDAR' });
  });

  test.each([
    ['http://lich.example/lich.ics', 'plain HTTP'],
    ['https://lich.example:8443/lich.ics', 'another port'],
    ['https://ten:mat@lich.example/lich.ics', 'a password in it'],
    ['file:///etc/passwd', 'a file'],
    ['https://127.0.0.1/lich.ics', 'this machine'],
    ['https://2130706433/lich.ics', 'this machine as one number'],
    ['https://[::1]/lich.ics', 'this machine in IPv6'],
    ['https://[::ffff:10.0.0.7]/lich.ics', 'a private number inside IPv6'],
    ['https://169.254.169.254/latest', 'the cloud’s own address'],
    ['https://nha.example/lich.ics', 'a name that leads home'],
    ['https://hai.example/lich.ics', 'a name with one private number among public ones'],
    ['https://lich.example/to-home', 'sent on to a name that leads home'],
    ['https://lich.example/to-plain', 'sent on to plain HTTP'],
  ])('%s is refused: %s', async (address) => {
    expect(await read(address)).toEqual({ kind: 'trouble', why: 'address-refused' });
  });

  test.each([
    ['https://lich.example/large', 'too-large'],
    ['https://lich.example/slow', 'too-slow'],
    ['https://lich.example/cut', 'unreachable'],
    ['https://lich.example/broken', 'unreachable'],
    ['https://lich.example/round', 'unreachable'],
    ['https://lich.example/gone', 'not-found'],
    ['https://khongco.example/lich.ics', 'unreachable'],
  ])('%s is given up: %s', async (address, why) => {
    expect(await read(address)).toEqual({ kind: 'trouble', why });
  });
});
