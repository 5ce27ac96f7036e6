import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type ServerProcess, serverProcess } from './server-process.ts';

const patienceMs = 30_000;

let server: ServerProcess;
beforeAll(async () => {
  server = await serverProcess('error');
});
afterEach(() => server.kill());
afterAll(() => server.close());

async function count(statement: string): Promise<number> {
  const { rows } = await server.oracle.query<{ n: string }>(`select count(*) as n from ${statement}`);
  return Number(rows[0]?.n);
}

/** What waits to be answered, or to be brought to its end. */
const open = async () =>
  (await count('inbox where handled_at is null')) +
  (await count(`outbox where state in ('queued', 'sending', 'unknown')`));

describe.each(['zalo', 'facebook'] as const)('a server killed on %s', (channel) => {
  const newCustomer = () => server.simulator.createCustomer({ channel, name: 'Khách Thử' }).id;

  test('between the 200 and the answer: started again, the answer arrives, once', async () => {
    const { simulator } = server;
    await server.start();
    const id = newCustomer();
    /** The vendor never answers the send, so the process dies in the middle of it, having said nothing. */
    simulator.failNextSends({ count: 1, customerId: id, fault: { kind: 'hang' } });
    simulator.customerSays(id, 'giá peel da bao nhiêu ạ');
    await expect
      .poll(() => count(`outbox where state = 'sending'`), { timeout: patienceMs, interval: 10 })
      .toBe(1);
    await server.kill();
    simulator.clearFaults();
    expect(simulator.sends(id)).toEqual([]);
    await server.start();
    await simulator.waitForSends(id, 1, patienceMs);
    await expect.poll(open, { timeout: patienceMs }).toBe(0);
    expect(simulator.sends(id)).toHaveLength(1);
    expect(simulator.sends(id)[0]?.text).toContain('600.000đ');
  });

  test('after the vendor said it but before we heard so: it is not said again', async () => {
    const { simulator } = server;
    await server.start();
    const id = newCustomer();
    simulator.setAftermath({ echoes: 'withheld' });
    simulator.failNextSends({ count: 1, customerId: id, fault: { kind: 'dropAfterAccept' } });
    simulator.customerSays(id, 'giá peel da bao nhiêu ạ');
    await simulator.waitForSends(id, 1, patienceMs);
    await server.kill();
    simulator.setAftermath({ echoes: 'after' });
    await server.start();
    await expect.poll(open, { timeout: patienceMs }).toBe(0);
    expect(simulator.sends(id)).toHaveLength(1);
  });

  test('in the middle of a send, and taken over before it is back: what was decided stays unsaid, and says so', async () => {
    const { simulator, oracle } = server;
    await server.start();
    const id = newCustomer();
    simulator.failNextSends({ count: 1, customerId: id, fault: { kind: 'hang' } });
    simulator.customerSays(id, 'giá peel da bao nhiêu ạ');
    await expect
      .poll(() => count(`outbox where state = 'sending'`), { timeout: patienceMs, interval: 10 })
      .toBe(1);
    await server.kill();
    simulator.clearFaults();
    const takeover = JSON.stringify({
      kind: 'staff.tookOver',
      id: `taken ${id}`,
      at: Date.now(),
      by: 'test',
    });
    await oracle.query(
      `insert into inbox (clinic_id, account_id, conversation_id, event_id, at, event)
       select clinic_id, account_id, conversation_id, 'taken ' || contact_id, now(), $2 from conversations where contact_id = $1`,
      [id, takeover],
    );
    await server.start();
    await expect.poll(open, { timeout: patienceMs }).toBe(0);
    expect(simulator.sends(id)).toEqual([]);
    const { rows } = await oracle.query(
      `select o.state, o.why from outbox o join conversations c using (clinic_id, conversation_id) where c.contact_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ state: 'withheld', why: 'taken-over' }]);
  });

  test('at random moments of many conversations: none is lost, none is answered twice', async () => {
    const { simulator } = server;
    await server.start();
    const before = await count('inbox');
    const people = Array.from({ length: 30 }, newCustomer);
    for (const [index, id] of people.entries()) {
      simulator.customerSays(id, 'giá peel da bao nhiêu ạ');
      /** Each kill falls into another part of the work: as soon as 2, 12 and 22 webhooks are in the inbox. */
      if (index % 10 === 1) {
        await expect
          .poll(() => count('inbox'), { timeout: patienceMs, interval: 5 })
          .toBeGreaterThan(before + index);
        await server.kill();
        await server.start();
      }
    }
    for (const id of people) await simulator.waitForSends(id, 1, patienceMs);
    await simulator.waitForWebhooks(patienceMs);
    await expect.poll(open, { timeout: patienceMs }).toBe(0);
    expect(people.map((id) => simulator.sends(id).length)).toEqual(people.map(() => 1));
  });
});

test('a server asked to stop finishes what is in flight, and leaves nothing half done', async () => {
  const { simulator } = server;
  /** Workers of servers killed a moment ago still count as alive; ours must not when it has stopped. */
  const { rows: others } = await server.oracle.query<{ worker_id: string }>('select worker_id from workers');
  await server.start();
  const people = Array.from(
    { length: 10 },
    () => simulator.createCustomer({ channel: 'facebook', name: 'Khách' }).id,
  );
  for (const id of people) simulator.customerSays(id, 'giá peel da bao nhiêu ạ');
  await simulator.waitForSends(people[0] ?? '', 1, patienceMs);
  expect(await server.terminate()).toBe(0);
  expect(await count(`outbox where state = 'sending'`)).toBe(0);
  const { rows: left } = await server.oracle.query<{ worker_id: string }>('select worker_id from workers');
  const ours = left.filter((row) => !others.some((other) => other.worker_id === row.worker_id));
  expect(ours).toEqual([]);
  await server.start();
  for (const id of people) await simulator.waitForSends(id, 1, patienceMs);
  await expect.poll(open, { timeout: patienceMs }).toBe(0);
  expect(people.map((id) => simulator.sends(id).length)).toEqual(people.map(() => 1));
});
