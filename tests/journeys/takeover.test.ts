import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Channel, startWorld, type World } from './world.ts';

async function staffWrite(conversationId: string, words: object, status: number): Promise<void> {
  const answer = await fetch(`${world.server.url}/api/conversations/${conversationId}/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${world.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(words),
  });
  expect(answer.status).toBe(status);
}

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe.each<Channel>(['zalo', 'facebook'])('on %s', (channel) => {
  test('staff who answer in the vendor’s own inbox take over: the bot is silent until it is released', async () => {
    const customer = world.customer(channel);
    await customer.says('giá peel da bao nhiêu ạ');
    const answered = world.simulator.sends(customer.id).length;
    world.simulator.staffTypes(customer.id, 'Chị ơi, em là Tiên, em tư vấn trực tiếp cho mình nhé');
    await expect
      .poll(async () => (await customer.conversation()).state, { timeout: 10_000 })
      .toBe('handoff.withStaff');

    world.simulator.customerSays(customer.id, 'vậy đặt cho chị mai 3h chiều nha');
    await expect
      .poll(
        async () =>
          (await customer.conversation()).messages.filter(({ author }) => author === 'customer').length,
        { timeout: 10_000 },
      )
      .toBe(2);
    expect(world.simulator.sends(customer.id)).toHaveLength(answered);

    /** The customer's wish is still open: the bot takes it up where the person left it. */
    const { id } = await customer.conversation();
    await world.api(`/api/conversations/${id}/release`, 'POST');
    await expect
      .poll(async () => (await customer.conversation()).state, { timeout: 10_000 })
      .toBe('automated.qualify.askingScreening');
    expect((await customer.says('không có em ơi')).text.length).toBeGreaterThan(0);
  });

  test('staff who answer on the dashboard take over; their words arrive as they wrote them, once', async () => {
    const customer = world.customer(channel);
    await customer.says('giá peel da bao nhiêu ạ');
    const { id } = await customer.conversation();
    const before = world.simulator.sends(customer.id).length;
    const words = { id: randomUUID(), text: 'Dạ em là Tiên, em giảm riêng cho mình 100k nhé <3' };
    for (const _ of ['first try', 'again, over a shaky connection']) await staffWrite(id, words, 202);
    const [bubble] = (await world.simulator.waitForSends(customer.id, before + 1, 20_000)).slice(before);
    expect(bubble?.text).toBe(words.text);
    await expect
      .poll(async () => (await customer.conversation()).messages.find(({ author }) => author === 'staff'), {
        timeout: 10_000,
      })
      .toMatchObject({ author: 'staff', text: words.text, delivery: 'sent' });

    world.simulator.customerSays(customer.id, 'dạ vậy mai em qua');
    await world.simulator.waitForWebhooks(20_000);
    await staffWrite(id, { text: 'Dạ mai gặp mình ạ' }, 202);
    await world.simulator.waitForSends(customer.id, before + 2, 20_000);
    await world.simulator.waitForWebhooks(20_000);
    const { messages, state } = await customer.conversation();
    expect(state).toBe('handoff.withStaff');
    expect(messages.filter(({ author }) => author === 'staff').map(({ text }) => text)).toEqual([
      words.text,
      'Dạ mai gặp mình ạ',
    ]);
    expect(world.simulator.sends(customer.id)).toHaveLength(before + 2);
  });

  test('the bot’s own words coming back by webhook are nobody’s takeover', async () => {
    const customer = world.customer(channel);
    await customer.says('chào shop');
    await world.simulator.waitForWebhooks(20_000);
    await customer.says('giá trị mụn');
    await world.simulator.waitForWebhooks(20_000);
    expect((await customer.conversation()).mode).toBe('automated');
    expect(world.simulator.sends(customer.id)).toHaveLength(2);
  });

  test('a red flag gives the hotline at once, stops selling, and waits for a person', async () => {
    const customer = world.customer(channel);
    const answer = await customer.says('em tiêm filler hôm qua giờ nhìn mờ, đặt lịch peel luôn');
    expect(answer.text).toContain('0900 000 115');
    expect(answer.text).not.toContain('600.000');
    expect((await customer.conversation()).state).toBe('handoff.waitingForStaff');
    const [handoff] = await world.sql(
      `select reason, priority from handoffs h join conversations c using (clinic_id, conversation_id) where c.contact_id = $1`,
      [customer.id],
    );
    expect(handoff).toEqual({ reason: 'medical', priority: 'urgent' });
  });

  test('a takeover between decision and sending withdraws what was decided', async () => {
    const customer = world.customer(channel);
    await customer.says('chào shop');
    const { id } = await customer.conversation();
    /** The vendor refuses for a while, so the decided answer is still waiting when the person takes over. */
    world.simulator.failNextSends({
      count: 1,
      customerId: customer.id,
      fault: { kind: 'status', status: 429 },
    });
    const before = world.simulator.sends(customer.id).length;
    world.simulator.customerSays(customer.id, 'giá peel da?');
    await expect
      .poll(
        () =>
          world.sql(
            `select 1 from outbox o join conversations c using (clinic_id, conversation_id) where c.contact_id = $1 and o.attempts = 1 and o.state = 'queued'`,
            [customer.id],
          ),
        { timeout: 10_000 },
      )
      .toHaveLength(1);
    await world.api(`/api/conversations/${id}/take-over`, 'POST');
    await expect
      .poll(
        () =>
          world.sql(
            `select o.state, o.why from outbox o join conversations c using (clinic_id, conversation_id) where c.contact_id = $1 and o.state <> 'sent'`,
            [customer.id],
          ),
        { timeout: 10_000 },
      )
      .toEqual([{ state: 'withheld', why: 'taken-over' }]);
    expect(world.simulator.sends(customer.id)).toHaveLength(before);
  });
});

test('words of staff must be words, and for a conversation of their own clinic', async () => {
  const customer = world.customer('zalo');
  await customer.says('chào shop');
  const { id } = await customer.conversation();
  for (const wrong of [{}, { text: '  ' }, { text: 'x'.repeat(2_001) }, { text: 'a', id: 'no uuid' }]) {
    await staffWrite(id, wrong, 400);
  }
  await staffWrite(randomUUID(), { text: 'chào chị' }, 404);
  expect((await customer.conversation()).mode).toBe('automated');
});
