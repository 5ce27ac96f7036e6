import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { monday10, type Opened, openSimulator } from '../test-clinic/open-simulator.ts';

const oa = '4000000000000000001';
const hourMs = 60 * 60 * 1000;
const times = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item);
const token = { access_token: 'simulated-oa-token' };
const cs = '/v3.0/oa/message/cs';

async function withCustomer() {
  const opened = await openSimulator();
  const customer = opened.simulator.createCustomer({ channel: 'zalo', name: 'Trần Thị Thử' });
  opened.simulator.customerSays(customer.id, 'Cho em hỏi giá');
  return { ...opened, customer };
}

const send = (
  { call }: Opened,
  user_id: unknown,
  message: unknown,
  headers: Record<string, string> = token,
) => call('POST', cs, { recipient: { user_id }, message }, headers);

const query = (value: unknown) => `?data=${encodeURIComponent(JSON.stringify(value))}`;

test('a text is accepted with id, user, time, quota and rate headers', async () => {
  const opened = await withCustomer();
  const { simulator, customer } = opened;
  const { json, headers } = await send(opened, customer.id, { text: 'Dạ 680.000đ ạ' });
  const [sent] = simulator.sends(customer.id);
  expect(json).toEqual({
    data: {
      message_id: sent?.id,
      user_id: customer.id,
      sent_time: String(monday10),
      quota: { quota_type: 'reply' },
    },
    error: 0,
    message: 'Success',
  });
  expect(headers.get('x-ratelimit-limit')).toBe('4000');
  expect(headers.get('x-ratelimit-remain')).toBe('3999');
});

const button = { title: '15:00', type: 'oa.query.hide', payload: 'at-15' };
const withButtons = (buttons: readonly unknown[], more: object = {}) => ({
  text: 'Mấy giờ ạ?',
  attachment: { type: 'template', payload: { ...more, buttons } },
});

test.each<[string, unknown, number]>([
  ['no text', {}, -201],
  ['a text of 2,001 characters', { text: 'x'.repeat(2001) }, -210],
  ['six buttons', withButtons(times(6, button)), -210],
  ['a title of 101 characters', withButtons([{ ...button, title: 'x'.repeat(101) }]), -210],
  ['a payload of 1,001 characters', withButtons([{ ...button, payload: 'x'.repeat(1001) }]), -210],
  ['an unknown button', withButtons([{ ...button, type: 'oa.other' }]), -201],
  ['a link without address', withButtons([{ ...button, type: 'oa.open.url' }]), -201],
  ['a list', withButtons([button], { template_type: 'list' }), -233],
])('%s is refused with HTTP 200', async (_, message, error) => {
  const opened = await withCustomer();
  const { status, json } = await send(opened, opened.customer.id, message);
  expect(status).toBe(200);
  expect(json['error']).toBe(error);
  expect(opened.simulator.sends()).toEqual([]);
});

test.each([{}, { template_type: 'button' }])('buttons are accepted with %o', async (more) => {
  const opened = await withCustomer();
  const { json } = await send(opened, opened.customer.id, withButtons([button], more));
  expect(json['error']).toBe(0);
  expect(opened.simulator.sends()[0]?.choices).toEqual([{ kind: 'hide', title: '15:00', payload: 'at-15' }]);
});

test('a wrong token, a wrong proof, a malformed and an unknown recipient each have their error', async () => {
  const opened = await withCustomer();
  const { customer, simulator } = opened;
  const message = { text: 'a' };
  expect((await send(opened, customer.id, message, {})).json['error']).toBe(-216);
  expect((await send(opened, customer.id, message, { access_token: 'other' })).json['error']).toBe(-216);
  const wrongProof = { ...token, appsecret_proof: '00' };
  expect((await send(opened, customer.id, message, wrongProof)).json['error']).toBe(-242);
  const appsecret_proof = createHmac('sha256', 'simulated-zalo-app-secret')
    .update(token.access_token)
    .digest('hex');
  expect((await send(opened, customer.id, message, { ...token, appsecret_proof })).json['error']).toBe(0);
  expect((await send(opened, 'abc', message)).json['error']).toBe(-201);
  expect((await send(opened, '123', message)).json['error']).toBe(-213);
  const silent = simulator.createCustomer({ channel: 'zalo', name: 'Khách Mẫu' });
  expect((await send(opened, silent.id, message)).json['error']).toBe(-232);
});

test('replies are free for 48 hours, metered until the seventh day, then refused', async () => {
  const opened = await withCustomer();
  const { simulator, customer } = opened;
  simulator.advanceClock(48 * hourMs);
  const stale = await send(opened, customer.id, { text: 'a' });
  expect(stale.json['error'], 'a token lives 25 hours').toBe(-220);
  const first = await refresh(opened, 'simulated-refresh-token');
  const free = await send(opened, customer.id, { text: 'a' }, { access_token: first.access_token });
  expect(free.json).toMatchObject({ data: { quota: { quota_type: 'reply' } } });
  simulator.advanceClock(1);
  const metered = await send(opened, customer.id, { text: 'a' }, { access_token: first.access_token });
  expect(metered.json).toMatchObject({
    data: { quota: { quota_type: 'sub_quota', remain: 499, total: 500 } },
  });
  simulator.advanceClock(5 * 24 * hourMs);
  const second = await refresh(opened, first.refresh_token);
  const late = await send(opened, customer.id, { text: 'a' }, { access_token: second.access_token });
  expect(late.json['error']).toBe(-230);
});

