import { expect, test } from 'vitest';
import { freshDatabase } from '../postgres/test-database.ts';
import { race } from './race.ts';

test('of sixty conversations that want one slot exactly one has it, and nobody is told a lie', async () => {
  const report = await race(await freshDatabase(), 60);
  expect(report.lies).toEqual([]);
  expect(report).toMatchObject({ won: 1, offeredOthers: 59, rows: 1 });
  expect(report.bookedAtLast).toBeGreaterThan(1);
});
