import { hourMs } from '@glowbot/core';
import { demoClinic } from '@glowbot/demo-clinic';
import { type Customer, customerOn, openStage, type Stage } from '@glowbot/rehearsal';
import { skills } from '@glowbot/server';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** Wednesday morning. */
const start = Date.parse('2026-11-25T10:20:00+07:00');

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ clinic: demoClinic(), skills, now: start });
});
afterAll(() => stage.stop());

/** What may happen on the customer's thread, and whether it is the customer's own word. */
const happenings: Readonly<
  Record<string, { isOwn: boolean; happen: (customer: Customer) => Promise<unknown> }>
> = {
  'the customer writes': { isOwn: true, happen: (customer) => customer.says('giá peel da bao nhiêu em') },
  'the customer sends a photo': { isOwn: true, happen: (customer) => customer.sends('image') },
  'staff write in the vendor’s inbox': {
    isOwn: false,
    happen: (customer) => customer.isToldByStaff('Dạ em Tiên đây ạ'),
  },
  'another app writes': {
    isOwn: false,
    happen: (customer) => customer.isWrittenToBySomebody('Ưu đãi tháng 11!'),
  },
  'staff give it back': { isOwn: false, happen: (customer) => customer.experiences('staff.released') },
  'time passes': { isOwn: false, happen: () => stage.passUntil(stage.now() + 5 * hourMs) },
};

test('only the customer’s own words open the reply window: no echo and nothing the house does ever moves it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...Object.keys(happenings)), { minLength: 2, maxLength: 8 }),
      async (names) => {
        stage.restart(start);
        const customer = customerOn(stage, 'customer');
        await customer.says('chào em');
        for (const name of names) {
          const { isOwn, happen } = happenings[name] ?? { isOwn: true, happen: async () => undefined };
          const before = stage.commits.length;
          const at = stage.now();
          await happen(customer);
          const moved = stage.commits.slice(before).map(({ conversation }) => conversation.customerSpokeAt);
          expect(moved.filter((to) => to !== null)).toEqual(isOwn ? [at] : []);
        }
      },
    ),
    { numRuns: 60, seed: 20261125 },
  );
}, 120_000);

/** An appointment ten days ahead; after five days this happens; was the customer reminded on the ninth? */
async function isReminded(happens: (customer: Customer) => Promise<unknown>): Promise<boolean> {
  stage.restart(start);
  const customer = customerOn(stage, 'customer');
  await customer.says('đặt khám da quận 7 3h chiều 5/12, tên Tiên 0905000666');
  await customer.says('ok em');
  expect((await customer.record()).appointments).toHaveLength(1);
  await stage.passUntil(start + 120 * hourMs);
  await happens(customer);
  const before = customer.replies().length;
  await stage.passUntil(start + 240 * hourMs);
  return customer.replies().length > before;
}

test('where only staff have written since, nothing is sent once the channel’s window has passed', async () => {
  const staffWrite = async (customer: Customer) => {
    await customer.isToldByStaff('Dạ em Tiên đây ạ');
    await customer.experiences('staff.released');
  };
  expect(await isReminded(staffWrite)).toBe(false);
  expect(await isReminded((customer) => customer.says('cảm ơn em'))).toBe(true);
}, 60_000);
