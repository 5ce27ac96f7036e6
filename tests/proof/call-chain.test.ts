import { demoClinic } from '@glowbot/demo-clinic';
import { dayMs, hourMs, minuteMs, type Notifier } from '@glowbot/core';
import { type Customer, customerOn, openStage, type Stage, type StageOptions } from '@glowbot/rehearsal';
import { skills } from '@glowbot/server';
import { afterEach, describe, expect, test } from 'vitest';

const monday = Date.parse('2026-11-23T10:00:00+07:00');
const mondayNight = Date.parse('2026-11-23T23:40:00+07:00');

const stages: Stage[] = [];
afterEach(() => Promise.all(stages.splice(0).map((stage) => stage.stop())));

async function open(
  now: number,
  options: Partial<StageOptions> = {},
): Promise<{ stage: Stage; customer: Customer; calls: () => [number, string, string][] }> {
  const stage = await openStage({ clinic: demoClinic(), skills, now, ...options });
  stages.push(stage);
  /** Minutes after the beginning, and who was called by which way. */
  const calls = () =>
    stage.calls.map(({ at, by, to }): [number, string, string] => [
      Math.floor((at - now) / minuteMs),
      by,
      to,
    ]);
  return { stage, customer: customerOn(stage, 'khach'), calls };
}

/** Everything that was decided about the handoff, from the journal of the conversation. */
const steps = async (customer: Customer) => (await customer.record()).steps.map(({ event }) => event);

describe('somebody asks for a person', () => {
  test('the chain is called one after the other at its minutes, twice, and every call is in the journal', async () => {
    const { stage, customer, calls } = await open(monday);
    await customer.says('cho mình gặp nhân viên tư vấn');
    await stage.passUntil(monday + 4 * hourMs);
    expect(calls()).toEqual([
      [0, 'email', 'letan@lacdien.example'],
      [15, 'email', 'tien@lacdien.example'],
      [35, 'sms', '0900 000 116'],
      [55, 'email', 'letan@lacdien.example'],
      [70, 'email', 'tien@lacdien.example'],
      [90, 'sms', '0900 000 116'],
    ]);
    expect((await customer.record()).state).toBe('handoff.unattended');
    const called = (await customer.record()).commits.flatMap(({ handoffs }) =>
      handoffs.flatMap((one) => (one.kind === 'called' ? [[one.step, one.person]] : [])),
    );
    expect(called).toEqual([
      [1, 'le_tan'],
      [2, 'cskh_tien'],
      [3, 'bs_nghi'],
      [4, 'le_tan'],
      [5, 'cskh_tien'],
      [6, 'bs_nghi'],
      [7, null],
    ]);
    expect((await steps(customer)).filter((event) => event === 'timer.fired')).toHaveLength(6);
  });

  test('whoever acknowledges stops the calls; half an hour without a word starts them again', async () => {
    const { stage, customer, calls } = await open(monday);
    await customer.says('cho mình gặp nhân viên tư vấn');
    await stage.passUntil(monday + 14 * minuteMs);
    const acknowledged = { kind: 'staff.acknowledged', id: 'ack', at: stage.now(), by: 'le_tan' } as const;
    await stage.happens('khach', acknowledged);
    await stage.passUntil(monday + 40 * minuteMs);
    expect(calls()).toHaveLength(1);
    await stage.passUntil(monday + 50 * minuteMs);
    expect(calls().slice(1)).toEqual([[44, 'email', 'tien@lacdien.example']]);
  });

  test('an acknowledgement in the very minute the time runs out counts', async () => {
    const { stage, customer, calls } = await open(monday);
    await customer.says('cho mình gặp nhân viên tư vấn');
    const due = stage.commits.flatMap(({ setTimers }) => setTimers).find(({ name }) => name === 'unattended');
    const conversation = stage.conversationOf('khach');
    await stage.passUntil((due?.dueAt ?? 0) - 1);
    /** Put into the inbox without giving the engine time: the turn that takes it finds the timer due as well. */
    await stage.store.receiveFromHouse(stage.scope, conversation, {
      kind: 'staff.acknowledged',
      id: 'ack',
      at: stage.now(),
      by: 'le_tan',
    });
    await stage.passUntil((due?.dueAt ?? 0) + minuteMs);
    expect((await customer.record()).state).toBe('handoff.acknowledged');
    expect(calls()).toHaveLength(1);
  });

  test('a way that does not work is passed over, and a person nobody can reach as well', async () => {
    const told: string[] = [];
    const broken: Notifier = { name: 'email', deliver: async () => ({ kind: 'failed', code: 'refused' }) };
    const door: Notifier = {
      name: 'zalo',
      deliver: async (_, to) => {
        told.push(to);
        return { kind: 'delivered' };
      },
    };
    const { customer, stage } = await open(monday, { notifiers: [broken, door] });
    await customer.says('cho mình gặp nhân viên tư vấn');
    await stage.passUntil(monday + minuteMs);
    expect(told).toEqual(['cskh-tien']);
  });
});

