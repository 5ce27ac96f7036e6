import { expect, test } from 'vitest';
import { talk } from './talk.ts';

async function* said(...lines: string[]) {
  yield* lines;
}

test('a customer asks, books by tapping numbers, and is served by staff, all in a terminal', async () => {
  const heard: string[] = [];
  const lines = said(
    'giá peel da bao nhiêu em',
    'đặt lịch khám da 3h chiều mai, em tên Lan, 0912000111',
    '1',
    'ok em',
    '/state',
    '/staff Dạ em là Tiên ạ',
    'chị cảm ơn',
    '/release',
    '/quit',
    'không ai nghe nữa',
  );
  await talk(lines, (text) => heard.push(text), Date.parse('2026-11-23T10:00:00+07:00'));
  expect(heard).toHaveLength(8);
  expect(heard[0]).toContain('600.000đ');
  expect(heard[1]).toContain('[1] ');
  expect(heard[4]).toContain('kham_soi_da');
  expect(heard.slice(5, 7)).toEqual(['(silence)', '(silence)']);
});
