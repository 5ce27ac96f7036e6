import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Received } from '../test-clinic/clinic-server.ts';
import { monday10, openSimulator } from '../test-clinic/open-simulator.ts';

const oa = '4000000000000000001';
const Body = z.record(z.string(), z.unknown());
const bodyOf = (received: Received | undefined) =>
  Body.parse(JSON.parse(received?.body.toString('utf8') ?? ''));

async function withCustomer() {
  const opened = await openSimulator();
  const { simulator, clinic, call } = opened;
  const customer = simulator.createCustomer({ channel: 'zalo', name: 'Trần Thị Thử' });
  const said = simulator.customerSays(customer.id, 'Giá peel/laser ạ 🌸');
  await clinic.waitFor(1);
  const send = (message: unknown) =>
    call(
      'POST',
      '/v3.0/oa/message/cs',
      { recipient: { user_id: customer.id }, message },
      { access_token: 'simulated-oa-token' },
    );
  return { ...opened, customer, said, send };
}

test('a text is signed with a plain digest of app id, body, timestamp and OA secret', async () => {
  const { clinic, customer, said } = await withCustomer();
  const [received] = clinic.received;
  expect(received?.url).toBe('/webhooks/zalo');
  const text = received?.body.toString('utf8') ?? '';
  const body = bodyOf(received);
  expect(body).toEqual({
    app_id: '3000000000000000001',
    user_id_by_app: customer.idByApp,
    event_name: 'user_send_text',
    timestamp: String(monday10),
    sender: { id: customer.id },
    recipient: { id: oa },
    message: { msg_id: said.id, text: 'Giá peel/laser ạ 🌸' },
  });
  const mac = createHash('sha256')
    .update(`3000000000000000001${text}${monday10}simulated-oa-secret`)
    .digest('hex');
  expect(received?.headers['x-zevent-signature']).toBe(`mac=${mac}`);
  expect(received?.headers).not.toHaveProperty('num_retry');
});

test('a send comes back as oa_send_text without an admin, then as received, then as seen', async () => {
  const { clinic, customer, simulator, send } = await withCustomer();
  const { json } = await send({ text: 'Dạ' });
  const id = Object(json['data']).message_id;
  await clinic.waitFor(3);
  expect(bodyOf(clinic.received[1])).toMatchObject({
    event_name: 'oa_send_text',
    recipient: { id: customer.id },
    message: { msg_id: id, text: 'Dạ' },
  });
  expect(bodyOf(clinic.received[1])['sender']).toEqual({ id: oa });
  expect(bodyOf(clinic.received[2])).toMatchObject({
    event_name: 'user_received_message',
    sender: { id: oa },
    recipient: { id: customer.id },
    message: { msg_id: id },
  });
  simulator.customerReads(customer.id);
  await clinic.waitFor(4);
  expect(bodyOf(clinic.received[3])).toMatchObject({
    event_name: 'user_seen_message',
    message: { msg_ids: [id] },
  });
});

test('what staff type in the OA tool carries their admin id, and its reading is not told to the app', async () => {
  const { clinic, customer, simulator } = await withCustomer();
  const typed = simulator.staffTypes(customer.id, 'Em là lễ tân ạ');
  simulator.customerReads(customer.id);
  await simulator.waitForWebhooks(1000);
  expect(clinic.received).toHaveLength(2);
  expect(bodyOf(clinic.received[1])).toMatchObject({
    event_name: 'oa_send_text',
    sender: { id: oa, admin_id: expect.stringMatching(/^\d+$/) },
    message: { msg_id: typed.id, text: 'Em là lễ tân ạ' },
  });
});

test('a tapped button comes as a text that holds its payload, and the buttons stay', async () => {
  const { clinic, customer, simulator, send } = await withCustomer();
  simulator.setAftermath({ echoes: 'withheld', receipts: false });
  const buttons = [
    { title: '15:00', type: 'oa.query.hide', payload: '#at-15' },
    { title: 'Giờ khác', type: 'oa.query.show', payload: 'Giờ khác' },
  ];
  await send({ text: 'Mấy giờ ạ?', attachment: { type: 'template', payload: { buttons } } });
  const asked = simulator.sends(customer.id)[0]?.id ?? '';
  expect(simulator.customerTaps(customer.id, asked, 0).hidden).toBe(true);
  expect(simulator.customerTaps(customer.id, asked, 1).hidden).toBe(false);
  await clinic.waitFor(3);
  expect(bodyOf(clinic.received[1])).toMatchObject({
    event_name: 'user_send_text',
    message: { text: '#at-15' },
  });
  expect(bodyOf(clinic.received[2])).toMatchObject({ message: { text: 'Giờ khác' } });
  expect(simulator.sends(customer.id)[0]).toMatchObject({ choicesOpen: true, tapped: [0, 1] });
});
