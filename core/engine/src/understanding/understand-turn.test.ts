import { expect, test } from 'vitest';
import { clinic } from './fixtures/clinic.ts';
import { buildLexicon } from './clinic/lexicon.ts';
import { understandTurn } from './understand-turn.ts';
import type { Expectation } from './understanding.ts';

const lexicon = buildLexicon(clinic);
const now = Date.parse('2026-11-25T10:20:00+07:00');

function turn(texts: readonly string[], expecting?: Expectation) {
  const { intents, ...rest } = understandTurn(
    texts.map((text) => ({ text })),
    lexicon,
    now,
    expecting,
  );
  return { ...rest, intents: intents.map(({ intent }) => intent) };
}

test('short messages in a row are one meaning', () => {
  const { intents, entities } = turn(['cho em đặt lịch', 'peel', 'chiều mai', '3h nha']);
  expect(intents).toContain('book');
  expect(entities).toEqual({ treatments: ['peel'], when: { date: '2026-11-26', time: '15:00' } });
});

test('a later detail replaces the earlier one and leaves the rest', () => {
  expect(turn(['đặt peel mai 3h', 'à 5h nha']).entities.when).toEqual({ date: '2026-11-26', time: '17:00' });
  expect(turn(['đặt peel mai 3h', 'thứ 7 đi em']).entities.when).toEqual({
    date: '2026-11-28',
    time: '15:00',
  });
  expect(turn(['giá peel', 'à filler']).entities.treatments).toEqual(['filler']);
});

test('one more treatment is added', () => {
  expect(turn(['giá peel bao nhiêu', 'với filler nữa']).entities.treatments).toEqual(['peel', 'filler']);
});

test('two questions in a row are two questions, and a correction is none', () => {
  expect(turn(['giá peel bao nhiêu', 'giá filler thì sao']).entities.treatments).toEqual(['peel', 'filler']);
  expect(turn(['giá peel bao nhiêu', 'à nhầm, giá filler']).entities.treatments).toEqual(['filler']);
});

test('of a yes and a no the later one counts', () => {
  expect(turn(['ok em', 'à không'], 'confirm').intents).toEqual(['confirm_no']);
});

test('a tapped choice means what it carries and is not read', () => {
  const choice = { entities: { branch: 'south' }, confirm: true };
  const { intents, entities } = understandTurn([{ text: 'hủy lịch', choice }], lexicon, now);
  expect(intents.map(({ intent }) => intent)).toEqual(['choose_option', 'confirm_yes']);
  expect(entities).toEqual({ branch: 'south' });
});

test('danger in any message of the turn is danger', () => {
  expect(turn(['tiêm xong em khó thở', 'alo']).urgency).toBe('medical');
});

test('a turn without words means nothing', () => {
  expect(understandTurn([], lexicon, now)).toEqual({
    intents: [],
    entities: {},
    language: 'vi',
    evidence: [],
  });
});
