import { type DescribedState, describeMachines } from '@glowbot/core';
import { demoClinic } from '@glowbot/demo-clinic';
import {
  chartCoverage,
  coverageOf,
  type CoverageReport,
  DialogueItem,
  openStage,
  playDialogue,
  playJourney,
} from '@glowbot/rehearsal';
import { skills } from '@glowbot/server';
import { beforeAll, expect, test } from 'vitest';
import { readJourneys } from '../journeys/read-journeys.ts';
import { itemsOf, setsOf } from '../eval/kinds.ts';
import { openings } from './arbitrary-deeds.ts';
import { chartWorld } from './chart-world.ts';
import { everyDeed, exploreCharts } from './explore-charts.ts';

const clinic = demoClinic();
/** Wednesday morning. */
const start = Date.parse('2026-11-25T10:20:00+07:00');

/** A clinic with a written rule that gives conversations back, with nobody on call, and that lets nobody move a booking alone. */
const otherRules = {
  ...clinic,
  releaseOnThanks: true,
  onCall: { people: [], duties: [], chains: {} },
  bookingRules: { ...clinic.bookingRules, moveHours: 1_000 },
};

/** More steps than are needed to go everywhere today. */
const mostSteps = 20_000;

const told = chartCoverage();
const generated = chartCoverage();

beforeAll(async () => {
  const stage = await openStage({ clinic, skills, now: start, onStep: told.onStep });
  for (const { journey } of readJourneys()) await playJourney(stage, journey);
  for (const item of setsOf('dialogues').flatMap(itemsOf))
    await playDialogue(stage, DialogueItem.parse(item));
  await stage.stop();

  const beginnings = [clinic, otherRules].flatMap((records) =>
    openings.map((deeds) => {
      const world = chartWorld(records, start, generated.onStep);
      for (const deed of deeds) world.does(deed);
      return world;
    }),
  );
  exploreCharts(beginnings, everyDeed(clinic), generated, mostSteps);
}, 300_000);

function lines(name: string, { taken, all, guards }: CoverageReport): string {
  const percent = ((100 * taken) / all).toFixed(1);
  return `${name.padEnd(36)} ${taken} of ${all} transitions (${percent} %), ${guards.both} of ${guards.all} guards both ways\n`;
}

test('every transition of the charts is taken by a journey or a generated path', () => {
  const together = coverageOf([told, generated]);
  process.stdout.write(
    [
      lines('by journeys and dialogues', told.report()),
      lines('by generated paths', generated.report()),
      lines('together', together),
      ...together.missing.map(({ id, guard }) => `  not taken: ${id} (${guard ?? 'always'})\n`),
      ...together.guards.onesided.map(({ guard, answered }) => `  one-sided: ${guard} (${answered})\n`),
    ].join(''),
  );
  expect(together.missing).toEqual([]);
  expect(together.guards.onesided).toEqual([]);
});

test('a transition that nothing takes is found', () => {
  const planted: DescribedState[] = describeMachines().map((machine) => ({
    ...machine,
    transitions: [
      ...machine.transitions,
      { id: 'planted', event: 'never.happens', guard: 'neverAsked', target: null, effects: [] },
    ],
  }));
  const { missing, guards } = coverageOf([told, generated], planted);
  expect(missing.map(({ id }) => id)).toEqual(['planted']);
  expect(guards.onesided).toEqual([{ guard: 'neverAsked', answered: 'never' }]);
});
