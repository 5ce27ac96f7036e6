import { readFileSync } from 'node:fs';
import { lineWords, openStage, parseJourney, playJourney, type Stage } from '@glowbot/rehearsal';
import { skills } from '@glowbot/server';
import { demoClinic } from '@glowbot/demo-clinic';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readJourneys } from '../journeys/read-journeys.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ clinic: demoClinic(), skills, now: 0 });
});
afterAll(() => stage.stop());

test.each(readJourneys())('$file: $journey.title', async ({ journey }) => {
  expect(await playJourney(stage, journey)).toEqual([]);
});

const guide = readFileSync(new URL('../../core/docs/journeys.md', import.meta.url), 'utf8');

test('the guide’s own example holds', async () => {
  const [, example = ''] = /```\n([\s\S]*?)```/.exec(guide) ?? [];
  expect(await playJourney(stage, parseJourney(example))).toEqual([]);
});

test('the guide names every word a line can begin with', () => {
  expect(lineWords.filter((word) => !guide.includes(`\`${word}`))).toEqual([]);
});

test('a line that does not hold is named, with what was there instead', async () => {
  const wrong = 'hành trình: x\nbắt đầu: 2026-11-23 10:00\nkhách: giá peel da bao nhiêu em\nbot: 1.234.000đ';
  expect(await playJourney(stage, parseJourney(wrong))).toMatchObject([
    { line: 4, wanted: 'bot says 1.234.000đ', found: expect.stringContaining('600.000đ') },
  ]);
});
