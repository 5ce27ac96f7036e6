import { request } from 'node:http';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { openSimulator } from '../test-clinic/open-simulator.ts';

const Id = z.object({ id: z.string() }).transform(({ id }) => id);

async function withCustomer() {
  const opened = await openSimulator();
  const created = await opened.call('POST', '/control/customers', { channel: 'zalo', name: 'Trần Thị Thử' });
  return { ...opened, id: Id.parse(created.json) };
}

const send = (url: string, user_id: string, text: string) =>
  fetch(`${url}/v3.0/oa/message/cs`, {
    method: 'POST',
    headers: { access_token: 'simulated-oa-token', 'content-type': 'application/json' },
    body: JSON.stringify({ recipient: { user_id }, message: { text } }),
  });

test('a customer can be created, speak, be answered, read and tap over HTTP', async () => {
  const { call, simulator, id } = await withCustomer();
  await call('POST', `/control/customers/${id}/messages`, { text: 'Chào', copies: 2 });
  await send(simulator.url, id, 'Dạ');
  await call('POST', `/control/customers/${id}/staff-messages`, { text: 'Em là lễ tân' });
  await call('POST', `/control/customers/${id}/reads`, {});
  const { json } = await call('GET', `/control/customers/${id}`);
  expect(json).toMatchObject({
    customer: { id, channel: 'zalo', name: 'Trần Thị Thử' },
    messages: [
      { by: 'customer', text: 'Chào' },
      { by: 'api', text: 'Dạ', readAt: expect.any(Number) },
      { by: 'staff', text: 'Em là lễ tân', readAt: expect.any(Number) },
    ],
  });
  const sends = await fetch(`${simulator.url}/control/sends`);
  expect(await sends.json()).toMatchObject([{ customerId: id, text: 'Dạ' }]);
  expect((await call('GET', '/control/state')).json).toMatchObject({ watchUrl: null, customers: [{ id }] });
});

test('a long poll is answered by the send it waits for, or says how many there were', async () => {
  const { simulator, id } = await withCustomer();
  simulator.customerSays(id, 'Chào');
  const waiting = fetch(`${simulator.url}/control/customers/${id}/sends?count=1&timeoutMs=2000`);
  await send(simulator.url, id, 'Dạ');
  expect(await (await waiting).json()).toMatchObject([{ text: 'Dạ' }]);
  const late = await fetch(`${simulator.url}/control/customers/${id}/sends?count=2&timeoutMs=1`);
  expect(late.status).toBe(504);
  expect(await late.json()).toEqual({ error: '1 of 2 sends were accepted in 1 ms.' });
});

test('faults, webhooks and the clock obey over HTTP', async () => {
  const { call, simulator, clinic, id } = await withCustomer();
  await call('PUT', '/control/webhooks', { hold: true, copies: 2, echoes: 'withheld', receipts: false });
  await call('POST', `/control/customers/${id}/messages`, { text: 'Chào' });
  expect(clinic.received).toEqual([]);
  await call('POST', '/control/webhooks/release', { order: 'reversed' });
  await fetch(`${simulator.url}/control/webhooks/idle?timeoutMs=1000`);
  expect(clinic.received).toHaveLength(2);
  await call('POST', '/control/faults', { count: 1, fault: { kind: 'status', status: 503 } });
  expect((await send(simulator.url, id, 'Dạ')).status).toBe(503);
  await call('POST', '/control/faults', { count: 1, fault: { kind: 'status', status: 503 } });
  await call('DELETE', '/control/faults', {});
  expect((await send(simulator.url, id, 'Dạ')).status).toBe(200);
  await call('POST', '/control/clock', { advanceMs: 90_001_000 });
  expect(await (await send(simulator.url, id, 'Dạ')).json()).toMatchObject({ error: -220 });
  expect((await call('POST', '/control/webhooks/verify-facebook', {})).json).toMatchObject({
    verified: false,
  });
});

test('what makes no sense is refused with a sentence', async () => {
  const { call, id } = await withCustomer();
  const wrong = await call('POST', '/control/customers', { channel: 'sms', name: 'Trần Thị Thử' });
  expect(wrong).toMatchObject({ status: 400, json: { error: expect.stringContaining('channel') } });
  expect((await call('GET', '/control/customers/1')).status).toBe(404);
  expect((await call('POST', `/control/customers/${id}/messages`, { text: ' ' })).status).toBe(400);
  const tap = await call('POST', `/control/customers/${id}/taps`, { messageId: 'none', choice: 0 });
  expect(tap).toMatchObject({ status: 404, json: { error: 'There is no such choice.' } });
  expect((await call('GET', '/control/nothing')).status).toBe(404);
});

test('a foreign web page can neither post a form nor come by a name of its own', async () => {
  const { simulator, id } = await withCustomer();
  const form = await fetch(`${simulator.url}/control/customers/${id}/messages`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: '{"text":"Chào"}',
  });
  expect(form.status).toBe(400);
  const status = await new Promise((resolve, reject) => {
    request(`${simulator.url}/control/state`, { headers: { host: 'attacker.example' } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
  expect(status).toBe(403);
});

test('the event stream tells of each change as it happens', async () => {
  const { simulator, id } = await withCustomer();
  const leave = new AbortController();
  const stream = await fetch(`${simulator.url}/control/events`, { signal: leave.signal });
  expect(stream.headers.get('content-type')).toBe('text/event-stream');
  simulator.customerSays(id, 'Chào');
  let text = '';
  for await (const chunk of stream.body ?? []) {
    text += Buffer.from(chunk).toString('utf8');
    if (text.includes('"webhook":"accepted"')) break;
  }
  leave.abort();
  expect(text).toContain('retry: 1000');
  expect(text).toContain('event: message\ndata: {"kind":"message"');
  expect(text).toContain('"text":"Chào"');
});
