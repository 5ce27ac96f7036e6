import { describe, expect, test } from 'vitest';
import { smallClinic } from '../../fixtures/small-clinic.ts';
import { at, now } from '../../fixtures/talk.ts';
import { guardRecords } from '../copy/guard/index.ts';
import { HandoffReason } from '../domain/clinic.ts';
import { type Facts, noFacts } from '../machines/facts.ts';
import { buildLexicon } from '../understanding/index.ts';
import { briefByRules } from './brief-by-rules.ts';
import { briefFacts } from './brief-facts.ts';
import { judgeBrief } from './judge-brief.ts';
import { knownFromFacts } from './known-from-facts.ts';

const slot = {
  treatment: 'peel',
  branch: 'north',
  staff: 'an',
  room: 'north-beds',
  place: 1,
  start: at('2026-11-24', '15:00'),
  end: at('2026-11-24', '16:00'),
};
const id = '00000000-0000-4000-8000-000000000001';

const facts: Facts = {
  ...noFacts,
  name: 'Ngọc Canary',
  phone: '+84912000111',
  wish: {
    treatment: 'filler',
    area: 'moi',
    branch: 'north',
    people: 2,
    when: { date: '2026-11-28', partOfDay: 'afternoon' },
  },
  bookings: [{ id, slot, status: 'booked' }],
  hold: { parts: [{ id, slot: { ...slot, start: at('2026-11-28', '14:00') } }], until: now + 600_000 },
  screening: { cleared: [], flagged: true },
  staffWord: { promised: true, concession: { amount: 200_000, confirmed: false } },
  changing: { kind: 'move', bookingId: id },
};

const contextOf = (of: Facts) => ({
  records: guardRecords(smallClinic, buildLexicon(smallClinic)),
  now,
  known: knownFromFacts(of, smallClinic),
});

describe('the facts of a brief', () => {
  test('tell what is wished, booked, kept, promised and open, and not who it is', () => {
    const told = briefFacts(smallClinic, facts, now);
    expect(told).toEqual([
      'Khách muốn: Filler môi, Cơ sở Bắc, 2 người, chiều thứ Bảy 28/11.',
      'Lịch hẹn: Peel da, 15h thứ Ba 24/11, Cơ sở Bắc, bác sĩ An.',
      'Đang giữ chỗ đến 10h10 sáng nay: Peel da, 14h thứ Bảy 28/11, Cơ sở Bắc, bác sĩ An.',
      'Khách muốn dời lịch.',
      'Có điều cần bác sĩ xem trước khi làm.',
      'Nhân viên đã hẹn trả lời khách mà chưa trả lời.',
      'Nhân viên có nhắc giảm 200.000đ, chưa được xác nhận.',
      'Đã có số điện thoại của khách.',
    ]);
    expect(told.join(' ')).not.toMatch(/Canary|912000111/);
  });

  test('leave out what is past or gone from the records', () => {
    const gone = { ...facts, wish: { treatment: 'no-longer', branch: 'moved', when: {} }, hold: null };
    const later = at('2026-12-24', '10:00');
    expect(briefFacts(smallClinic, gone, later)[0]).toBe('Khách muốn dời lịch.');
  });
});

describe('a brief by rules', () => {
  test('says why, what is known, and what was asked last, and fits its place', () => {
    const thread = [
      { by: 'customer', text: 'cho em hỏi giá filler' },
      { by: 'clinic', text: 'Dạ filler môi giá 3.500.000đ ạ.' },
      { by: 'customer', text: 'có bớt không' },
      { by: 'customer', text: 'à mà\nlàm có đau không' },
    ] as const;
    const brief = briefByRules({ reason: 'unanswered_question', facts: ['Khách muốn: Filler môi.'], thread });
    expect(brief).toMatchObject({
      title: 'Khách hỏi điều trợ lý chưa có thông tin',
      summary:
        'Khách hỏi điều trợ lý chưa có thông tin. Khách muốn: Filler môi. Khách nhắn sau cùng: “có bớt không”, “à mà làm có đau không”.',
    });
    const long = briefByRules({
      reason: 'complaint',
      facts: Array.from({ length: 40 }, () => 'Khách muốn: một điều rất dài.'),
      thread: [{ by: 'customer', text: 'a'.repeat(5_000) }],
    });
    expect(long.summary.length).toBeLessThanOrEqual(800);
  });

  test.each(HandoffReason.options)('for %s suggests nothing that the guard would stop', (reason) => {
    const brief = briefByRules({ reason, facts: [], thread: [] });
    expect(judgeBrief(brief, [brief.title, brief.summary], contextOf(noFacts))).toEqual({
      ...brief,
      objections: [],
    });
  });
});

describe('a model’s brief', () => {
  const honest = {
    title: 'Hỏi giá filler',
    summary: 'Khách muốn tiêm filler môi, hỏi giảm còn 2.000.000đ.',
    replies: ['Dạ em chào mình ạ, mình chờ em chút nhé ạ.'],
  };
  const said = ['filler môi giảm còn 2.000.000đ được không'];

  test('may repeat what the customer claims, and suggest what claims nothing', () => {
    expect(judgeBrief(honest, said, contextOf(noFacts))).toEqual({ ...honest, objections: [] });
  });

  test('may say the customer’s own booking, and no other', () => {
    const replies = [
      'Dạ mình có lịch Peel da 15h thứ Ba 24/11 ạ.',
      'Dạ mình có lịch Peel da 16h thứ Ba 24/11 ạ.',
    ];
    expect(judgeBrief({ ...honest, replies }, said, contextOf(facts)).replies).toEqual([replies[0]]);
    expect(judgeBrief({ ...honest, replies }, said, contextOf(noFacts)).replies).toEqual([]);
  });

  test.each([
    ['a price nobody named', { summary: 'Giá đã chốt 99.000đ.' }, 'summary'],
    ['a booking that was not made', { summary: 'Đã đặt lịch peel 9h thứ Tư 25/11 cho khách.' }, 'summary'],
    ['a price in its title', { title: 'Filler 99.000đ' }, 'title'],
  ] as const)('loses %s', (_what, part, lost) => {
    const judged = judgeBrief({ ...honest, ...part }, said, contextOf(noFacts));
    expect(judged[lost]).toBeNull();
    expect(judged.objections.length).toBeGreaterThan(0);
  });

  test('loses a suggestion that repeats the customer’s own false price', () => {
    const judged = judgeBrief(
      { ...honest, replies: ['Dạ filler môi 2.000.000đ ạ.'] },
      said,
      contextOf(noFacts),
    );
    expect(judged).toMatchObject({ summary: honest.summary, replies: [] });
  });
});
