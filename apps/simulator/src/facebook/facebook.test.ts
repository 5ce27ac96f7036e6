import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { monday10, type Opened, openSimulator } from '../test-clinic/open-simulator.ts';

const page = '200000000000001';
const bearer = { authorization: 'Bearer simulated-page-token' };
const hourMs = 60 * 60 * 1000;
const times = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item);

async function withCustomer() {
  const opened = await openSimulator();
  const customer = opened.simulator.createCustomer({ channel: 'facebook', name: 'Trần Thị Thử' });
  opened.simulator.customerSays(customer.id, 'Cho em hỏi giá');
  return { ...opened, customer };
}

function send({ call }: Opened, recipient: string, message: unknown, more: Record<string, unknown> = {}) {
  const body = { recipient: { id: recipient }, messaging_type: 'RESPONSE', message, ...more };
  return call('POST', `/v26.0/${page}/messages`, body, bearer);
}

test('a text is accepted and stands in the thread', async () => {
  const opened = await withCustomer();
  const { simulator, customer } = opened;
  const { status, json } = await send(opened, customer.id, { text: 'Dạ 680.000đ ạ', metadata: 'key-1' });
  expect(status).toBe(200);
  const [sent] = await simulator.waitForSends(customer.id, 1, 1000);
  expect(json).toEqual({ recipient_id: customer.id, message_id: sent?.id });
  expect(sent).toMatchObject({ text: 'Dạ 680.000đ ạ', at: monday10, by: 'api', metadata: 'key-1' });
});

test.each([
  ['a version in the path', `/v24.0/${page}/messages`, bearer],
  ['no version', `/${page}/messages`, bearer],
  ['me', '/v26.0/me/messages', bearer],
  ['the token as a query', '/me/messages?access_token=simulated-page-token', {}],
])('a send with %s is accepted', async (_, path, headers) => {
  const { call, customer } = await withCustomer();
  const body = { recipient: { id: customer.id }, messaging_type: 'RESPONSE', message: { text: 'Dạ' } };
  expect((await call('POST', path, body, headers)).json).toHaveProperty('message_id');
});

test('a form with JSON texts is accepted as well', async () => {
  const { simulator, customer } = await withCustomer();
  const body = new URLSearchParams({
    access_token: 'simulated-page-token',
    recipient: JSON.stringify({ id: customer.id }),
    messaging_type: 'RESPONSE',
    message: JSON.stringify({ text: 'Dạ' }),
  });
  expect((await fetch(`${simulator.url}/me/messages`, { method: 'POST', body })).status).toBe(200);
});

const reply = { content_type: 'text', title: '15:00', payload: 'at-15' };
const button = { type: 'postback', title: '15:00', payload: 'at-15' };
const template = (payload: object) => ({ attachment: { type: 'template', payload } });

test.each<[string, unknown, number, number | undefined]>([
  ['no text', {}, 100, 2018034],
  ['a text of 2,001 characters', { text: 'x'.repeat(2001) }, 100, undefined],
  ['text and attachment together', { text: 'a', ...template({}) }, 100, 2018014],
  ['an empty list of quick replies', { text: 'a', quick_replies: [] }, 194, undefined],
  ['14 quick replies', { text: 'a', quick_replies: times(14, reply) }, 100, undefined],
  ['a quick reply without title', { text: 'a', quick_replies: [{ ...reply, title: '' }] }, 100, 2018098],
  ['a quick reply without payload', { text: 'a', quick_replies: [{ ...reply, payload: '' }] }, 100, 2018099],
  [
    'a title of 21 characters',
    { text: 'a', quick_replies: [{ ...reply, title: 'x'.repeat(21) }] },
    100,
    undefined,
  ],
  ['metadata of 1,000 characters', { text: 'a', metadata: 'x'.repeat(1000) }, 100, undefined],
  [
    'four buttons',
    template({ template_type: 'button', text: 'a', buttons: times(4, button) }),
    100,
    undefined,
  ],
  [
    'a button without payload',
    template({ template_type: 'button', text: 'a', buttons: [{ ...button, payload: '' }] }),
    100,
    2018040,
  ],
])('%s is refused', async (_, message, code, subcode) => {
  const opened = await withCustomer();
  const { status, json } = await send(opened, opened.customer.id, message);
  expect(status).toBe(400);
  const error = { code, ...(subcode === undefined ? {} : { error_subcode: subcode }) };
  expect(json).toMatchObject({ error: { ...error, type: 'OAuthException' } });
  expect(json['error']).toHaveProperty('fbtrace_id');
  expect(opened.simulator.sends()).toEqual([]);
});

