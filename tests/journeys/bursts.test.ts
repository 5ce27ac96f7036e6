import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Channel, startWorld, type World } from './world.ts';

let world: World;
/** A clinic that waits for what follows, shortened to what a test has patience for. */
beforeAll(async () => {
  world = await startWorld({ settleMs: 1_000 });
});
afterAll(() => world.close());

describe.each<Channel>(['zalo', 'facebook'])('a customer on %s who writes in pieces', (channel) => {
  const everythingHandled = () =>
    expect
      .poll(
        () =>
          world.sql(
            `select 1 from inbox where handled_at is null union all select 1 from outbox where state not in ('sent', 'withheld')`,
          ),
        { timeout: 20_000 },
      )
      .toEqual([]);

  test('gets one answer to all of them, and the correction counts', async () => {
    const customer = world.customer(channel);
    for (const piece of ['chị ơi', 'cho em hỏi giá peel da', 'với giá trị mụn nữa ạ', 'mai 3h còn chỗ k']) {
      world.simulator.customerSays(customer.id, piece);
    }
    const answer = await customer.says('à nhầm, 5h chiều mai nha');
    await everythingHandled();
    expect(world.simulator.sends(customer.id)).toHaveLength(1);
    expect(answer.text).toContain('600.000đ');
    expect(answer.text).toContain('17h ngày mai');
    expect(answer.text).not.toContain('15h');
  });

  test('loses none of ten', async () => {
    const customer = world.customer(channel);
    for (let nth = 1; nth < 10; nth += 1) world.simulator.customerSays(customer.id, `câu thứ ${nth}`);
    await customer.says('địa chỉ ở đâu vậy');
    await everythingHandled();
    expect(world.simulator.sends(customer.id)).toHaveLength(1);
    const { messages } = await customer.conversation();
    expect(messages.filter(({ author }) => author === 'customer')).toHaveLength(10);
  });
});
