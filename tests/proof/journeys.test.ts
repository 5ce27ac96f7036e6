import { chartCoverage, openStage, playJourney, type Stage } from '@glowbot/rehearsal';
import { skills } from '@glowbot/server';
import { demoClinic } from '@glowbot/demo-clinic';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readJourneys } from '../journeys/read-journeys.ts';

const coverage = chartCoverage();
let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ clinic: demoClinic(), skills, now: 0, onStep: coverage.onStep });
});
afterAll(async () => {
  const { taken, all, missing } = coverage.report();
  process.stdout.write(
    `Journeys take ${taken} of ${all} transitions; not ${missing.map(({ id, guard }) => `\n  ${id} (${guard ?? 'always'})`).join('')}\n`,
  );
  await stage.stop();
});

test.each(readJourneys())('$file: $journey.title', async ({ journey }) => {
  expect(await playJourney(stage, journey)).toEqual([]);
});