test('a wrong token, a foreign page, a wrong proof and an unknown person each have their error', async () => {
  const opened = await withCustomer();
  const { call, customer } = opened;
  const body = { recipient: { id: customer.id }, messaging_type: 'RESPONSE', message: { text: 'a' } };
  const wrongToken = await call('POST', `/${page}/messages`, body, { authorization: 'Bearer other' });
  expect(wrongToken).toMatchObject({ status: 401, json: { error: { code: 190 } } });
  const foreign = await call('POST', '/999/messages', body, bearer);
  expect(foreign.json).toMatchObject({ error: { code: 100, error_subcode: 33 } });
  const wrongProof = await call('POST', `/${page}/messages?appsecret_proof=00`, body, bearer);
  expect(wrongProof.json).toMatchObject({ error: { code: 100 } });
  const proof = createHmac('sha256', 'simulated-facebook-app-secret')
    .update('simulated-page-token')
    .digest('hex');
  expect((await call('POST', `/${page}/messages?appsecret_proof=${proof}`, body, bearer)).status).toBe(200);
  const unknown = await send(opened, '12345', { text: 'a' });
  expect(unknown.json).toMatchObject({ error: { code: 100, error_subcode: 2018001 } });
});

test('the token is looked at before the message, and the message before the recipient', async () => {
  const opened = await withCustomer();
  const bad = { recipient: { id: '1' }, messaging_type: 'RESPONSE', message: { text: '' } };
  const first = await opened.call('POST', `/${page}/messages`, bad, { authorization: 'Bearer other' });
  expect(first.json).toMatchObject({ error: { code: 190 } });
  expect((await send(opened, '1', { text: '' })).json).toMatchObject({ error: { error_subcode: 2018034 } });
});

