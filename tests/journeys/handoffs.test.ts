import { type HandoffRecord, minuteMs } from '@glowbot/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const open = async () => (await world.api<{ handoffs: HandoffRecord[] }>('/api/handoffs')).handoffs;

async function only(conversationId: string): Promise<HandoffRecord> {
  const found = (await open()).find((handoff) => handoff.conversationId === conversationId);
  if (!found) throw new RangeError('the conversation has no open handoff');
  return found;
}

function acknowledge(id: string, body: unknown, token = world.token) {
  return fetch(`${world.server.url}/api/handoffs/${id}/acknowledge`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** A customer who asks for a person, and the alert that goes out for it. */
async function asksForAPerson() {
  const before = world.alerts.length;
  const customer = world.customer('zalo');
  await customer.says('cho mình gặp nhân viên tư vấn');
  await expect.poll(() => world.alerts.length, { timeout: 10_000 }).toBeGreaterThan(before);
  const alert = world.alerts[before];
  if (!alert) throw new RangeError('nobody was told');
  const { id } = await customer.conversation();
  return { customer, alert, conversationId: id, handoff: await only(id) };
}

test('whoever is on duty is told at once, and the clinic sees whose turn it is and until when', async () => {
  const { alert, handoff } = await asksForAPerson();
  expect(alert).toMatchObject({ to: 'letan@lacdien.example', priority: 'normal' });
  expect(alert.title).toBe('Lạc Diên: khách muốn gặp nhân viên');
  expect(handoff).toMatchObject({ reason: 'human_request', owner: 'le_tan', acknowledgedAt: null });
  expect((handoff.answerBy ?? 0) - handoff.openedAt).toBe(15 * minuteMs);
  expect(handoff.calls[0]?.alerts[0]).toMatchObject({ state: 'delivered' });
});

test('an alert says nothing about the customer', async () => {
  const customer = world.customer('facebook');
  await customer.says('mình tên Nguyễn Thị Hoài, số 0912345678');
  const before = world.alerts.length;
  await customer.says('cho mình gặp nhân viên tư vấn');
  await expect.poll(() => world.alerts.length, { timeout: 10_000 }).toBeGreaterThan(before);
  expect(JSON.stringify(world.alerts[before])).not.toMatch(/Hoài|0912345678|912 ?345/);
});

test('the link in an alert is looked at as often as one likes, and acknowledges once, when the button is pressed', async () => {
  const { customer, alert, conversationId } = await asksForAPerson();
  for (const _ of ['a program that shows a preview', 'the person']) {
    const page = await fetch(alert.link);
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).toContain('khách muốn gặp nhân viên');
    expect(html).not.toContain('cho mình gặp');
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self'");
  }
  expect((await only(conversationId)).acknowledgedAt).toBeNull();
  await expect.poll(async () => (await only(conversationId)).brief?.by).toBe('rules');

  const pressed = await fetch(alert.link, { method: 'POST' });
  expect(pressed.status).toBe(200);
  const shown = await pressed.text();
  expect(shown).toContain('cho mình gặp nhân viên tư vấn');
  expect(shown).toContain('Khách muốn gặp nhân viên. Chưa có số điện thoại của khách.');
  await expect.poll(async () => (await only(conversationId)).acknowledgedAt).not.toBeNull();
  expect((await only(conversationId)).owner).toBe('le_tan');

  for (const method of ['POST', 'GET']) {
    const again = await fetch(alert.link, { method });
    expect(again.status).toBe(410);
    expect(await again.text()).toContain('Quầy lễ tân đã nhận khách này');
  }
  const { steps } = await customer.conversation();
  expect(steps.map(({ event }) => event)).toContain('staff.acknowledged');
});

test('a link that nobody made leads nowhere, and so does half of one', async () => {
  const { alert } = await asksForAPerson();
  for (const link of [alert.link.slice(0, -1), `${alert.link}A`, `${world.server.url}/h/${'A'.repeat(43)}`]) {
    for (const method of ['GET', 'POST']) expect((await fetch(link, { method })).status).toBe(404);
  }
});

test('acknowledging over the API names somebody on call, and somebody only once', async () => {
  const { handoff, conversationId, alert } = await asksForAPerson();
  expect((await acknowledge(handoff.id, { person: 'nobody' })).status).toBe(400);
  expect((await acknowledge(handoff.id, {})).status).toBe(400);
  expect((await acknowledge('00000000-0000-4000-8000-000000000000', { person: 'cskh_tien' })).status).toBe(
    404,
  );
  expect((await acknowledge(handoff.id, { person: 'cskh_tien' }, 'glow_x')).status).toBe(401);
  expect((await acknowledge(handoff.id, { person: 'cskh_tien' })).status).toBe(202);
  await expect.poll(async () => (await only(conversationId)).owner).toBe('cskh_tien');
  expect((await acknowledge(handoff.id, { person: 'le_tan' })).status).toBe(409);
  expect((await fetch(alert.link, { method: 'POST' })).status).toBe(410);
});

test('taking over is an acknowledgement as well, and a release closes the handoff', async () => {
  const { conversationId, handoff } = await asksForAPerson();
  await world.api(`/api/conversations/${conversationId}/take-over`, 'POST');
  await expect.poll(async () => (await only(conversationId)).acknowledgedAt).not.toBeNull();
  await world.api(`/api/conversations/${conversationId}/release`, 'POST');
  await expect.poll(async () => (await open()).some(({ id }) => id === handoff.id)).toBe(false);
  expect((await world.api<HandoffRecord>(`/api/handoffs/${handoff.id}`)).closedAt).not.toBeNull();
});
