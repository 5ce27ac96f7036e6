import type { Appointment } from '@glowbot/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

async function staff(path: string, body: object): Promise<Appointment> {
  const answer = await fetch(`${world.server.url}/api/appointments/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${world.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Appointment;
}

/** What the clinic writes to a customer who has said nothing. */
async function told(customer: ReturnType<World['customer']>, doing: () => Promise<unknown>): Promise<string> {
  const before = world.simulator.sends(customer.id).length;
  await doing();
  const sends = await world.simulator.waitForSends(customer.id, before + 1, 20_000);
  return sends.at(-1)?.text ?? '';
}

async function bookedBy(wish: string) {
  const customer = world.customer('facebook');
  let answer = await customer.says(`${wish}, em tên Lan, sđt 0912000222`);
  if (/mang thai|dị ứng|kim loại/.test(answer.text)) answer = await customer.says('dạ không có ạ');
  expect(answer.text).toContain('Dịch vụ');
  const confirmed = await customer.says('dạ đúng rồi ạ');
  const [id] = (await customer.conversation()).appointments.map((appointment) => appointment.id);
  return { customer, id: id ?? '', confirmed: confirmed.text };
}

const at = (time: string) => Date.parse(`${time}:00+07:00`);
const timersOf = (id: string) =>
  world.sql<{ name: string; due: number }>(
    `select split_part(name, ':', 1) as name, extract(epoch from due_at)::float8 * 1000 as due from timers
     where name like '%' || $1 order by due_at`,
    [id],
  );

test('whom staff move hears of the new time once, is reminded of it, and can cancel it by chat', async () => {
  const { customer, id } = await bookedBy('cho em đặt lịch khám soi da ở cơ sở 1 lúc 10h sáng ngày 26/11');
  const start = at('2026-11-26T15:00');
  const text = await told(customer, () => staff(`${id}/move`, { start }));
  expect(text).toMatch(/dời.*Lịch cũ: 10h.*26\/11.*Lịch mới: 15h.*26\/11/s);
  expect(await timersOf(id)).toEqual([
    { name: 'reminder24h', due: start - 86_400_000 },
    { name: 'reminder2h', due: start - 7_200_000 },
  ]);
  expect((await customer.says('cho em hủy lịch với ạ')).text).toMatch(/15h.*26\/11/);
  expect((await customer.says('dạ đúng')).text).toMatch(/hủy/);
  expect((await customer.conversation()).appointments.map(({ status }) => status)).toEqual(['cancelled']);
  expect(await timersOf(id)).toEqual([]);
});

test('whom staff cancel hears it, and has nothing left to come to', async () => {
  const { customer, id } = await bookedBy('cho em đặt lịch khám soi da ở cơ sở 1 lúc 10h sáng ngày 27/11');
  const text = await told(customer, () => staff(`${id}/cancel`, {}));
  expect(text).toMatch(/hủy.*10h.*27\/11|10h.*27\/11.*hủy/s);
  expect(await timersOf(id)).toEqual([]);
  expect((await customer.says('lịch của em mấy giờ vậy')).text).not.toMatch(/10h/);
});

test('a deposit that staff have received makes the booking stand, and the customer hears so', async () => {
  const { customer, id, confirmed } = await bookedBy('cho em đặt lịch hifu mặt lúc 14h ngày 27/11');
  expect(confirmed).toMatch(/cọc/);
  const text = await told(customer, () => staff(`${id}/deposit`, { state: 'received' }));
  expect(text).toMatch(/200\.000đ/);
  expect((await customer.conversation()).appointments.map(({ status }) => status)).toEqual(['booked']);
});
