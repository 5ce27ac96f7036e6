import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain } from './explain.ts';
import type { History, Touch } from './history.ts';
import { judge } from './judge.ts';
import { RuleSet, standardRules } from './rules.ts';

const hour = 3_600_000;
/** The booking's moment; every event is told in hours before it. */
const made = Date.parse('2026-11-25T10:00:00+07:00');

/**
 * A history in one line: `ad@30` an advertisement thirty hours before, `bot@1` and `staff@2` words, `follow-up@48`; `by:staff` who made
 * the booking. A negative number is after it.
 */
function history(line: string): History {
  const told: History = {
    customer: 'k',
    touches: [],
    words: [],
    bookings: [
      { id: 'b', treatment: 'peel', madeAt: made, madeBy: 'chat', changes: [{ at: made, status: 'booked' }] },
    ],
  };
  for (const [place, part] of line.split(' ').filter(Boolean).entries()) {
    const [what = '', when = ''] = part.split('@');
    const at = made - Number(when) * hour;
    const id = `${what}${place}`;
    const by = /^by:(chat|staff|import)$/.exec(what)?.[1] as 'chat' | 'staff' | 'import' | undefined;
    const [booking] = told.bookings;
    if (by && booking) booking.madeBy = by;
    else if (what === 'bot' || what === 'staff') told.words.push({ id, at, author: what });
    else told.touches.push({ id, at, kind: what as Touch['kind'], evidence: {} });
  }
  return told;
}

describe('the verdict on', () => {
  test.each([
    // The assistant alone.
    ['bot@1', 'by-assistant', 'booked-by-assistant'],
    ['organic@2 bot@1', 'by-assistant', 'booked-by-assistant'],
    ['ad@5 bot@5 bot@1', 'by-assistant', 'booked-by-assistant'],
    ['link@70 bot@71', 'by-assistant', 'booked-by-assistant'],
    ['qr@3 bot@3', 'by-assistant', 'booked-by-assistant'],
    ['menu@1 bot@1 bot@0', 'by-assistant', 'booked-by-assistant'],
    ['bot@0', 'by-assistant', 'booked-by-assistant'],
    ['bot@72', 'by-assistant', 'booked-by-assistant'],
    // Staff long before do not count, and not after.
    ['staff@73 bot@1', 'by-assistant', 'booked-by-assistant'],
    ['staff@720 bot@2', 'by-assistant', 'booked-by-assistant'],
    ['bot@1 staff@-1', 'by-assistant', 'booked-by-assistant'],
    ['bot@1 staff@-48 bot@-49', 'by-assistant', 'booked-by-assistant'],
    // Both.
    ['staff@72 bot@1', 'assisted', 'assisted'],
    ['staff@1 bot@2', 'assisted', 'assisted'],
    ['bot@5 staff@4 bot@0', 'assisted', 'assisted'],
    ['ad@10 bot@9 staff@8', 'assisted', 'assisted'],
    ['staff@0 bot@0', 'assisted', 'assisted'],
    ['follow-up@24 staff@20 bot@1', 'assisted', 'assisted'],
    ['follow-up@24 bot@1 staff@72', 'assisted', 'assisted'],
    // Won back.
    ['follow-up@24 bot@1', 'won-back', 'won-back-by-follow-up'],
    ['follow-up@1', 'won-back', 'won-back-by-follow-up'],
    ['follow-up@336 bot@1', 'won-back', 'won-back-by-follow-up'],
    ['follow-up@0 bot@0', 'won-back', 'won-back-by-follow-up'],
    ['ad@2000 follow-up@100 bot@1', 'won-back', 'won-back-by-follow-up'],
    ['follow-up@300 staff@100 bot@1', 'won-back', 'won-back-by-follow-up'],
    ['follow-up@24 follow-up@100 bot@1', 'won-back', 'won-back-by-follow-up'],
    // A follow-up too long ago, or after the booking, won nothing.
    ['follow-up@337 bot@1', 'by-assistant', 'booked-by-assistant'],
    ['follow-up@1000 bot@1', 'by-assistant', 'booked-by-assistant'],
    ['follow-up@-1 bot@1', 'by-assistant', 'booked-by-assistant'],
    ['follow-up@337 staff@1 bot@1', 'assisted', 'assisted'],
    // The clinic's own.
    ['by:staff', 'own', 'entered-by-clinic'],
    ['by:staff bot@1', 'own', 'entered-by-clinic'],
    ['by:staff follow-up@2 bot@1', 'own', 'entered-by-clinic'],
    ['by:staff ad@5 bot@5', 'own', 'entered-by-clinic'],
    ['by:import', 'own', 'entered-by-clinic'],
    ['by:import staff-entered@1', 'own', 'entered-by-clinic'],
    // Nothing shows who earned it.
    ['', 'unknown', null],
    ['staff@1', 'unknown', null],
    ['bot@73', 'unknown', null],
    ['ad@1', 'unknown', null],
    ['staff@1 bot@100', 'unknown', null],
    ['bot@-1', 'unknown', null],
  ] as const)('“%s” is %s', (line, category, rule) => {
    const verdict = judge(history(line), 'b', standardRules);
    expect(verdict).toMatchObject({ category, rule, rulesVersion: 1, booking: 'b' });
    /** Every rule before the one that decided says what it lacked. */
    const before = standardRules.rules.findIndex(({ key }) => key === rule);
    expect(verdict?.notMatched).toHaveLength(before < 0 ? standardRules.rules.length : before);
    for (const language of ['vi', 'en'] as const) {
      const lines = verdict ? explain(verdict, standardRules, language) : [];
      expect(lines).toHaveLength(2 + (verdict?.notMatched.length ?? 0));
      expect(lines.join('\n')).not.toMatch(/undefined|null|NaN/);
    }
  });
});

