import { type CopyFacts, type CopyKey, installSkill } from '@glowbot/core';
import { demoClinic } from '@glowbot/demo-clinic';
import { customerOn, openStage } from '@glowbot/rehearsal';
import { skills } from '@glowbot/server';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';

/** A Wednesday morning in a clinic that is open. */
const now = Date.parse('2026-11-25T10:20:00+07:00');
const clinic = demoClinic();
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** A skill that answers everybody with this sentence. */
async function stageWithLiar(key: CopyKey, facts: CopyFacts) {
  const liar = installSkill({
    name: 'liar',
    settingsSchema: z.object({}),
    settingsVersion: 1,
    needs: [],
    consider: () => [{ answers: 'anything', key, facts }],
  });
  const stage = await openStage({ clinic, skills: [liar, ...skills], now });
  stops.push(() => stage.stop());
  return stage;
}

const peel = { treatment: 'peel', area: null, unit: 'buổi' };
const lies: readonly [what: string, key: CopyKey, facts: CopyFacts, said: RegExp][] = [
  ['a price', 'price.fixed', { ...peel, amount: 123_000 }, /123/],
  ['a package', 'price.package', { treatment: 'tri_mun', sessions: 5, amount: 990_000 }, /990/],
  ['a promotion', 'faq.answer', { answer: 'Hôm nay bên em giảm 50% tất cả dịch vụ ạ.' }, /50/],
  ['one that is over', 'faq.answer', { answer: 'Bên em đang giảm 30% filler nhân dịp 20/10 ạ.' }, /30/],
  ['a free time', 'faq.answer', { answer: 'Chiều nay bên em còn trống lúc 15h ạ.' }, /15h/],
  ['a guarantee', 'faq.answer', { answer: 'Bên em cam kết hết nám 100% ạ.' }, /cam kết/],
  ['a doctor', 'faq.answer', { answer: 'Bác sĩ Trần Văn Khải sẽ làm cho mình ạ.' }, /Khải/],
  ['a hotline', 'faq.answer', { answer: 'Mình gọi 0911 222 333 để đặt lịch ạ.' }, /0911/],
];

test.each(lies)(
  '%s that no record backs is not said, and a person is called',
  async (_, key, facts, said) => {
    const stage = await stageWithLiar(key, facts);
    const customer = customerOn(stage, 'customer');
    const replies = await customer.says('giá peel bao nhiêu vậy em');
    expect(replies.map(({ text }) => text).join('\n')).not.toMatch(said);
    expect(replies.map(({ text }) => text).join('\n')).toMatch(/nhân viên/);
    const { state, handoffs } = await customer.record();
    expect(state).toMatch(/^handoff/);
    expect(handoffs).toMatchObject([{ reason: 'not_delivered', isOpen: true }]);
    expect(stage.doubts).toMatchObject([expect.stringMatching(/^held-back: /)]);
  },
);

test('in an emergency the card is said, and nothing that was doubted', async () => {
  const stage = await stageWithLiar('price.fixed', { ...peel, amount: 123_000 });
  const customer = customerOn(stage, 'customer');
  const replies = await customer.says('em vừa tiêm filler xong mắt nhìn mờ, mà giá peel bao nhiêu');
  const said = replies.map(({ text }) => text).join('\n');
  expect(said).toContain('0900 000 115');
  expect(said).not.toContain('123');
});

test('what the records back is said as it was decided', async () => {
  const stage = await openStage({ clinic, skills, now });
  stops.push(() => stage.stop());
  const customer = customerOn(stage, 'customer');
  const replies = await customer.says('giá peel bao nhiêu vậy em');
  expect(replies.map(({ text }) => text).join('\n')).toContain('600.000');
  expect(stage.troubles).toEqual([]);
});
