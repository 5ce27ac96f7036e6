import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Received } from '../test-clinic/clinic-server.ts';
import { monday10, openSimulator } from '../test-clinic/open-simulator.ts';

const page = '200000000000001';
const Body = z.object({
  entry: z.tuple([z.object({ messaging: z.tuple([z.record(z.string(), z.unknown())]) })]),
});

const itemOf = (received: Received | undefined) =>
  Body.parse(JSON.parse(received?.body.toString('utf8') ?? '')).entry[0].messaging[0];

async function withCustomer() {
  const opened = await openSimulator();
  const { simulator, clinic, call } = opened;
  const customer = simulator.createCustomer({ channel: 'facebook', name: 'Trần Thị Thử' });
  const said = simulator.customerSays(customer.id, 'Giá peel/laser ạ 🌸');
  await clinic.waitFor(1);
  const send = (message: Record<string, unknown>) =>
    call(
      'POST',
      '/me/messages',
      { recipient: { id: customer.id }, messaging_type: 'RESPONSE', message },
      { authorization: 'Bearer simulated-page-token' },
    );
  return { ...opened, customer, said, send };
}

test('a text is escaped as Meta does and signed over the bytes sent', async () => {
  const { clinic, customer, said } = await withCustomer();
  const [received] = clinic.received;
  expect(received?.url).toBe('/webhooks/facebook');
  const bytes = received?.body ?? Buffer.alloc(0);
  expect(bytes.toString('ascii')).toContain('"text":"Gi\\u00e1 peel\\/laser \\u1ea1 \\ud83c\\udf38"');
  const secret = 'simulated-facebook-app-secret';
  const mac = (algorithm: string) => createHmac(algorithm, secret).update(bytes).digest('hex');
  expect(received?.headers['x-hub-signature-256']).toBe(`sha256=${mac('sha256')}`);
  expect(received?.headers['x-hub-signature']).toBe(`sha1=${mac('sha1')}`);
  expect(JSON.parse(bytes.toString('utf8'))).toEqual({
    object: 'page',
    entry: [
      {
        id: page,
        time: monday10,
        messaging: [
          {
            sender: { id: customer.id },
            recipient: { id: page },
            timestamp: monday10,
            message: { mid: said.id, text: 'Giá peel/laser ạ 🌸' },
          },
        ],
      },
    ],
  });
});

test('a send comes back as an echo with app id and metadata, then as delivered, then as read', async () => {
  const { clinic, customer, simulator, send } = await withCustomer();
  const { json } = await send({ text: 'Dạ', metadata: 'key-1' });
  await clinic.waitFor(3);
  expect(itemOf(clinic.received[1])).toEqual({
    sender: { id: page },
    recipient: { id: customer.id },
    timestamp: monday10,
    message: {
      mid: json['message_id'],
      is_echo: true,
      app_id: 100000000000001,
      metadata: 'key-1',
      text: 'Dạ',
    },
  });
  expect(itemOf(clinic.received[2])).toMatchObject({
    sender: { id: customer.id },
    delivery: { mids: [json['message_id']], watermark: monday10 },
  });
  simulator.customerReads(customer.id);
  simulator.customerReads(customer.id);
  await simulator.waitForWebhooks(1000);
  expect(clinic.received).toHaveLength(4);
  expect(itemOf(clinic.received[3])).toMatchObject({
    sender: { id: customer.id },
    read: { watermark: monday10 },
  });
});

test('what staff type in the Page inbox comes back with the inbox app id and no metadata', async () => {
  const { clinic, customer, simulator } = await withCustomer();
  const typed = simulator.staffTypes(customer.id, 'Em là lễ tân ạ');
  await clinic.waitFor(2);
  expect(itemOf(clinic.received[1])['message']).toEqual({
    mid: typed.id,
    is_echo: true,
    app_id: 263902037430900,
    text: 'Em là lễ tân ạ',
  });
});

test('a tapped quick reply is a message with its title, and the quick replies are gone', async () => {
  const { clinic, customer, simulator, send } = await withCustomer();
  simulator.setAftermath({ echoes: 'withheld', receipts: false });
  await send({
    text: 'Mấy giờ ạ?',
    quick_replies: [{ content_type: 'text', title: '15:00', payload: 'at-15' }],
  });
  const [sent] = simulator.sends(customer.id);
  const tap = simulator.customerTaps(customer.id, sent?.id ?? '', 0);
  await clinic.waitFor(2);
  expect(itemOf(clinic.received[1])['message']).toEqual({
    mid: tap.id,
    text: '15:00',
    quick_reply: { payload: 'at-15' },
  });
  expect(simulator.sends(customer.id)[0]).toMatchObject({ choicesOpen: false, tapped: [0] });
  expect(() => simulator.customerTaps(customer.id, sent?.id ?? '', 0)).toThrow(
    'taken these quick replies away',
  );
});

test('a tapped template button is a postback, and the button stays', async () => {
  const { clinic, customer, simulator, send } = await withCustomer();
  const buttons = [
    { type: 'postback', title: 'Đặt lịch', payload: 'book' },
    { type: 'web_url', title: 'Bảng giá', url: 'https://clinic.example/gia' },
  ];
  await send({ attachment: { type: 'template', payload: { template_type: 'button', text: 'Dạ', buttons } } });
  await clinic.waitFor(3);
  expect(itemOf(clinic.received[1])['message']).toMatchObject({
    attachments: [{ type: 'template', payload: { template_type: 'button', text: 'Dạ', buttons } }],
  });
  const [sent] = simulator.sends(customer.id);
  const tap = simulator.customerTaps(customer.id, sent?.id ?? '', 0);
  await clinic.waitFor(4);
  expect(itemOf(clinic.received[3])['postback']).toEqual({ mid: tap.id, title: 'Đặt lịch', payload: 'book' });
  expect(simulator.sends(customer.id)[0]?.choicesOpen).toBe(true);
  expect(() => simulator.customerTaps(customer.id, sent?.id ?? '', 1)).toThrow('tells the clinic nothing');
});

test('an echo may be made to arrive before the answer to its send', async () => {
  const { clinic, simulator, send } = await withCustomer();
  simulator.setAftermath({ echoes: 'before' });
  const { json } = await send({ text: 'Dạ' });
  expect(itemOf(clinic.received[1])['message']).toMatchObject({ mid: json['message_id'], is_echo: true });
});

test('the dashboard check succeeds only when the challenge comes back alone', async () => {
  const { clinic, simulator } = await openSimulator();
  clinic.answerWith((request, response) => {
    const query = new URL(request.url, 'http://clinic').searchParams;
    const right =
      query.get('hub.mode') === 'subscribe' && query.get('hub.verify_token') === 'simulated-verify-token';
    response.writeHead(right ? 200 : 403).end(query.get('hub.challenge'));
  });
  expect(await simulator.verifyFacebookWebhook()).toEqual({ verified: true });
  clinic.answerWith((_, response) => response.end('<p>hello</p>'));
  expect(await simulator.verifyFacebookWebhook()).toMatchObject({ verified: false });
  clinic.answerWith((_, response) => response.writeHead(403).end());
  expect(await simulator.verifyFacebookWebhook()).toEqual({ verified: false, why: 'answered 403' });
});