test('an explanation can be read by whoever pays', () => {
  const verdict = judge(history('staff@3 bot@1'), 'b', standardRules);
  expect(verdict && explain(verdict, standardRules, 'vi')).toEqual([
    'Trợ lý hỗ trợ',
    'Bộ quy tắc 1: Lịch chốt trong cuộc trò chuyện, cả trợ lý và nhân viên cùng nhắn trong 72 giờ trước đó.',
    'Không áp dụng: Lịch do nhân viên nhập hoặc chuyển từ sổ cũ là của phòng khám. (lịch do bên khác tạo)',
    'Không áp dụng: Khách đặt lịch trong 14 ngày sau tin chăm sóc của trợ lý, nhân viên không nhắn trong 72 giờ trước đó. (không có tiếp xúc như vậy trong 14 ngày)',
    'Không áp dụng: Trợ lý chốt lịch trong cuộc trò chuyện, nhân viên không nhắn trong 72 giờ trước đó. (nhân viên đã nhắn 1 tin trong 72 giờ trước đó)',
  ]);
});

const event = fc.tuple(
  fc.constantFrom('bot', 'staff', 'ad', 'link', 'qr', 'follow-up', 'menu', 'organic'),
  fc.integer({ min: -100, max: 500 }),
);
const histories = fc
  .tuple(fc.array(event, { maxLength: 12 }), fc.constantFrom('chat', 'staff', 'import'))
  .map(([events, by]) => history([`by:${by}`, ...events.map(([what, at]) => `${what}@${at}`)].join(' ')));

/** The same events as other deliveries would bring them: in another order, some of them twice. */
const shuffled = (told: History) =>
  fc
    .tuple(
      fc.shuffledSubarray(told.touches, { minLength: told.touches.length }),
      fc.shuffledSubarray(told.words, { minLength: told.words.length }),
      fc.subarray(told.touches),
      fc.subarray(told.words),
    )
    .map(([touches, words, touchesAgain, wordsAgain]) => ({
      ...told,
      touches: [...touchesAgain, ...touches],
      words: [...words, ...wordsAgain],
    }));

test('in whatever order and however often webhooks arrive, the verdict is the same, evidence included', () => {
  const pairs = histories.chain((told) => shuffled(told).map((other) => [told, other] as const));
  fc.assert(
    fc.property(pairs, ([told, other]) => {
      expect(judge(other, 'b', standardRules)).toEqual(judge(told, 'b', standardRules));
    }),
    { numRuns: 500 },
  );
});

test('a verdict walked again from what is stored is the same verdict', () => {
  fc.assert(
    fc.property(histories, (told) => {
      const stored = JSON.parse(JSON.stringify({ told, rules: standardRules }));
      expect(judge(stored.told, 'b', RuleSet.parse(stored.rules))).toEqual(judge(told, 'b', standardRules));
    }),
  );
});

test('another clinic’s contract is another list of rules, and its version stands in the verdict', () => {
  const rules = RuleSet.parse({
    version: 7,
    sameOutcomeDays: 0,
    rules: [
      {
        key: 'from-ads',
        category: 'assisted',
        words: { vi: 'Khách từ quảng cáo.', en: 'From an advertisement.' },
        when: [{ kind: 'touch', of: ['ad'], withinDays: 7 }],
      },
    ],
  });
  expect(judge(history('ad@100'), 'b', rules)).toMatchObject({
    category: 'assisted',
    rule: 'from-ads',
    rulesVersion: 7,
  });
  expect(judge(history('bot@1'), 'b', rules)).toMatchObject({ category: 'unknown', rule: null });
});
