import { openStage, playJourney, type Stage } from '@glowbot/rehearsal';
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
