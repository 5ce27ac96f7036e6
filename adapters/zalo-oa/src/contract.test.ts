import { channelContract, readChannelFixtures } from '@glowbot/testkit';
import { zaloWebhookMac } from '@glowbot/zalo-api';
import { z } from 'zod';
import { createZaloOa } from './index.ts';

const appId = '1122334455667788990';
const oaSecret = 'oa-secret-of-a-test';
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const fixture = readChannelFixtures(new URL('../fixtures/', import.meta.url));

const Sent = z.object({
  recipient: z.object({ user_id: z.string() }),
  message: z.object({
    text: z.string(),
    attachment: z
      .object({
        type: z.literal('template'),
        payload: z.object({
          buttons: z.array(z.object({ title: z.string(), type: z.string(), payload: z.string().max(1000) })),
        }),
      })
      .optional(),
  }),
});
const read = (call: { body: unknown }) => Sent.parse(call.body);
const envelope = (sender: string, recipient: string, event_name: string, message: object) =>
  bytes({
    app_id: appId,
    event_name,
    timestamp: '1795410000000',
    sender: { id: sender },
    recipient: { id: recipient },
    message,
  });
const oaId = '2233445566778899001';

channelContract('zalo-oa', {
  create: (fetch, timeoutMs) =>
    createZaloOa({
      fetch,
      appId,
      oaSecrets: ['an-older-secret', oaSecret],
      appSecret: 'app-secret',
      timeoutMs,
    }),
  account: {
    externalId: oaId,
    credentials: { accessToken: 'zalo-access-token', refreshToken: 'zalo-refresh-token' },
  },
  receivedAt: 1_795_420_000_000,
  sign: (body) => {
    const timestamp = /"timestamp":"(\d+)"/.exec(new TextDecoder().decode(body))?.[1] ?? '';
    const mac = zaloWebhookMac({ appId, body, timestamp, oaSecret }).toString('hex');
    return { method: 'POST', query: {}, headers: { 'x-zevent-signature': `mac=${mac}` }, body };
  },
  signatureHeader: 'x-zevent-signature',
  bodies: {
    messages: [
      'user_send_text',
      'user_send_text.decomposed',
      'user_send_text.quote',
      'user_send_image',
      'user_send_gif',
      'user_send_sticker',
      'user_send_audio',
      'user_send_video',
      'user_send_link',
      'user_send_location',
      'user_send_file',
      'user_send_business_card',
    ].map(fixture),
    echoes: ['oa_send_text', 'oa_send_text.typed-by-admin', 'oa_send_image', 'oa_send_template'].map(fixture),
    receipts: ['user_received_message', 'user_seen_message'].map(fixture),
    unknown: [
      'user_click_chatnow',
      'user_reacted_message',
      'user_submit_info',
      'anonymous_send_text',
      'user_send_group_text',
      'user_received_message.by-phone',
      'console-ping',
      'change_oa_daily_quota',
    ].map(fixture),
  },
  show: (call) => {
    const { text, attachment } = read(call).message;
    return { text, titles: attachment?.payload.buttons.map((button) => button.title) ?? [] };
  },
  tap: (call, index) => {
    const { recipient, message } = read(call);
    const text = message.attachment?.payload.buttons[index]?.payload;
    return envelope(recipient.user_id, oaId, 'user_send_text', { msg_id: `tap-${index}`, text });
  },
  echoOf: (call) => {
    const { recipient, message } = read(call);
    return envelope(oaId, recipient.user_id, 'oa_send_text', { msg_id: 'sent-1', text: message.text });
  },
  answers: {
    accepted: (message_id) => ({
      status: 200,
      body: JSON.stringify({
        data: {
          message_id,
          user_id: '3344556677889900112',
          sent_time: '1795410000000',
          quota: { quota_type: 'reply' },
        },
        error: 0,
        message: 'Success',
      }),
    }),
    rejected: [
      { answer: { status: 200, body: '{"error":-32,"message":"limit"}' }, next: 'retry', vendorCode: '-32' },
      {
        answer: { status: 200, body: '{"error":-216,"message":"token"}' },
        next: 'renew-token',
        vendorCode: '-216',
      },
      {
        answer: { status: 200, body: '{"error":"-230","message":"7 days"}' },
        next: 'window-closed',
        vendorCode: '-230',
      },
      {
        answer: { status: 200, body: '{"error":-217,"message":"blocked"}' },
        next: 'unreachable',
        vendorCode: '-217',
      },
      {
        answer: { status: 200, body: '{"error":-201,"message":"text"}' },
        next: 'defect',
        vendorCode: '-201',
      },
      {
        answer: { status: 200, body: '{"error":-321,"message":"money"}' },
        next: 'account-attention',
        vendorCode: '-321',
      },
      { answer: { status: 429, body: 'slow down' }, next: 'retry', vendorCode: 'http-429' },
    ],
    unclear: [
      { status: 200, body: '{"error":0,"message":"Success"}' },
      { status: 200, body: '{"error":0,"data":{"message_id":""}}' },
      { status: 200, body: '{"error":0,"data":{"mess' },
      { status: 200, body: '' },
      { status: 502, body: '<html>Bad gateway</html>' },
      { status: 500, body: '{"message":"oops"}' },
    ],
  },
});
