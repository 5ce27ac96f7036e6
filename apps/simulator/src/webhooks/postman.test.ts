import { expect, onTestFinished, test } from 'vitest';
import { startClinicServer } from '../test-clinic/clinic-server.ts';
import { openSimulator } from '../test-clinic/open-simulator.ts';
import { createWebhookCaller } from './call-webhook.ts';

const webhookRetryMs = [1, 1, 1];

test('a refused Zalo webhook is retried with the same body and a count, until it is taken', async () => {
  const { simulator, clinic } = await openSimulator({ webhookRetryMs });
  clinic.answerWith((_, response, index) => response.writeHead(index < 2 ? 500 : 200).end());
  const { id } = simulator.createCustomer({ channel: 'zalo', name: 'Trần Thị Thử' });
  simulator.customerSays(id, 'Chào');
  expect(simulator.thread(id)[0]?.webhook).toBe('waiting');
  await simulator.waitForWebhooks(1000);
  expect(clinic.received.map(({ headers }) => headers['num_retry'])).toEqual([undefined, '1', '2']);
  expect(new Set(clinic.received.map(({ body }) => body.toString())).size).toBe(1);
  expect(new Set(clinic.received.map(({ headers }) => headers['x-zevent-signature'])).size).toBe(1);
  expect(simulator.thread(id)[0]?.webhook).toBe('accepted');
  expect(simulator.webhookDeliveries()).toMatchObject([
    { state: 'accepted', attempts: [{ outcome: 500 }, { outcome: 500 }, { outcome: 200 }] },
  ]);
});

test('a webhook that is never taken is given up after the last retry', async () => {
  const { simulator, clinic } = await openSimulator({ webhookRetryMs });
  clinic.answerWith((_, response) => response.destroy());
  const { id } = simulator.createCustomer({ channel: 'facebook', name: 'Trần Thị Thử' });
  simulator.customerSays(id, 'Chào');
  await simulator.waitForWebhooks(1000);
  expect(clinic.received).toHaveLength(4);
  expect(clinic.received.every(({ headers }) => headers['num_retry'] === undefined)).toBe(true);
  expect(simulator.thread(id)[0]?.webhook).toBe('given-up');
  expect(simulator.webhookDeliveries()[0]?.attempts.at(-1)?.outcome).toBe('unreachable');
});

test('a server that is silent beyond the deadline is late', async () => {
  const clinic = await startClinicServer();
  const caller = createWebhookCaller();
  onTestFinished(async () => {
    caller.close();
    await clinic.close();
  });
  clinic.answerWith(() => {});
  const outcome = await caller.call({ url: clinic.url, method: 'POST', headers: {}, deadlineMs: 20 });
  expect(outcome).toEqual({ kind: 'late' });
});

test('the same event can be delivered several times', async () => {
  const { simulator, clinic } = await openSimulator();
  const { id } = simulator.createCustomer({ channel: 'zalo', name: 'Trần Thị Thử' });
  simulator.customerSays(id, 'Chào', { copies: 3 });
  await simulator.waitForWebhooks(1000);
  expect(clinic.received).toHaveLength(3);
  expect(new Set(clinic.received.map(({ body }) => body.toString())).size).toBe(1);
  simulator.setWebhookCopies(2);
  simulator.customerSays(id, 'Chào lần nữa');
  await simulator.waitForWebhooks(1000);
  expect(clinic.received).toHaveLength(5);
  expect(simulator.thread(id)).toHaveLength(2);
});

test.each([
  ['same', ['một', 'hai', 'ba']],
  ['reversed', ['ba', 'hai', 'một']],
] as const)('held webhooks are released in %s order', async (order, texts) => {
  const { simulator, clinic } = await openSimulator();
  const { id } = simulator.createCustomer({ channel: 'zalo', name: 'Trần Thị Thử' });
  simulator.holdWebhooks();
  for (const text of ['một', 'hai', 'ba']) simulator.customerSays(id, text);
  expect(simulator.webhookDeliveries().map(({ state }) => state)).toEqual(['held', 'held', 'held']);
  await expect(simulator.waitForWebhooks(1)).rejects.toThrow('3 webhooks were still open');
  simulator.releaseWebhooks(order);
  await simulator.waitForWebhooks(1000);
  expect(clinic.received.map(({ body }) => JSON.parse(body.toString()).message.text)).toEqual(texts);
});

test('a second message waits for the answer to the first, another customer does not', async () => {
  const { simulator, clinic } = await openSimulator();
  const mayAnswerFirst = Promise.withResolvers<void>();
  clinic.answerWith((_, response, index) => {
    if (index === 0) void mayAnswerFirst.promise.then(() => response.end());
    else response.end();
  });
  const quick = simulator.createCustomer({ channel: 'zalo', name: 'Trần Thị Thử' });
  const other = simulator.createCustomer({ channel: 'zalo', name: 'Khách Mẫu' });
  const textsSoFar = () => clinic.received.map(({ body }) => JSON.parse(body.toString()).message.text);
  simulator.customerSays(quick.id, 'một');
  simulator.customerSays(quick.id, 'hai');
  await clinic.waitFor(1);
  simulator.customerSays(other.id, 'chào');
  await clinic.waitFor(2);
  expect(textsSoFar()).toEqual(['một', 'chào']);
  mayAnswerFirst.resolve();
  await simulator.waitForWebhooks(1000);
  expect(textsSoFar()).toEqual(['một', 'chào', 'hai']);
});

test('webhooks can be pointed at a server that was started later', async () => {
  const { simulator, clinic } = await openSimulator();
  const later = await startClinicServer();
  onTestFinished(() => later.close());
  simulator.pointWebhooksAt({ facebook: `${later.url}/f`, zalo: `${later.url}/z` });
  const { id } = simulator.createCustomer({ channel: 'zalo', name: 'Trần Thị Thử' });
  simulator.customerSays(id, 'Chào');
  expect((await later.waitFor(1))[0]?.url).toBe('/z');
  expect(clinic.received).toEqual([]);
});