describe('an emergency at night', () => {
  test('calls whoever is on duty by every way at once, and the next after five minutes, asleep or not', async () => {
    const { stage, customer, calls } = await open(mondayNight);
    const [card] = await customer.says('em mới tiêm filler chiều nay, giờ mắt nhìn mờ, đau nhức dữ lắm');
    expect(card?.text).toContain('115');
    await stage.passUntil(mondayNight + 12 * minuteMs);
    expect(calls()).toEqual([
      [0, 'sms', '0900 000 115'],
      [0, 'zalo', 'bs-lac'],
      [0, 'email', 'bs.lac@lacdien.example'],
      [5, 'sms', '0900 000 116'],
      [5, 'email', 'bs.nghi@lacdien.example'],
      [10, 'email', 'tien@lacdien.example'],
      [10, 'zalo', 'cskh-tien'],
    ]);
    expect(stage.calls.every(({ priority }) => priority === 'urgent')).toBe(true);
  });

  test('keeps telling whom to call when nobody came in time, though it is night', async () => {
    const { stage, customer } = await open(mondayNight);
    await customer.says('em mới tiêm filler chiều nay, giờ mắt nhìn mờ, đau nhức dữ lắm');
    await stage.passUntil(mondayNight + 30 * minuteMs);
    expect(customer.replies()).toHaveLength(2);
    expect(customer.replies()[1]?.text).toContain('115');
  });

  test('asking for a person at night promises the morning, and wakes nobody', async () => {
    const { stage, customer, calls } = await open(mondayNight);
    const [answer] = await customer.says('cho mình gặp nhân viên tư vấn');
    expect(answer?.text).toMatch(/sáng mai/u);
    await stage.passUntil(mondayNight + 8 * hourMs);
    expect(calls()).toEqual([]);
    await stage.passUntil(mondayNight + 10 * hourMs);
    expect(calls()[0]?.[1]).toBe('email');
  });
});

describe('what the engine cannot answer itself', () => {
  test('words of yesterday get an apology and a person, not an automatic answer', async () => {
    const { stage, customer, calls } = await open(monday);
    const text = 'mai em qua lúc 9h được không, giá peel nhiêu';
    const at = monday - dayMs / 2 - minuteMs;
    await stage.deliver([
      {
        kind: 'message',
        id: 'cu',
        messageId: 'cu',
        accountId: 'stage',
        contactId: 'khach',
        at,
        text,
        attachments: [],
      },
    ]);
    const record = await customer.record();
    expect(record.handoffs).toEqual([{ reason: 'came_late', priority: 'normal', isOpen: true }]);
    expect(record.appointments).toEqual([]);
    expect(customer.replies()).toMatchObject([{ text: expect.stringMatching(/xin lỗi/u) }]);
    expect(calls()).toHaveLength(1);
  });

  test('a turn that fails again and again gets an apology, urgent calls and a chart in human hands', async () => {
    const { stage, customer, calls } = await open(monday, {
      onStep: (_, event) => {
        if (event.type === 'customer.said') throw new TypeError('planted');
      },
    });
    await customer.says('cho em hỏi giá');
    await stage.passUntil(monday + 2 * minuteMs);
    const record = await customer.record();
    expect(record.handoffs).toEqual([{ reason: 'quarantined', priority: 'urgent', isOpen: true }]);
    expect(record.state).toBe('handoff.waitingForStaff');
    expect(customer.replies()).toMatchObject([{ text: expect.stringMatching(/trục trặc|lỗi/u) }]);
    expect(calls().length).toBeGreaterThan(0);
    stage.troubles.length = 0;
  });

  test('where even the chart fails, people are called without it', async () => {
    const { stage, customer, calls } = await open(monday, {
      onStep: () => {
        throw new TypeError('planted');
      },
    });
    await customer.says('cho em hỏi giá');
    await stage.passUntil(monday + 5 * minuteMs);
    expect(await stage.store.openHandoffs(stage.scope)).toMatchObject([
      { reason: 'quarantined', priority: 'urgent' },
    ]);
    expect(calls().length).toBeGreaterThan(0);
    stage.troubles.length = 0;
  });
});