test('the reply window closes after 24 hours, for staff with the human agent tag after seven days', async () => {
  const opened = await withCustomer();
  const { simulator, customer } = opened;
  const tagged = { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' };
  simulator.advanceClock(24 * hourMs);
  expect((await send(opened, customer.id, { text: 'a' })).status).toBe(200);
  simulator.advanceClock(1);
  const late = await send(opened, customer.id, { text: 'a' });
  expect(late.json).toMatchObject({ error: { code: 10, error_subcode: 2018278 } });
  expect((await send(opened, customer.id, { text: 'a' }, tagged)).status).toBe(200);
  simulator.advanceClock(6 * 24 * hourMs);
  expect((await send(opened, customer.id, { text: 'a' }, tagged)).json).toMatchObject({
    error: { code: 10 },
  });
  simulator.customerSays(customer.id, 'Em đây');
  expect((await send(opened, customer.id, { text: 'a' })).status).toBe(200);
});

test('a person who has never written cannot be written to', async () => {
  const opened = await openSimulator();
  const { id } = opened.simulator.createCustomer({ channel: 'facebook', name: 'Trần Thị Thử' });
  expect((await send(opened, id, { text: 'a' })).json).toMatchObject({ error: { code: 10 } });
});

test.each([
  [{ messaging_type: undefined }, 100],
  [{ messaging_type: 'NEWS' }, 100],
  [{ messaging_type: 'MESSAGE_TAG', tag: 'CONFIRMED_EVENT_UPDATE' }, 100],
  [{ messaging_type: 'UTILITY' }, 10],
])('%o is refused with %i', async (more, code) => {
  const opened = await withCustomer();
  const { json } = await send(opened, opened.customer.id, { text: 'a' }, more);
  expect(json).toMatchObject({ error: { code } });
});

test('the Send API limit of a page is kept', async () => {
  const opened = await openSimulator({ limits: { facebookSendsPerSecond: 1 } });
  const { id } = opened.simulator.createCustomer({ channel: 'facebook', name: 'Trần Thị Thử' });
  opened.simulator.customerSays(id, 'Chào');
  expect((await send(opened, id, { text: 'a' })).headers.get('x-business-use-case-usage')).toContain(
    'messenger',
  );
  expect((await send(opened, id, { text: 'b' })).json).toMatchObject({ error: { code: 613 } });
  opened.simulator.advanceClock(1000);
  expect((await send(opened, id, { text: 'c' })).status).toBe(200);
});

test('mark_seen shows on what the customer wrote, and answers without a message id', async () => {
  const opened = await withCustomer();
  const { call, customer, simulator } = opened;
  const body = { recipient: { id: customer.id }, sender_action: 'mark_seen' };
  expect((await call('POST', '/me/messages', body, bearer)).json).toEqual({ recipient_id: customer.id });
  expect(simulator.thread(customer.id)[0]?.readAt).toBe(monday10);
});

test('the thread can be read newest first, with the fields that were asked for', async () => {
  const opened = await withCustomer();
  const { call, customer } = opened;
  await send(opened, customer.id, { text: 'Dạ' });
  const fields = encodeURIComponent('messages.limit(1){id,created_time,from,message}');
  const { json } = await call(
    'GET',
    `/v26.0/${page}/conversations?user_id=${customer.id}&fields=${fields}`,
    undefined,
    bearer,
  );
  const [sent] = opened.simulator.sends();
  expect(json).toMatchObject({
    data: [
      {
        messages: {
          data: [
            {
              id: sent?.id,
              created_time: '2026-11-23T03:00:00+0000',
              from: { id: page, name: 'Phòng khám Thử' },
              message: 'Dạ',
            },
          ],
        },
      },
    ],
  });
  const other = await call('GET', `/${page}/conversations?user_id=1&fields=messages`, undefined, bearer);
  expect(other.json).toEqual({ data: [] });
});

const profilePath = (id: string) => `/v26.0/${id}?fields=first_name,last_name`;

test('a profile ends the Vietnamese name with the given name, and exists only after a first message', async () => {
  const opened = await withCustomer();
  const { call, simulator, customer } = opened;
  const { json } = await call('GET', profilePath(customer.id), undefined, bearer);
  expect(json).toEqual({ id: customer.id, first_name: 'Thử', last_name: 'Trần Thị' });
  const silent = simulator.createCustomer({ channel: 'facebook', name: 'Khách Mẫu' });
  expect((await call('GET', profilePath(silent.id), undefined, bearer)).json).toMatchObject({
    error: { error_subcode: 33 },
  });
});

test('a page without subscription gets no webhooks, and a subscription replaces the one before', async () => {
  const { call, simulator, clinic } = await openSimulator();
  const path = `/v26.0/${page}/subscribed_apps`;
  expect((await call('DELETE', path, undefined, bearer)).json).toEqual({ success: true });
  expect((await call('GET', path, undefined, bearer)).json).toEqual({ data: [] });
  const customer = simulator.createCustomer({ channel: 'facebook', name: 'Trần Thị Thử' });
  expect(simulator.customerSays(customer.id, 'Chào').webhook).toBe('waiting');
  expect(simulator.thread(customer.id)[0]?.webhook).toBe('given-up');
  await call('POST', `${path}?subscribed_fields=messages,messaging_postbacks`, undefined, bearer);
  expect((await call('GET', path, undefined, bearer)).json).toMatchObject({
    data: [{ id: '100000000000001', subscribed_fields: ['messages', 'messaging_postbacks'] }],
  });
  simulator.customerSays(customer.id, 'Chào lần nữa');
  await clinic.waitFor(1);
  expect(clinic.received).toHaveLength(1);
});
