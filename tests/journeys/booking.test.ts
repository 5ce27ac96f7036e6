import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Channel, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe.each<Channel>(['zalo', 'facebook'])('a customer on %s', (channel) => {
  test('asks for a price and a free time, and leaves with a confirmed appointment', async () => {
    const customer = world.customer(channel);
    const states: string[] = [];
    const seen = async () => states.push((await customer.conversation()).state);

    const first = await customer.says('Cho em hỏi giá peel da, mai 3h chiều còn chỗ không ạ?');
    expect(first.text).toContain('trợ lý tự động');
    expect(first.text).toContain('600.000đ');
    expect(first.text).toContain('15h ngày mai, thứ Ba 24/11 bên em còn chỗ');
    await seen();
    const second = await customer.says('dạ không có ạ');
    await seen();
    /** The first of the two journeys may choose a branch; the second finds one left, and is not asked. */
    if (second.text.includes('cơ sở nào')) {
      expect((await customer.taps(second, second.choices[0]?.title ?? '')).text).toContain('tên');
      await seen();
    }
    expect((await customer.says('em tên Ngọc Thử ạ')).text).toContain('số điện thoại');
    await seen();
    const summary = await customer.says('0912 000 111');
    await seen();
    expect(summary.text).toMatch(/Peel da.*15h ngày mai, thứ Ba 24\/11.*Ngọc Thử.*0912000111/s);
    const confirmed = await customer.says('dạ đúng rồi');
    expect(confirmed.text).toMatch(/Peel da.*15h ngày mai, thứ Ba 24\/11.*0912000111/s);
    await seen();

    expect(states[0]).toBe('automated.qualify.askingScreening');
    expect(states).toContain('automated.book.askingContact');
    expect(states).toContain('automated.book.askingAgreement');
    expect(states.at(-1)).toBe('automated.idle');

    const [appointment] = await world.sql<Record<string, unknown>>(
      `select a.treatment_key, a.status, a.starts_at, cu.name, cu.phone
       from appointments a join conversations c using (clinic_id, conversation_id) join customers cu on cu.customer_id = c.customer_id
       where c.contact_id = $1`,
      [customer.id],
    );
    expect(appointment).toMatchObject({
      treatment_key: 'peel',
      status: 'booked',
      starts_at: new Date('2026-11-24T15:00:00+07:00'),
      name: 'Ngọc Thử',
      phone: '0912000111',
    });

    const { steps, appointments, messages } = await customer.conversation();
    expect(steps.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['customer.said', 'availability.known', 'slot.held', 'booking.made']),
    );
    expect(appointments).toHaveLength(1);
    expect(messages.at(0)).toMatchObject({ author: 'customer' });
    expect(
      messages.filter(({ author }) => author === 'bot').every(({ delivery }) => delivery === 'sent'),
    ).toBe(true);
  });

  test('who wants a closed hour is told why, and offered hours that can be had', async () => {
    const customer = world.customer(channel);
    const answer = await customer.says('đặt lịch khám da 10h tối thứ 6 ở quận 3');
    expect(answer.text).toContain('ngoài giờ làm việc');
    expect(answer.choices.length).toBeGreaterThan(0);
    const title = answer.choices[0]?.title ?? '';
    const taken = await customer.taps(answer, title);
    expect(taken.text).toContain('tên');
    const { messages } = await customer.conversation();
    expect(messages.filter(({ author }) => author === 'customer').at(-1)?.text).toBe(title);
  });
});

test('two customers who want the only place at one hour: one is booked, the other is offered another hour', async () => {
  const rivals = [world.customer('zalo'), world.customer('facebook')];
  const answers = await Promise.all(
    rivals.map((rival) =>
      rival.says('đặt tắm trắng 10h sáng thứ 3 tuần sau ở quận 7, tên Rival, 0912000222'),
    ),
  );
  await Promise.all(rivals.map((rival) => rival.says('không có ạ')));
  await Promise.all(rivals.map((rival) => rival.says('ok')));
  expect(answers).toHaveLength(2);
  const booked = await world.sql<{ n: string }>(
    `select count(*) as n from appointments where treatment_key = 'tam_trang' and status = 'booked'`,
  );
  expect(Number(booked[0]?.n)).toBe(1);
  const overlaps = await world.sql(
    `select 1 from appointments a join appointments b on a.clinic_id = b.clinic_id and a.staff_key = b.staff_key and a.appointment_id < b.appointment_id
       and a.during && b.during and a.status = 'booked' and b.status = 'booked'`,
  );
  expect(overlaps).toEqual([]);
});
