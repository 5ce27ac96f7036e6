import { describe, expect, test } from 'vitest';
import { smallClinic } from '../../fixtures/small-clinic.ts';
import { toInstant } from '../domain/clinic-time.ts';
import type { ReplyPlan } from '../engine/reply-plan.ts';
import { copyFacts, copyKeys } from './copy-key.ts';
import { languages } from './language.ts';
import { catalogues, word } from './word.ts';
import { type Sentence, wordingsOf } from './wording.ts';
import { wordsOf } from './words.ts';

const now = toInstant({ date: '2026-11-23', time: '10:00' }, smallClinic.zone);
const start = toInstant({ date: '2026-11-24', time: '15:00' }, smallClinic.zone);
const appointment = {
  treatment: 'peel',
  area: null,
  branch: 'north',
  staff: 'an',
  start,
  name: 'Lan',
  phone: '0912345678',
};

/** Facts that fit any key: each sentence takes those it needs. */
const everything = {
  ...appointment,
  unit: 'buổi',
  amount: 600_000,
  min: 99_000,
  max: 300_000,
  sessions: 5,
  answer: 'Có ạ.',
  say: 'Chưa có ạ.',
  branches: 'north south',
  refusal: 'full',
  date: '2026-11-24',
  time: '15:30',
  times: `${start}@north`,
  candidates: ['an', 'binh'],
  visits: [
    { ...appointment, who: null },
    { ...appointment, who: 'Mai' },
  ],
  bookings: [appointment, appointment],
  until: start,
  opensAt: start,
  oldStart: start,
  oldBranch: 'north',
  minAge: 18,
  event: '2027-02-06',
  lastDay: '2027-01-25',
  firstDay: '2026-12-01',
  perSession: 120_000,
  why: 'package',
  checkIn: 0,
  promotion: 'autumn',
  usual: 900_000,
  daysLeft: 2,
  one: 'peel',
  other: 'filler',
  minArea: 'moi',
  maxArea: 'moi',
  lines: [{ treatment: 'peel', area: null, unit: 'buổi', min: 600_000, max: null }],
};

/** The small clinic has no promotion of its own: nothing else reads about one. */
const clinic = {
  ...smallClinic,
  promotions: [
    {
      key: 'autumn',
      title: 'Mùa thu',
      treatments: ['peel', 'filler'],
      validFrom: '2026-11-01',
      validTo: '2026-11-30',
      offer: { kind: 'combo' as const, amount: 600_000 },
      conditions: 'Một lần mỗi khách',
    },
  ],
};

const plan = (part: Partial<ReplyPlan>): ReplyPlan => ({
  language: 'vi',
  address: null,
  turn: 0,
  introduce: false,
  says: [],
  ask: null,
  ...part,
});

describe.each(languages)('in %s', (language) => {
  test.each(copyKeys)('%s can be said the first time and again', (key) => {
    const words = wordsOf(clinic, { language, address: null, now });
    const facts = copyFacts[key].parse(everything);
    const said = catalogues[language].sentences[key] as Sentence<typeof facts>;
    for (const wording of wordingsOf(said)) {
      const sentence = wording(facts, words);
      expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
      expect(sentence.trim().length).toBeGreaterThan(3);
    }
  });
});

describe('the words of a reply', () => {
  test('begin with who is writing, and say "Dạ" once', () => {
    const { text } = word(
      plan({
        introduce: true,
        says: [
          {
            type: 'say',
            key: 'price.fixed',
            facts: { treatment: 'peel', area: null, amount: 600_000, unit: 'buổi' },
          },
          { type: 'say', key: 'availability.free', facts: { start, branches: 'north south' } },
        ],
      }),
      smallClinic,
      now,
    );
    expect(text).toBe(
      [
        'Dạ em là trợ lý tự động của Thử Nghiệm ạ.',
        'Peel da bên em giá 600.000đ/buổi ạ.',
        '15h ngày mai, thứ Ba 24/11 bên em còn chỗ ở Cơ sở Bắc hoặc Cơ sở Nam ạ.',
      ].join('\n'),
    );
  });

  test('offer times as choices that carry their whole meaning', () => {
    const { choices } = word(
      plan({
        ask: {
          type: 'ask',
          question: 'time',
          key: 'ask.timeChoices',
          facts: { times: `${start}@north` },
          choices: [{ kind: 'time', start, branch: 'north' }],
          times: 1,
        },
      }),
      smallClinic,
      now,
    );
    expect(choices).toEqual([
      {
        title: '15h thứ Ba 24/11',
        meaning: { entities: { branch: 'north', when: { date: '2026-11-24', time: '15:00' } } },
      },
    ]);
  });

  test('change when the same question is asked again', () => {
    const asked = (times: number) =>
      word(
        plan({ ask: { type: 'ask', question: 'name', key: 'ask.name', facts: {}, choices: [], times } }),
        smallClinic,
        now,
      ).text;
    expect(asked(2)).not.toBe(asked(1));
  });

  test('are refused when a fact is missing, instead of being said with a hole', () => {
    expect(() =>
      word(
        plan({ says: [{ type: 'say', key: 'price.fixed', facts: { treatment: 'peel' } }] }),
        smallClinic,
        now,
      ),
    ).toThrow();
  });

  test('are refused when they name a record the clinic does not have', () => {
    const facts = { treatment: 'botox', area: null, amount: 1, unit: 'vùng' };
    expect(() =>
      word(plan({ says: [{ type: 'say', key: 'price.fixed', facts }] }), smallClinic, now),
    ).toThrow('RECORD_MISSING');
  });
});
