import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createNotifiers } from './notifiers.ts';

const alert = {
  id: '00000000-0000-4000-8000-000000000001',
  priority: 'urgent',
  title: 'Lạc Diên: dấu hiệu nguy hiểm',
  text: 'Khách đang chờ.',
  link: 'https://glowbot.example/h/abc',
} as const;

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const listening = async (server: ReturnType<typeof createTcpServer> | ReturnType<typeof createServer>) => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('no port');
  return (address satisfies AddressInfo).port;
};

/** As much of RFC 5321 as a mail server needs to take one mail, or to refuse its recipient with a code. */
async function mailServer(recipientAnswer = '250 OK') {
  const mails: { to: string; data: string }[] = [];
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    let to = '';
    let data: string | undefined;
    let rest = '';
    socket.write('220 test ESMTP\r\n');
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      rest += chunk;
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (data !== undefined) {
          if (line === '.') {
            mails.push({ to, data });
            data = undefined;
            socket.write('250 taken\r\n');
          } else data += `${line}\n`;
        } else if (line.startsWith('RCPT')) {
          to = /<([^>]*)>/.exec(line)?.[1] ?? '';
          socket.write(`${recipientAnswer}\r\n`);
        } else if (line === 'DATA') {
          data = '';
          socket.write('354 go on\r\n');
        } else if (line === 'QUIT') socket.end('221 bye\r\n');
        else socket.write('250 OK\r\n');
      }
    });
  });
  const port = await listening(server);
  closing.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return { mails, smtpUrl: `smtp://127.0.0.1:${port}` };
}

function email(smtpUrl: string) {
  const [notifier] = createNotifiers({ email: { smtpUrl, from: 'bot@glowbot.example' }, doors: undefined });
  if (!notifier) throw new TypeError('no e-mail');
  return notifier;
}

/** RFC 2047 words and RFC 2045 quoted-printable, back to what people read. */
const decoded = (data: string) =>
  data
    .replace(/\?=\n? +=\?UTF-8\?[BQ]\?/g, '')
    .replace(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, words: string) => Buffer.from(words, 'base64').toString())
    .replace(/=\?UTF-8\?Q\?([^?]*)\?=/g, (_, words: string) => unquoted(words.replaceAll('_', ' ')));
const unquoted = (text: string) =>
  Buffer.from(
    text
      .replace(/=\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString();

describe('an alert by e-mail', () => {
  test('arrives whole, marked as urgent, with one id for all its attempts', async () => {
    const { mails, smtpUrl } = await mailServer();
    expect(await email(smtpUrl).deliver(alert, 'bs@lacdien.example')).toEqual({ kind: 'delivered' });
    const [mail] = mails;
    expect(mail?.to).toBe('bs@lacdien.example');
    const head = decoded(mail?.data ?? '');
    expect(head).toContain(alert.title);
    expect(head).toMatch(/^X-Priority: 1/m);
    expect(head).toContain(`Message-ID: <alert-${alert.id}@glowbot.example>`);
    expect(unquoted(mail?.data ?? '')).toContain(alert.link);
  });

  test('is given up where the server says that it never will, and tried again where it may', async () => {
    const never = await mailServer('550 no such person');
    expect(await email(never.smtpUrl).deliver(alert, 'ai@lacdien.example')).toEqual({
      kind: 'failed',
      code: 'smtp-550',
    });
    const later = await mailServer('451 busy');
    expect(await email(later.smtpUrl).deliver(alert, 'ai@lacdien.example')).toEqual({
      kind: 'retry',
      code: 'smtp-451',
    });
  });

  test('goes to one plain address, and to nobody whom a record smuggles in', async () => {
    const { mails, smtpUrl } = await mailServer();
    for (const to of [
      'a@x.example, b@y.example',
      'a@x.example\r\nBcc: c@z.example',
      'Lan <a@x.example>',
      '',
    ]) {
      expect(await email(smtpUrl).deliver(alert, to)).toEqual({ kind: 'failed', code: 'not-an-address' });
    }
    expect(mails).toEqual([]);
  });

  test('without a server to take it is tried again', async () => {
    expect(await email('smtp://127.0.0.1:1').deliver(alert, 'bs@lacdien.example')).toMatchObject({
      kind: 'retry',
    });
  });
});

describe('an alert at a door', () => {
  async function door(status: number, headers: Record<string, string> = {}) {
    const knocks: { body: string; signature: string | undefined }[] = [];
    const server = createServer((request, answer) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk;
      });
      request.on('end', () => {
        const signature = request.headers['x-glowbot-signature'];
        knocks.push({ body, signature: typeof signature === 'string' ? signature : undefined });
        answer.writeHead(status, headers).end();
      });
    });
    const port = await listening(server);
    closing.push(async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    });
    const [notifier] = createNotifiers({
      email: undefined,
      doors: { secret: 'door-secret', urls: new Map([['sms', `http://127.0.0.1:${port}/alerts`]]) },
    });
    if (!notifier) throw new TypeError('no door');
    return { knocks, notifier };
  }

  test('is signed over its exact bytes', async () => {
    const { knocks, notifier } = await door(202);
    expect(notifier.name).toBe('sms');
    expect(await notifier.deliver(alert, '0900 000 115')).toEqual({ kind: 'delivered' });
    const [knock] = knocks;
    expect(JSON.parse(knock?.body ?? '')).toEqual({ ...alert, to: '0900 000 115' });
    const mac = createHmac('sha256', 'door-secret')
      .update(knock?.body ?? '')
      .digest('hex');
    expect(knock?.signature).toBe(`sha256=${mac}`);
  });

  test.each([
    [404, { kind: 'failed', code: 'http-404' }],
    [429, { kind: 'retry', code: 'http-429' }],
    [503, { kind: 'retry', code: 'http-503' }],
  ])('that answers %i', async (status, outcome) => {
    const { notifier } = await door(status);
    expect(await notifier.deliver(alert, '0900')).toEqual(outcome);
  });

  test('is never followed to another address', async () => {
    const elsewhere = await door(202);
    const { notifier } = await door(302, { location: 'http://127.0.0.1:1/' });
    expect(await notifier.deliver(alert, '0900')).toEqual({ kind: 'retry', code: 'no-answer' });
    expect(elsewhere.knocks).toEqual([]);
  });
});
