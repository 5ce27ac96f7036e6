import { buildLexicon, guard, guardRecords } from '@glowbot/core';
import { demoClinic } from '@glowbot/demo-clinic';
import { customerOn, openStage, type Stage } from '@glowbot/rehearsal';
import { skills } from '@glowbot/server';
import { afterEach, describe, expect, test } from 'vitest';

const clinic = demoClinic();
const records = guardRecords(clinic, buildLexicon(clinic));
let stage: Stage | undefined;
afterEach(() => stage?.stop());

/** What the clinic answers to these words at this moment. */
async function answer(at: string, ...turns: string[]): Promise<string> {
  const now = Date.parse(at);
  stage = await openStage({ clinic, skills, now });
  const customer = customerOn(stage, 'khách');
  let said = '';
  for (const words of turns) said = (await customer.says(words)).map(({ text }) => text).join('\n');
  const verdict = guard(said, { records, now, known: {} });
  expect(verdict.ok ? [] : verdict.reasons).toEqual([]);
  return said;
}

const today = '2026-11-25T10:20:00+07:00';

describe('asked for a promotion, the clinic says', () => {
  test.each([
    [
      'that Christmas is still to come, and from when',
      today,
      'khuyến mãi noel giờ áp dụng chưa em',
      [/15\/12/, /26\/12/, /chưa/],
    ],
    [
      'in its days, that it runs and until when',
      '2026-12-20T09:00:00+07:00',
      'khuyến mãi noel giờ áp dụng chưa em',
      [/26\/12/, /đang/],
    ],
    [
      'a minute before midnight, that it still runs',
      '2026-12-26T23:59:00+07:00',
      'noel còn giảm giá peel không em',
      [/480\.000đ/],
    ],
    [
      'at midnight, that it is over',
      '2026-12-27T00:00:00+07:00',
      'khuyến mãi noel còn không em',
      [/hết hạn|kết thúc/],
    ],
    [
      'that 30 % of filler is over',
      today,
      'bên mình còn giảm 30% filler không',
      [/31\/10/, /hết hạn|kết thúc/],
    ],
    [
      'that it knows no such thing, and what there is',
      today,
      'có mua 1 tặng 1 không shop',
      [/không thấy|không có/],
    ],
    ['what runs', today, 'tháng này có ưu đãi gì không shop', [/99\.000đ/, /2 người/]],
    ['what a new customer pays', today, 'khách mới có được giảm gì không', [/99\.000đ/, /31\/12/]],
    ['that there is none for a treatment', today, 'botox có khuyến mãi gì không em', [/chưa có|không có/]],
    ['that a code is unknown', today, 'mình có mã giảm giá GLOW99 dùng được không', [/mã/i]],
  ])('%s', async (_, at, words, expected) => {
    const said = await answer(at, words);
    for (const pattern of expected) expect(said).toMatch(pattern);
  });
});

test('a price is told together with the promotion that lowers it, right after it', async () => {
  const said = await answer('2026-12-20T09:00:00+07:00', 'giá peel da bao nhiêu em');
  expect(said.indexOf('600.000đ')).toBeGreaterThanOrEqual(0);
  expect(said.indexOf('480.000đ')).toBeGreaterThan(said.indexOf('600.000đ'));
});

test('outside its days no promotion is told with a price', async () => {
  expect(await answer(today, 'giá peel da bao nhiêu em')).not.toMatch(/480\.000đ|Giáng sinh/);
  expect(await answer('2026-12-27T00:00:00+07:00', 'giá peel da bao nhiêu em')).not.toMatch(
    /480\.000đ|Giáng sinh/,
  );
});