const Pair = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  expires_in: z.literal('90000'),
});
const Refusal = z.object({
  error: z.number().optional(),
  error_name: z.string(),
  access_token: z.never().optional(),
});

async function oauth({ simulator }: Opened, refresh_token: string, secret_key = 'simulated-zalo-app-secret') {
  const form = { refresh_token, app_id: '3000000000000000001', grant_type: 'refresh_token' };
  const response = await fetch(`${simulator.url}/v4/oa/access_token`, {
    method: 'POST',
    headers: { secret_key },
    body: new URLSearchParams(form),
  });
  expect(response.status).toBe(200);
  return response.json();
}

const refresh = async (opened: Opened, refreshToken: string) => Pair.parse(await oauth(opened, refreshToken));

test('a refresh kills both old tokens at once, and a used refresh token is refused in words', async () => {
  const opened = await withCustomer();
  const { customer } = opened;
  const fresh = await refresh(opened, 'simulated-refresh-token');
  expect((await send(opened, customer.id, { text: 'a' })).json['error']).toBe(-216);
  const sent = await send(opened, customer.id, { text: 'a' }, { access_token: fresh.access_token });
  expect(sent.json['error']).toBe(0);
  const again = Refusal.parse(await oauth(opened, 'simulated-refresh-token'));
  expect(again).toMatchObject({ error: -14014, error_name: 'Invalid refresh token' });
  expect(Refusal.parse(await oauth(opened, fresh.refresh_token, 'other'))).not.toHaveProperty('error');
  const next = await refresh(opened, fresh.refresh_token);
  expect(next.access_token).not.toBe(fresh.access_token);
});

test('a rotated pair lives on in a simulator that was started anew, an older one does not', async () => {
  const before = await openSimulator();
  const first = await refresh(before, 'simulated-refresh-token');
  const second = await refresh(before, first.refresh_token);
  const after = await openSimulator();
  const getOa = async (access_token: string) =>
    (await after.call('GET', '/v2.0/oa/getoa', undefined, { access_token })).json['error'];
  expect(await getOa(second.access_token)).toBe(0);
  expect(await getOa(first.access_token)).toBe(-216);
  expect(await getOa('simulated-oa-token')).toBe(-216);
  const forged = second.access_token.replace('.2.', '.3.');
  expect(await getOa(forged)).toBe(-216);
});

test('calls beyond the limit of a minute are refused with -32', async () => {
  const { call, simulator } = await openSimulator({ limits: { zaloCallsPerMinute: 1 } });
  const getOa = () => call('GET', '/v2.0/oa/getoa', undefined, token);
  expect((await getOa()).json).toMatchObject({ error: 0, data: { oaid: oa, name: 'Phòng khám Thử' } });
  expect((await getOa()).json['error']).toBe(-32);
  simulator.advanceClock(60_000);
  expect((await getOa()).json['error']).toBe(0);
});

test('a person can be looked up by the account that knows them', async () => {
  const { call, customer } = await withCustomer();
  const detail = (value: unknown) => call('GET', `/v3.0/oa/user/detail${query(value)}`, undefined, token);
  expect((await detail({ user_id: customer.id })).json).toMatchObject({
    data: {
      user_id: customer.id,
      display_name: 'Trần Thị Thử',
      user_last_interaction_date: '23/11/2026',
      user_is_follower: true,
    },
  });
  expect((await detail({ user_id: '1' })).json['error']).toBe(-213);
  expect((await detail({})).json['error']).toBe(-201);
});

test('the thread can be read newest first, at most ten at a time', async () => {
  const opened = await withCustomer();
  const { call, customer } = opened;
  const sent = await send(opened, customer.id, { text: 'Dạ' });
  const thread = (value: object) =>
    call('GET', `/v2.0/oa/conversation${query({ user_id: customer.id, ...value })}`, undefined, token);
  expect((await thread({ offset: 0, count: 10 })).json['data']).toMatchObject([
    {
      message_id: Object(sent.json['data']).message_id,
      src: 0,
      time: monday10,
      type: 'text',
      message: 'Dạ',
      from_id: oa,
      to_id: customer.id,
    },
    { src: 1, message: 'Cho em hỏi giá', from_id: customer.id, from_display_name: 'Trần Thị Thử' },
  ]);
  expect((await thread({ offset: 1, count: 1 })).json['data']).toMatchObject([{ src: 1 }]);
  expect((await thread({ count: 11 })).json['error']).toBe(-210);
});
