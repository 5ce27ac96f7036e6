import { expect, test } from 'vitest';
import { type Opened, openSimulator } from './test-clinic/open-simulator.ts';

async function withCustomer() {
  const opened = await openSimulator();
  const { simulator } = opened;
  const zalo = simulator.createCustomer({ channel: 'zalo', name: 'Trần Thị Thử' }).id;
  const facebook = simulator.createCustomer({ channel: 'facebook', name: 'Trần Thị Thử' }).id;
  for (const id of [zalo, facebook]) simulator.customerSays(id, 'Chào');
  await simulator.waitForWebhooks(1000);
  return { ...opened, zalo, facebook };
}

const toZalo = ({ simulator }: Opened, user_id: string, signal?: AbortSignal) =>
  fetch(`${simulator.url}/v3.0/oa/message/cs`, {
    method: 'POST',
    headers: { access_token: 'simulated-oa-token', 'content-type': 'application/json' },
    body: JSON.stringify({ recipient: { user_id }, message: { text: 'Dạ' } }),
    ...(signal ? { signal } : {}),
  });

const toFacebook = ({ call }: Opened, id: string) =>
  call(
    'POST',
    '/me/messages',
    { recipient: { id }, messaging_type: 'RESPONSE', message: { text: 'Dạ' } },
    { authorization: 'Bearer simulated-page-token' },
  );

test('so many sends fail as were ordered, then all is well', async () => {
  const opened = await withCustomer();
  opened.simulator.failNextSends({ count: 2, fault: { kind: 'status', status: 502 } });
  expect((await toZalo(opened, opened.zalo)).status).toBe(502);
  expect((await toZalo(opened, opened.zalo)).status).toBe(502);
  expect(opened.simulator.sends()).toEqual([]);
  expect((await toZalo(opened, opened.zalo)).status).toBe(200);
});

test('a fault may be for one channel or one customer only', async () => {
  const opened = await withCustomer();
  const { simulator, zalo, facebook } = opened;
  simulator.failNextSends({
    count: 1,
    channel: 'facebook',
    fault: { kind: 'code', code: 551, subcode: 1545041 },
  });
  simulator.failNextSends({ count: 1, customerId: zalo, fault: { kind: 'code', code: -227 } });
  expect(await (await toZalo(opened, zalo)).json()).toMatchObject({ error: -227 });
  expect((await toFacebook(opened, facebook)).json).toMatchObject({
    error: { code: 551, error_subcode: 1545041 },
  });
  expect((await toFacebook(opened, facebook)).status).toBe(200);
  simulator.failNextSends({ count: 9, fault: { kind: 'code', code: -200 } });
  simulator.clearFaults();
  expect((await toFacebook(opened, facebook)).status).toBe(200);
});

test('a connection can break after the message was taken, and the echo still comes', async () => {
  const opened = await withCustomer();
  const { simulator, clinic, zalo } = opened;
  simulator.failNextSends({ count: 1, fault: { kind: 'dropAfterAccept' } });
  await expect(toZalo(opened, zalo)).rejects.toThrow('fetch failed');
  expect(simulator.sends(zalo)).toHaveLength(1);
  await clinic.waitFor(4);
  expect(clinic.received[2]?.body.toString()).toContain('oa_send_text');
});

test.each([true, false])('a call can hang, with the message taken: %s', async (accepted) => {
  const opened = await withCustomer();
  const { simulator, zalo } = opened;
  simulator.failNextSends({ count: 1, fault: { kind: 'hang', accepted } });
  await expect(toZalo(opened, zalo, AbortSignal.timeout(50))).rejects.toThrow('timeout');
  expect(simulator.sends(zalo)).toHaveLength(accepted ? 1 : 0);
});

test.each([true, false])('an answer can be unreadable, with the message taken: %s', async (accepted) => {
  const opened = await withCustomer();
  const { simulator, zalo } = opened;
  simulator.failNextSends({ count: 1, fault: { kind: 'malformed', accepted } });
  const response = await toZalo(opened, zalo);
  expect(response.status).toBe(200);
  await expect(response.json()).rejects.toThrow(SyntaxError);
  expect(simulator.sends(zalo)).toHaveLength(accepted ? 1 : 0);
});

test('echoes and receipts can be withheld', async () => {
  const opened = await withCustomer();
  const { simulator, clinic, zalo, facebook } = opened;
  simulator.setAftermath({ echoes: 'withheld', receipts: false });
  await toZalo(opened, zalo);
  await toFacebook(opened, facebook);
  simulator.staffTypes(zalo, 'Em đây ạ');
  simulator.customerReads(zalo);
  await simulator.waitForWebhooks(1000);
  expect(clinic.received).toHaveLength(2);
});
