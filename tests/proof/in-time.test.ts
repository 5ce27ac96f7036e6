import { buildLexicon, understand, type Wish } from '@glowbot/core';
import { demoClinic } from '@glowbot/demo-clinic';
import { describe, expect, test } from 'vitest';
import { inTime } from '@glowbot/in-time';

const clinic = demoClinic();
const lexicon = buildLexicon(clinic);
const now = { date: '2026-11-25', time: '10:00' };

function answersTo(text: string, wish: Wish = { when: {} }, records = clinic, spareDays = 0) {
  const understanding = understand({ text, now: Date.parse('2026-11-25T10:00:00+07:00') }, lexicon);
  const turn = { understanding, words: [text], wish, clinic: records, now };
  return inTime.consider(turn, {}, { spareDays });
}

describe('a treatment before an event', () => {
  test.each([
    /** 20 December less three days of swelling, less the day itself. */
    ['em cưới ngày 20/12 giờ tiêm filler môi kịp không ạ', 'event.lastDay', { lastDay: '2026-12-16' }],
    /** The first day of Tết is 6 February 2027; seven days of peeling before it. */
    ['phun môi có kịp Tết không em', 'event.lastDay', { event: '2027-02-06', lastDay: '2027-01-29' }],
    /** Closed from 4 February: the fifth session on the 3rd, and seven days between any two. */
    ['trị mụn 5 buổi có kịp Tết không', 'event.course', { sessions: 5, firstDay: '2027-01-06' }],
    /** Six sessions, fourteen days apart, need ten weeks. */
    ['em cưới ngày 20/12 giờ trị nám kịp không ạ', 'event.tooLate', { event: '2026-12-20' }],
    ['còn 2 ngày nữa em chụp ảnh cưới, làm filler môi kịp không', 'event.tooLate', { event: '2026-11-27' }],
  ])('%s', (text, key, facts) => {
    expect(answersTo(text)).toMatchObject([{ key, facts }]);
  });

  test('is the one talked about, where none is named', () => {
    expect(answersTo('vậy có kịp Tết không em', { treatment: 'phun_moi', when: {} })).toMatchObject([
      { facts: { treatment: 'phun_moi' } },
    ]);
  });

  test('gets no day from records that say nothing of downtime: it is a question for people', () => {
    const treatments = clinic.treatments.map(({ rules: _, ...treatment }) => treatment);
    expect(answersTo('phun môi có kịp Tết không em', { when: {} }, { ...clinic, treatments })).toEqual([
      { answers: 'in time phun_moi', open: 'phun môi có kịp Tết không em' },
    ]);
  });

  test('may be given days to spare by the clinic', () => {
    expect(
      answersTo('em cưới ngày 20/12 giờ tiêm filler môi kịp không ạ', { when: {} }, clinic, 7),
    ).toMatchObject([{ facts: { lastDay: '2026-12-09' } }]);
  });

  test.each([
    'em đến trễ 10 phút có kịp không',
    'mai 3h còn chỗ không em',
    'Tết này mở cửa không ạ',
    'em sắp cưới rồi, trị nám còn kịp không',
  ])('“%s” asks about no event with a day', (text) => {
    expect(answersTo(text)).toEqual([]);
  });
});
