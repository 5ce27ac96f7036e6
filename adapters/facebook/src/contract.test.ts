import { createHmac } from 'node:crypto';
import { channelContract, readChannelFixtures } from '@glowbot/testkit';
import { z } from 'zod';
import { createFacebook } from './index.ts';

const appId = '900000000000001';
const pageId = '100000000000001';
const read = readChannelFixtures(new URL('../fixtures/', import.meta.url));
const text = (body: Uint8Array) => new TextDecoder().decode(body);

/** Meta posts letters beyond ASCII as lower-case \uXXXX, and "/" as "\/". */
function asMetaWrites(json: string): Uint8Array<ArrayBuffer> {
  const escaped = json
    .replaceAll('/', String.raw`\/`)
    .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return new TextEncoder().encode(escaped);
}
const fixture = (name: string) => asMetaWrites(text(read(name)));
const item = (value: object) =>
  asMetaWrites(
    JSON.stringify({ object: 'page', entry: [{ id: pageId, time: 1_795_410_000_000, messaging: [value] }] }),
  );

const Sent = z.object({
  recipient: z.object({ id: z.string() }),
  messaging_type: z.literal('RESPONSE'),
  message: z.object({
    text: z.string(),
    metadata: z.string(),
    quick_replies: z
      .array(z.object({ content_type: z.literal('text'), title: z.string(), payload: z.string().max(1000) }))
      .optional(),
  }),
});

channelContract('facebook', {
  create: (fetch, timeoutMs) =>
    createFacebook({
      fetch,
      appId,
      appSecrets: ['new-secret', 'old-secret'],
      verifyToken: 'verify-me',
      timeoutMs,
    }),
  account: { externalId: pageId, credentials: { pageAccessToken: 'page-access-token' } },
  receivedAt: 1_795_420_000_000,
  sign: (body) => {
    const hex = createHmac('sha256', 'old-secret').update(body).digest('hex');
    return { method: 'POST', query: {}, headers: { 'x-hub-signature-256': `sha256=${hex}` }, body };
  },
  signatureHeader: 'x-hub-signature-256',
  bodies: {
    messages: [
      'message.text',
      'message.decomposed',
      'message.image',
      'message.sticker',
      'message.fallback',
      'message.from-ad',
      'message.reply',
      'postback.get-started',
      'postback.mid',
    ].map(fixture),
    echoes: ['echo.ours', 'echo.page-inbox', 'echo.without-app-id', 'echo.other-app', 'echo.standby'].map(
      fixture,
    ),
    receipts: ['delivery', 'delivery.without-mids', 'read'].map(fixture),
    unknown: [
      'standby.message',
      'standby.postback',
      'message_edit',
      'reaction',
      'referral',
      'pass_thread_control',
      'optin.user-ref',
      'policy_enforcement',
      'message.deleted',
      'changes.feed',
      'changes.dashboard-test',
    ].map(fixture),
  },
  show: (call) => {
    const { message } = Sent.parse(call.body);
    return { text: message.text, titles: message.quick_replies?.map((reply) => reply.title) ?? [] };
  },
  tap: (call, index) => {
    const { recipient, message } = Sent.parse(call.body);
    const reply = message.quick_replies?.[index];
    return item({
      sender: { id: recipient.id },
      recipient: { id: pageId },
      timestamp: 1_795_410_000_000,
      message: { mid: `m_tap${index}`, text: reply?.title, quick_reply: { payload: reply?.payload } },
    });
  },
  echoOf: (call) => {
    const { recipient, message } = Sent.parse(call.body);
    return item({
      sender: { id: pageId },
      recipient: { id: recipient.id },
      timestamp: 1_795_410_000_000,
      message: {
        mid: 'm_sent',
        is_echo: true,
        app_id: Number(appId),
        metadata: message.metadata,
        text: message.text,
      },
    });
  },
  answers: {
    accepted: (message_id) => ({ status: 200, body: JSON.stringify({ recipient_id: '1', message_id }) }),
    rejected: [
      { answer: refused(400, { code: 613 }), next: 'retry', vendorCode: '613' },
      { answer: refused(400, { code: 190, error_subcode: 463 }), next: 'renew-token', vendorCode: '190/463' },
      {
        answer: refused(400, { code: 10, error_subcode: 2018278 }),
        next: 'window-closed',
        vendorCode: '10/2018278',
      },
      {
        answer: refused(400, { code: 551, error_subcode: 1545041 }),
        next: 'unreachable',
        vendorCode: '551/1545041',
      },
      { answer: refused(400, { code: 100 }), next: 'defect', vendorCode: '100' },
      {
        answer: refused(400, { code: 10, error_subcode: 1893063 }),
        next: 'account-attention',
        vendorCode: '10/1893063',
      },
      {
        answer: refused(400, { code: 10, error_subcode: 2018300 }),
        next: 'not-ours',
        vendorCode: '10/2018300',
      },
      {
        answer: refused(200, { code: 100, error_subcode: 2018001 }),
        next: 'unreachable',
        vendorCode: '100/2018001',
      },
      { answer: { status: 429, body: '' }, next: 'retry', vendorCode: 'http-429' },
    ],
    unclear: [
      { status: 200, body: '{"recipient_id":"1"}' },
      { status: 200, body: '{"recipient_id":"1","mess' },
      { status: 200, body: '' },
      { status: 502, body: '<html>Bad gateway</html>' },
      { status: 500, body: '{"error":"oops"}' },
      refused(500, { code: 1, error_subcode: 1357046 }),
    ],
  },
});

function refused(status: number, error: { code: number; error_subcode?: number }) {
  return {
    status,
    body: JSON.stringify({
      error: { message: 'made up', type: 'OAuthException', ...error, fbtrace_id: 'x' },
    }),
  };
}
